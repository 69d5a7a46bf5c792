import { rmSync } from 'node:fs';
import { run as runZhlint } from 'zhlint';
import { runChecks } from '../../shared/checks/run-checks';
import type { GovDocument } from '../../shared/document/document';
import { blockText } from '../../shared/document/plain-text';
import { benchDocument } from './bench-document';
import { percentile } from './figures';
import { measurePair } from './measure-pair';
import { prepareLibrary, startOurs } from './opened-editor';

/** Checking, beside a linter that knows only punctuation and spaces, and beside the eye. */
export const checkingFigures = {
  'checking.full-100k.vs-zhlint': { unit: 'ms', peerName: 'zhlint', goal: 1, state: 'warm' },
  'checking.key-200k.p95': { unit: 'ms', peerName: '5 frames', goal: 1, state: 'warm' },
} as const;
export type CheckingFigure = keyof typeof checkingFigures;

const repeats = 20;
const warmUps = 3;
const fiveFrames = (1000 / 60) * 5;
/** Presses that count; each makes a finding or takes it away. */
const presses = 60;

/** The first half of the bench document, 100,000 characters in 1,000 blocks, as blocks nobody has seen yet. */
const half = (): GovDocument => {
  const document = structuredClone(benchDocument());
  return { ...document, parts: document.parts.map((part) => ({ ...part, children: part.children.slice(0, 1000) })) };
};

const measureFull = (): Promise<{ ours: number; peer: number }> => {
  const fresh = Array.from({ length: repeats + warmUps }, half);
  const text = half()
    .parts.flatMap(({ children }) => children.map(blockText))
    .join('\n\n');
  return measurePair(
    () => runChecks(fresh.pop()!),
    () => runZhlint(text, { rules: { preset: 'default' } }),
    { repeats, warmUps },
  );
};

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * From a key press in the document of 200,000 characters to the frame that shows the new number of findings: a comma
 * typed behind a comma makes one, Backspace takes it away.
 */
const measureKeys = async (): Promise<{ ours: number; peer: number }> => {
  const library = await prepareLibrary(benchDocument());
  const { page, clickBlock, stopwatch, close } = await startOurs(library);
  try {
    await pause(700);
    await stopwatch.measureOpening();
    const verdict = page.locator('.verdict button').nth(1).locator('b');
    await verdict.waitFor();
    await pause(2000);
    await clickBlock(1007);
    await page.keyboard.press('End');
    const devtools = await page.context().newCDPSession(page);
    // A key press that writes: what the driver types by itself comes without one.
    const comma = async () => {
      await devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', text: '，', key: '，' });
      await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', key: '，' });
    };
    await comma();
    await pause(1000);
    await page.evaluate(() => {
      const times: number[] = [];
      Object.assign(window, { benchChecked: times });
      const shown = document.querySelectorAll('.verdict button')[1]!;
      let pressed = 0;
      addEventListener(
        'keydown',
        ({ timeStamp }) => {
          pressed = timeStamp;
        },
        true,
      );
      const channel = new MessageChannel();
      channel.port1.onmessage = ({ data }) => times.push(performance.now() - data);
      new MutationObserver(() => {
        const since = pressed;
        requestAnimationFrame(() => channel.port2.postMessage(since));
      }).observe(shown, { characterData: true, childList: true, subtree: true });
    });
    for (let at = 0; at < presses; at += 1) {
      const before = await verdict.textContent();
      if (at % 2 === 0) await comma();
      else await page.keyboard.press('Backspace');
      await page.waitForFunction(
        (count) => document.querySelectorAll('.verdict button b')[1]?.textContent !== count,
        before,
        { polling: 50 },
      );
      // Not in step with anything that repeats.
      await pause(400 + ((at * 37) % 90));
    }
    const times = await page.evaluate(() => (window as unknown as { benchChecked: number[] }).benchChecked);
    return { ours: percentile(times, 0.95), peer: fiveFrames };
  } finally {
    await close();
    rmSync(library, { recursive: true, force: true });
  }
};

export const measureChecking = (name: CheckingFigure): Promise<{ ours: number; peer: number }> =>
  name === 'checking.key-200k.p95' ? measureKeys() : measureFull();
