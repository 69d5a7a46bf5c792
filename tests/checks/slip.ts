import type { Block } from '../../shared/document/block';
import type { GovDocument, Part } from '../../shared/document/document';
import { blockText } from '../../shared/document/plain-text';

/** One kind of slip: how a person makes it, and the rules of which one has to see it. */
export type Slip = Readonly<{
  name: string;
  rules: readonly string[];
  /** Null where the document has no place for it. */
  make: (document: GovDocument, random: () => number) => GovDocument | null;
}>;

export const pick = <Item>(items: readonly Item[], random: () => number): Item | undefined =>
  items[Math.floor(random() * items.length)];

export const withText = (block: Block, text: string): Block =>
  block.type === 'table' ? block : ({ ...block, children: [{ text }] } as Block);

const mapBlocks = (document: GovDocument, change: (block: Block, part: Part) => readonly Block[]): GovDocument => ({
  ...document,
  parts: document.parts.map((part) => ({ ...part, children: part.children.flatMap((block) => change(block, part)) })),
});

/** Puts blocks in place of one. */
export const replaceBlock = (document: GovDocument, old: Block, ...blocks: readonly Block[]): GovDocument =>
  mapBlocks(document, (block) => (block === old ? blocks : [block]));

/** Paragraphs and run-in clauses of the main part, outside of boxes. */
export const proseOf = (document: GovDocument): Block[] =>
  document.parts
    .filter(({ kind }) => kind === 'main')
    .flatMap(({ children }) => children)
    .filter(
      (block) =>
        (block.type === 'paragraph' || (block.type === 'clause' && block.runIn === true)) &&
        block.boxId === undefined &&
        blockText(block).length >= 40 &&
        /。$/.test(blockText(block)),
    );

/** A slip in one paragraph: a change of its text; null where it does not fit. */
export const inText =
  (change: (text: string, random: () => number) => string | null): Slip['make'] =>
  (document, random) => {
    const fitting = proseOf(document).flatMap((block) => {
      const text = change(blockText(block), random);
      return text === null || text === blockText(block) ? [] : [{ block, text }];
    });
    const chosen = pick(fitting, random);
    return chosen ? replaceBlock(document, chosen.block, withText(chosen.block, chosen.text)) : null;
  };

/** A sentence with a slip, put behind the first sentence of a paragraph. */
export const inserted = (sentence: (random: () => number) => string): Slip['make'] =>
  inText((text, random) => {
    const at = text.indexOf('。') + 1;
    return at > 0 ? text.slice(0, at) + sentence(random) + text.slice(at) : null;
  });

/** Two sentences that do not agree, in two paragraphs. */
export const insertedTwice =
  (sentences: (random: () => number) => readonly [string, string]): Slip['make'] =>
  (document, random) => {
    const prose = proseOf(document);
    if (prose.length < 2) return null;
    const [one, other] = sentences(random);
    const first = Math.floor(random() * (prose.length - 1));
    const second = first + 1 + Math.floor(random() * (prose.length - first - 1));
    const append = (block: Block, sentence: string) => withText(block, blockText(block) + sentence);
    const once = replaceBlock(document, prose[first]!, append(prose[first]!, one));
    return replaceBlock(once, prose[second]!, append(prose[second]!, other));
  };

export const digit = (random: () => number): number => 2 + Math.floor(random() * 7);
