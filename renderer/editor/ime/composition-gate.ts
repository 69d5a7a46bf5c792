/**
 * Holds back everything that would re-render the block in which an input method is composing: labels,
 * decorations, findings, the caret report. A task is known by its key, so only its last version runs.
 */
export type CompositionGate = Readonly<{
  isClosed(): boolean;
  close(): void;
  /** Opens the gate and runs what waited, in the order it first came. */
  open(): void;
  /** Runs the task now, or when the gate opens. */
  pass(key: string, task: () => void): void;
}>;

export const createCompositionGate = (): CompositionGate => {
  const waiting = new Map<string, () => void>();
  let closed = false;
  return {
    isClosed: () => closed,
    close: () => {
      closed = true;
    },
    open: () => {
      closed = false;
      const tasks = [...waiting.values()];
      waiting.clear();
      for (const task of tasks) task();
    },
    pass: (key, task) => {
      if (closed) waiting.set(key, task);
      else task();
    },
  };
};
