import type { CDPSession, Page } from '@playwright/test';
import type { Random } from '../fuzz/random';

/** The sentences that stand on the page at a moment, by their numbers. */
export type Sighting = Readonly<{ at: number; numbers: ReadonlySet<number> }>;

export type Typist = Readonly<{
  page: Page;
  devtools: CDPSession;
  random: Random;
  /** Gives each sentence a number of its own. */
  nextNumber(): number;
}>;

const numbered = /第(\d+)句/g;
/** Numbers of the sentences in a text. */
export const numbersIn = (text: string): ReadonlySet<number> =>
  new Set(Array.from(text.matchAll(numbered), ([, number]) => Number(number)));

const press = async ({ page }: Typist, key: string, times = 1): Promise<void> => {
  for (let time = 0; time < times; time += 1) await page.keyboard.press(key);
};

/** A sentence through the input method; returns its length. */
const compose = async ({ devtools, nextNumber }: Typist): Promise<number> => {
  const text = `第${nextNumber()}句。`;
  for (const pinyin of ['ju', "ju'zi"])
    await devtools.send('Input.imeSetComposition', {
      text: pinyin,
      selectionStart: pinyin.length,
      selectionEnd: pinyin.length,
    });
  await devtools.send('Input.insertText', { text });
  return text.length;
};

/** What the script does, the common more often: it writes, and gives commands that change what is there. */
const deeds: readonly ((typist: Typist) => Promise<unknown>)[] = [
  compose,
  compose,
  compose,
  async (typist) => {
    await press(typist, 'Enter');
    await compose(typist);
  },
  async (typist) => {
    const length = await compose(typist);
    await press(typist, 'Shift+ArrowLeft', length);
    await press(typist, 'Delete');
  },
  async (typist) => {
    await press(typist, 'Control+z', 2);
    await press(typist, 'Control+y');
  },
  (typist) => press(typist, 'Alt+ArrowUp'),
  (typist) => press(typist, 'Alt+ArrowDown'),
  (typist) => press(typist, 'Tab'),
  (typist) => press(typist, 'Shift+Tab'),
  async (typist) => {
    await press(typist, 'Control+a');
    await press(typist, 'Control+c');
    await press(typist, 'ArrowRight');
  },
];

/** Writes and commands until the page is gone; the page tells of every change it shows, which is added to `sightings`. */
export const workUntilKilled = async (typist: Typist, sightings: Sighting[]): Promise<void> => {
  try {
    await typist.page.exposeFunction('tellSighting', (at: number, text: string) => {
      sightings.push({ at, numbers: numbersIn(text) });
    });
    await typist.page.locator('.paper').evaluate((paper) => {
      const tell = () =>
        (window as unknown as { tellSighting(at: number, text: string): void }).tellSighting(
          Date.now(),
          paper.textContent ?? '',
        );
      new MutationObserver(tell).observe(paper, { childList: true, characterData: true, subtree: true });
      tell();
    });
    for (;;) await typist.random.pick(deeds)(typist);
  } catch {
    // Killed.
  }
};

/**
 * What a kill must not have changed: sentences that stood there throughout the last second and are not stored, and
 * sentences that were gone throughout it and are.
 */
export const differences = (
  sightings: readonly Sighting[],
  killedAt: number,
  stored: ReadonlySet<number>,
): Readonly<{ lost: readonly number[]; returned: readonly number[] }> => {
  const from = sightings.findLastIndex(({ at }) => at <= killedAt - 1000);
  if (from < 0) throw new Error('Nothing was seen a second before the kill.');
  const late = sightings.slice(from);
  const everSeen = new Set(late.flatMap(({ numbers }) => [...numbers]));
  return {
    lost: [...late[0]!.numbers].filter(
      (number) => late.every(({ numbers }) => numbers.has(number)) && !stored.has(number),
    ),
    returned: [...stored].filter((number) => !everSeen.has(number)),
  };
};
