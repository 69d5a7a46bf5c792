import type { CDPSession, Page } from '@playwright/test';

declare global {
  interface Window {
    /** Milliseconds measured and not yet taken. */
    benchMeasured: number[];
  }
}

/**
 * Puts the stopwatch into a page: from the time stamp the browser gave the event to the first task behind the
 * frame that follows it, so script, style, layout and paint are all in it, and so is what kept the event waiting.
 * The same lines run in every page. What comes after that (raster, compositing) is not in it.
 */
const installProbe = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const measured: number[] = [];
    window.benchMeasured = measured;
    const channel = new MessageChannel();
    channel.port1.onmessage = ({ data }) => measured.push(performance.now() - data);
    const untilPainted = (since: number) => requestAnimationFrame(() => channel.port2.postMessage(since));
    const find = () => document.querySelector('[contenteditable] :is([data-block], [data-slate-node="element"], p)');
    // Looked for once: a query in every key would be measured with it.
    let shown = Boolean(find());
    let pressed = 0;
    addEventListener(
      'keydown',
      (event) => {
        pressed = event.timeStamp;
        if (!shown) {
          // Opening: the frame is the one in which the text is there.
          const observer = new MutationObserver(() => {
            shown = Boolean(find());
            if (!shown) return;
            observer.disconnect();
            untilPainted(pressed);
          });
          observer.observe(document, { childList: true, subtree: true });
        } else if (event.altKey && event.key !== 'Alt') untilPainted(pressed);
      },
      true,
    );
    // A key that writes comes as two events behind each other, and the text changes with the second.
    addEventListener('keypress', () => shown && untilPainted(pressed), true);
    addEventListener('beforeinput', ({ isTrusted, timeStamp }) => isTrusted || untilPainted(timeStamp), true);
  });

/** Does something of which one thing is measured, and waits for its frame. */
const measureOne = async (page: Page, act: () => Promise<void>): Promise<number> => {
  await page.evaluate(() => window.benchMeasured.splice(0));
  await act();
  await page.waitForFunction(() => window.benchMeasured.length > 0, undefined, { polling: 100 });
  return page.evaluate(() => window.benchMeasured.splice(0)[0]!);
};

export type Stopwatch = Readonly<{
  /** Milliseconds until the text stands there after Enter on what has the focus. */
  measureOpening(): Promise<number>;
  /** Presses keys that write one character each, at the pace of a quick typist; milliseconds of each. */
  measureKeys(characters: string): Promise<number[]>;
  measureKey(key: string): Promise<number>;
  /** Pastes what the app itself would have copied. */
  measurePaste(format: string, data: string): Promise<number>;
}>;

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

export const createStopwatch = async (page: Page, devtools: CDPSession): Promise<Stopwatch> => {
  await installProbe(page);
  return {
    measureOpening: () => measureOne(page, () => page.keyboard.press('Enter')),
    measureKeys: async (characters) => {
      await page.evaluate(() => window.benchMeasured.splice(0));
      for (const [at, text] of [...characters].entries()) {
        await devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', text, key: text });
        await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', key: text });
        // Not in step with anything that repeats: the screen, the app's own timers.
        await pause(60 + ((at * 37) % 60));
      }
      await pause(300);
      const measured = await page.evaluate(() => window.benchMeasured.splice(0));
      if (measured.length !== characters.length)
        throw new Error(`${measured.length} of ${characters.length} keys painted`);
      return measured;
    },
    measureKey: (key) => measureOne(page, () => page.keyboard.press(key)),
    measurePaste: (format, data) =>
      measureOne(page, () =>
        page.evaluate(
          ([format, data]) => {
            const dataTransfer = new DataTransfer();
            dataTransfer.setData(format, data);
            const paste = { inputType: 'insertFromPaste', dataTransfer, bubbles: true, cancelable: true };
            document.activeElement?.dispatchEvent(new InputEvent('beforeinput', paste));
          },
          [format, data] as const,
        ),
      ),
  };
};
