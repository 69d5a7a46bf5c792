import type { Block } from '../document/block';
import type { GovDocument, Leftover } from '../document/document';
import { blockText } from '../document/plain-text';
import { parseResponsibility } from '../recognise/parse-responsibility';
import type { UnitDictionary } from '../units/unit-dictionary';
import { writtenText } from './leftover-text';

const yearWords = /(?<!\d)(?:19|20)\d{2}(?:\s*[—－\-~～至]+\s*(?:19|20)?\d{2})?年?/g;
const quotedDocument = /《[^》]{2,80}》(?:[（(][^（）()]{2,30}[〔[［]\d{4}[〕\]］]\d+号?[）)])?/g;
const leader =
  /(?:组长|主任|市长|县长|区长|书记|局长|秘书长|总指挥|指挥长|主席)[：:]\s*([\p{Script=Han}]{2,4})(?=[，。；、\s（(]|$)|([\p{Script=Han}]{2,3})同志/gu;
const cityName = /^([\p{Script=Han}]{2,5}?[市县区省州盟])(?:委|人民政府|政府)/u;
const generalName = /^(?:各|市政府|市有关|市直|有关|驻|市各)/;
const longest = 200;

/** The city whose text it is, by its signature, its title and its addressee. */
const placesOf = (blocks: readonly Block[]): string[] => {
  const names = blocks.flatMap((block) => {
    if (block.type !== 'title' && block.type !== 'signature') return [];
    const city = cityName.exec(blockText(block).replace(/\s/g, ''))?.[1];
    return city ? [city] : [];
  });
  return [...new Set(names)];
};

/** City of the dictionary, by the full names of its units. */
const ownCity = (units: UnitDictionary): string => {
  const counts = new Map<string, number>();
  for (const { name } of units) {
    const city = /^([\p{Script=Han}]{2,5}?市)/u.exec(name)?.[1];
    if (city) counts.set(city, (counts.get(city) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
};

const unitsIn = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block): string[] => {
    const text = writtenText(block);
    if (block.type === 'responsibility') {
      const parsed = parseResponsibility(text);
      return [...(parsed?.lead ?? []), ...(parsed?.support ?? [])];
    }
    if (block.type === 'salutation') return text.replace(/[：:]\s*$/, '').split(/[、，,](?![^（(]*[）)])/);
    return [];
  });

/**
 * What of an earlier text stands in the document begun from it and may not belong there: years, the earlier city,
 * units the dictionary does not have, leaders, documents quoted. `earlier` is the text it was begun from.
 */
export const findLeftovers = (document: GovDocument, earlier: GovDocument, units: UnitDictionary): Leftover[] => {
  const blocks = document.parts.flatMap(({ children }) => children);
  const texts = blocks.map(writtenText);
  const found = new Map<string, Leftover>();
  const add = (kind: Leftover['kind'], words: string) => {
    const text = words.trim().slice(0, longest);
    if (text.length > 1 && !found.has(text) && texts.some((one) => one.includes(text))) found.set(text, { kind, text });
  };
  // With a blank in it, it is the document's own title.
  for (const text of texts)
    for (const [words] of text.matchAll(quotedDocument)) if (!/\s{2}/.test(words)) add('document', words);
  for (const text of texts)
    for (const [words] of text.replace(quotedDocument, (quoted) => ' '.repeat(quoted.length)).matchAll(yearWords))
      add('year', words);
  const city = ownCity(units);
  for (const place of placesOf(earlier.parts.flatMap(({ children }) => children))) {
    if (place === city) continue;
    add('place', place);
    add('place', place.slice(0, -1));
  }
  const known = new Set(units.flatMap(({ name, short }) => [name, short]));
  for (const name of unitsIn(blocks).map((one) => one.trim()))
    if (!known.has(name) && !known.has(`市${name}`) && !generalName.test(name)) add('unit', name);
  for (const text of texts)
    for (const [, titled, comrade] of text.matchAll(leader)) add('leader', titled ?? comrade ?? '');
  for (const signer of earlier.meta.signers ?? []) add('leader', signer);
  return [...found.values()].slice(0, 500);
};
