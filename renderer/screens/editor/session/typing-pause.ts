/** How long after a single change the surroundings follow: behind the painted key, before the eye arrives. */
const delay = 40;
/** While keys follow each other the next one comes first: a pause is waited for, but not longer than this. */
const pause = 200;
/** Who writes without a pause for this long is told in between: every two seconds would cost one key in ten. */
const longest = 5000;

/** When what surrounds the text follows it. Times in milliseconds. */
export type TypingPause = Readonly<{
  /** Something has changed. */
  changed(): void;
  soon(): void;
  stop(): void;
}>;

/**
 * Runs a task soon after a change, in a pause of typing, or, where there is none for long, right behind a painted key:
 * then the next key is furthest away, and seldom waits for the task.
 * @param after milliseconds from a single change to the task; 0: at once, where the task only tells a worker
 */
export const createTypingPause = (task: () => void, after = delay): TypingPause => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;
  let ranAt = 0;
  let changedAt = Number.NEGATIVE_INFINITY;
  const stop = (): void => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    timer = undefined;
    frame = 0;
  };
  const run = (): void => {
    stop();
    ranAt = performance.now();
    task();
  };
  const behindFrame = (): void => {
    clearTimeout(timer);
    timer = setTimeout(run, 0);
  };
  return {
    changed: () => {
      const now = performance.now();
      const typing = now - changedAt < pause;
      changedAt = now;
      if (!typing) {
        if (after > 0) timer ??= setTimeout(run, after);
        else run();
        return;
      }
      clearTimeout(timer);
      timer = setTimeout(run, pause);
      if (frame === 0 && now - ranAt > longest) frame = requestAnimationFrame(behindFrame);
    },
    soon: () => {
      timer ??= setTimeout(run, delay);
    },
    stop,
  };
};
