import { diffArrays } from 'diff';
import type { Block } from '../document/block';
import { wholeText } from '../document/plain-text';

/** Words that were replaced, how often, and where first. */
export type WordingChange = Readonly<{ before: string; after: string; count: number; blockId: string }>;

const words = new Intl.Segmenter('zh-Hans', { granularity: 'word' });
const wordsOf = (text: string): string[] => [...words.segment(text)].map(({ segment }) => segment);

/**
 * Words of both texts that differ.
 * @param plain the earlier text in the characters of the later one: what is only written otherwise is told word by word
 */
const differences = (before: string, plain: string, after: string): (readonly [string, string])[] => {
  if (plain.length !== before.length) return [[before, after]];
  const changes = diffArrays(wordsOf(plain), wordsOf(after));
  let at = 0;
  return changes.flatMap(({ removed, added, value }, index) => {
    if (added) return changes[index - 1]?.removed ? [] : [['', value.join('')] as const];
    const start = at;
    at += value.join('').length;
    if (removed) {
      const next = changes[index + 1];
      return [[before.slice(start, at), next?.added ? next.value.join('') : ''] as const];
    }
    let from = start;
    return value.flatMap((word) => {
      const old = before.slice(from, from + word.length);
      from += word.length;
      return old === word ? [] : [[old, word] as const];
    });
  });
};

/** Sentences, so that a change of length in one does not blur the rest. */
const clausesOf = (text: string): string[] => text.split(/(?<=[，。；：、！？\n\t])/);

/**
 * What differs between blocks and what they were turned into, word by word, the most frequent first.
 * @param plain turns characters alone, one into one
 */
export const listChanges = (
  pairs: readonly (readonly [before: Block, after: Block])[],
  plain: (text: string) => string,
): WordingChange[] => {
  const found = new Map<string, WordingChange>();
  const add = (before: string, after: string, blockId: string): void => {
    const key = `${before}\n${after}`;
    const known = found.get(key);
    found.set(key, { before, after, blockId: known?.blockId ?? blockId, count: (known?.count ?? 0) + 1 });
  };
  for (const [before, after] of pairs) {
    const [old, now] = [clausesOf(wholeText(before)), clausesOf(wholeText(after))];
    const texts =
      old.length === now.length
        ? old.map((text, at) => [text, now[at]!] as const)
        : [[old.join(''), now.join('')] as const];
    for (const [from, to] of texts)
      if (from !== to) for (const [left, right] of differences(from, plain(from), to)) add(left, right, before.id);
  }
  return [...found.values()].sort((a, b) => b.count - a.count);
};
