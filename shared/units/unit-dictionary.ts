import { z } from 'zod';
import data from '../../assets/dictionaries/units.json';
import type { GovDocument } from '../document/document';
import { blockText } from '../document/plain-text';
import { parseResponsibility } from '../recognise/parse-responsibility';

const han = /\p{Script=Han}/gu;

/** The usual names of municipal bureaus; the syllables stand one for each Chinese character. */
export const unitDictionarySchema = z
  .array(z.strictObject({ name: z.string().min(2).max(40), pinyin: z.string().regex(/^[a-z]+(?: [a-z]+)*$/) }))
  .refine((units) => units.every(({ name, pinyin }) => name.match(han)?.length === pinyin.split(' ').length));

export type Unit = Readonly<{ name: string; pinyin: string }>;

const dictionary: readonly Unit[] = unitDictionarySchema.parse(data);

/** What a character is read as, as far as the dictionary knows. */
const syllables = new Map(
  dictionary.flatMap(({ name, pinyin }) => {
    const read = pinyin.split(' ');
    return (name.match(han) ?? []).map((character, at) => [character, read[at]!] as const);
  }),
);

/** Syllables of a name; empty when a character is not in the dictionary. */
const readName = (name: string): string => {
  const read = (name.match(han) ?? []).map((character) => syllables.get(character));
  return read.includes(undefined) ? '' : read.join(' ');
};

/** Units to pick from: those this document names in its unit notes, the most frequent first, then the dictionary. */
export const unitsFor = (document: GovDocument): Unit[] => {
  const counts = new Map<string, number>();
  for (const block of document.parts.flatMap(({ children }) => children)) {
    if (block.type !== 'responsibility' || block.children.some(({ placeholder }) => placeholder)) continue;
    const parsed = parseResponsibility(blockText(block));
    for (const name of [...(parsed?.lead ?? []), ...(parsed?.support ?? [])])
      counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const used = [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => ({ name, pinyin: readName(name) }));
  return [...used, ...dictionary.filter(({ name }) => !counts.has(name))];
};
