import { rmSync } from 'node:fs';
import { run as runZhlint } from 'zhlint';
import { runChecks } from '../../shared/checks/run-checks';
import type { GovDocument } from '../../shared/document/document';
import { blockText } from '../../shared/document/plain-text';
import { benchDocument } from './bench-document';
import { type Measured, percentile } from './figures';
import { measurePair } from './measure-pair';
import { prepareLibrary, startOurs } from './opened-editor';

/** Checking and reading the plan, beside a linter that knows only punctuation and spaces, and beside the eye. */
export const checkingFigures = {
  'checking.full-100k.vs-zhlint': { unit: 'ms', peerName: 'zhlint', goal: 1, state: 'warm' },
  'checking.key-200k.p95': { unit: 'ms', peerName: '5 frames', goal: 1, state: 'warm' },
  'checking.indicators-200k.p95': { unit: 'ms', peerName: '5 frames', goal: 1, state: 'warm' },
  'checking.tasks-200k.p95': { unit: 'ms', peerName: '5 frames', goal: 1, state: 'warm' },
} as const;
export type CheckingFigure = keyof typeof checkingFigures;

const repeats = 20;
const warmUps = 3;
const fiveFrames = (1000 / 60) * 5;
/** Presses that count; each makes a finding or takes it away. */
const presses = 60;
/** Presses before those: the first reading of anything takes longer. */
const warmUpPresses = 12;

/** The first half of the bench document, 100,000 characters in 1,000 blocks, as blocks nobody has seen yet. */
const half = (): GovDocument => {
  const document = structuredClone(benchDocument());
  return { ...document, parts: document.parts.map((part) => ({ ...part, children: part.children.slice(0, 1000) })) };
};

const measureFull = (): Promise<Measured> => {
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

/** A press that one sees: where it is made, the key that writes and is taken back, and what shows what follows from it. */
type Watched = Readonly<{
  /** Tab at the right that shows it. */
  tab: string | null;
  block: number;
  /** Written at the end of the block beforehand, and how far before its end the key goes. */
  before: string;
  back: number;
  key: string;
  /** What changes with each press. */
  shown: string;
}>;

const watched: Readonly<Record<Exclude<CheckingFigure, 'checking.full-100k.vs-zhlint'>, Watched>> = {
  // A comma behind a comma makes a finding, Backspace takes it away.
  'checking.key-200k.p95': {
    tab: null,
    block: 1007,
    before: '，',
    back: 0,
    key: '，',
    shown: '.verdict button:nth-of-type(2)',
  },
  // 覆盖率达到9% and 95%.
  'checking.indicators-200k.p95': {
    tab: '指标',
    block: 5,
    before: '到2030年，云川市覆盖率达到9%。',
    back: 2,
    key: '5',
    shown: '.plan',
  },
  // （责任单位：市财政局） and 市财政局新.
  'checking.tasks-200k.p95': { tab: '分工', block: 6, before: '', back: 1, key: '新', shown: '.plan' },
};

/** From a key press in the document of 200,000 characters to the frame that shows what follows from it. */
const measureKeys = async ({ tab, block, before, back, key, shown }: Watched): Promise<Measured> => {
  const library = await prepareLibrary(benchDocument());
  const { page, clickBlock, stopwatch, close } = await startOurs(library);
  try {
    await pause(700);
    await stopwatch.measureOpening();
    await page.locator('.verdict button').nth(1).locator('b').waitFor();
    await pause(2000);
    if (tab !== null) await page.getByRole('tab', { name: tab }).click();
    await clickBlock(block);
    await page.keyboard.press('End');
    const devtools = await page.context().newCDPSession(page);
    // A key press that writes: what the driver types by itself comes without one.
    const write = async (text: string) => {
      await devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', text, key: text });
      await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', key: text });
    };
    for (const character of before) await write(character);
    for (let at = 0; at < back; at += 1) await page.keyboard.press('ArrowLeft');
    await pause(1500);
    await page.evaluate((selector) => {
      const times: number[] = [];
      Object.assign(window, { benchChecked: times });
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
        pressed = 0;
        // What changes behind the first frame is not what the press was awaited for.
        if (since > 0) requestAnimationFrame(() => channel.port2.postMessage(since));
      }).observe(document.querySelector(selector)!, { characterData: true, childList: true, subtree: true });
    }, shown);
    for (let at = 0; at < warmUpPresses + presses; at += 1) {
      if (at % 2 === 0) await write(key);
      else await page.keyboard.press('Backspace');
      await page.waitForFunction(
        (count) => (window as unknown as { benchChecked: number[] }).benchChecked.length > count,
        at,
        { polling: 50 },
      );
      // Not in step with anything that repeats.
      await pause(400 + ((at * 37) % 90));
    }
    const times = await page.evaluate(() => (window as unknown as { benchChecked: number[] }).benchChecked);
    return { ours: percentile(times.slice(warmUpPresses), 0.95), peer: fiveFrames };
  } finally {
    await close();
    rmSync(library, { recursive: true, force: true });
  }
};

export const measureChecking = (name: CheckingFigure): Promise<Measured> =>
  name === 'checking.full-100k.vs-zhlint' ? measureFull() : measureKeys(watched[name]);
