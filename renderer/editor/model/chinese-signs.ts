/** Chinese text and its signs, as against Latin letters, digits and half-width signs. */
const isChinese = (character: string | undefined): boolean =>
  character !== undefined && /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’—…\u{20000}-\u{3ffff}]/u.test(character);

const pairs: Readonly<Record<string, readonly [open: string, close: string]>> = { '"': ['“', '”'], "'": ['‘', '’'] };

const lastOf = (text: string): string | undefined => [...text.slice(-2)].at(-1);
const firstOf = (text: string): string | undefined => [...text.slice(0, 2)][0];

/**
 * What straight quotation marks and hyphens just typed stand for in Chinese text: “ ” ‘ ’ in turn, —— for --.
 * @param before text of the block or cell up to the caret, the typed sign included
 * @returns how many characters before the caret are replaced, and by what; null where they are meant as typed
 */
export const chineseSign = (before: string, after: string): Readonly<{ length: number; text: string }> | null => {
  const next = firstOf(after);
  if (before.endsWith('--')) {
    const previous = lastOf(before.slice(0, -2));
    const inChinese = isChinese(previous) || (previous === undefined && (next === undefined || isChinese(next)));
    return inChinese && previous !== '—' ? { length: 2, text: '——' } : null;
  }
  const pair = pairs[before.slice(-1)];
  if (!pair) return null;
  const [open, close] = pair;
  const text = before.slice(0, -1);
  const previous = lastOf(text);
  // Closes what is open, also behind Latin letters; an apostrophe stands between letters.
  const isOpen = text.lastIndexOf(open) > text.lastIndexOf(close);
  if (isOpen && !(close === '’' && next !== undefined && /[A-Za-z]/.test(next))) return { length: 1, text: close };
  const inChinese = isChinese(previous) || isChinese(next) || (previous === undefined && next === undefined);
  return inChinese && !isOpen ? { length: 1, text: open } : null;
};
