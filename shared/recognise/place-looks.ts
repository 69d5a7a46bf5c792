import type { Block } from '../document/block';
import { leadEnd } from '../document/heading-text';
import { isHeading } from '../document/is-heading';
import { blockText } from '../document/plain-text';
import { markLeaves, type SourceLook } from './source-marks';
import type { Recognition, SourceParagraph, SourceSpan } from './types';

/** A stretch of a block that was set off; `own`: by this app, when it exported the file. */
type Placed = SourceLook & Readonly<{ own: boolean }>;

/** Blocks in which bold is a word's own, and not that of their kind. */
const running: ReadonlySet<Block['type']> = new Set(['paragraph', 'dash', 'clause', 'responsibility']);

const isOwnStyle = (style: string | undefined): boolean => style?.startsWith('Gw') === true;

const ink = (text: string): number => text.replace(/[\s\p{P}]/gu, '').length;

/**
 * What a person has set in bold among other words: not the heading at the start, and not all of a text, which is how
 * its kind of paragraph looks there.
 * @param from where the running words begin
 */
export const emphasised = (text: string, looks: readonly SourceLook[], from = 0): SourceLook[] => {
  const words = looks
    .map((look) => ({ ...look, start: Math.max(look.start, from) }))
    .filter(({ start, end }) => ink(text.slice(start, end)) > 0);
  const bold = words.reduce((sum, { start, end }) => sum + ink(text.slice(start, end)), 0);
  return bold >= ink(text.slice(from)) ? [] : words;
};

/** Looks of a cell or another text that is read by itself; bold in a head is that of the head. */
export const looksOfCell = (
  { text, style, looks = [] }: Pick<SourceParagraph, 'text' | 'style' | 'looks'>,
  head: boolean,
): readonly SourceLook[] => (isOwnStyle(style) ? looks : head ? [] : emphasised(text, looks));

const kept = (block: Block, placed: readonly Placed[]): SourceLook[] => {
  const text = blockText(block);
  const own = placed.filter((look) => look.own);
  const others = placed.filter((look) => !look.own);
  const foreign = running.has(block.type) ? emphasised(text, others, isHeading(block) ? leadEnd(block) : 0) : [];
  return [...own, ...foreign]
    .sort((first, second) => first.start - second.start)
    .map(({ start, end, bold, placeholder }) => ({
      start,
      end,
      ...(bold && { bold }),
      ...(placeholder && { placeholder }),
    }));
};

/**
 * Sets off what a Word file sets off: words in bold, and prompts of our own exports. Where this app has written the
 * file, all of it; in others only words in bold within running text. (Those in table cells come with their cells.)
 */
export const placeLooks = (recognition: Recognition, paragraphs: readonly SourceParagraph[]): Recognition => {
  const looked = paragraphs.filter(({ looks }) => looks);
  if (looked.length === 0) return recognition;
  const { document, spans } = recognition;
  const blocks = new Map(document.parts.flatMap(({ children }) => children.map((block) => [block.id, block] as const)));
  const byLine = new Map<number, { block: Block; span: SourceSpan }[]>();
  for (const [id, own] of spans) {
    const block = blocks.get(id);
    if (!block || block.type === 'table') continue;
    for (const span of own) byLine.set(span.line, [...(byLine.get(span.line) ?? []), { block, span }]);
  }
  const placed = new Map<string, Placed[]>();
  for (const { line, text, style, looks = [] } of looked)
    for (const { block, span } of byLine.get(line) ?? []) {
      const from = span.column - 1;
      const same =
        blockText(block).slice(span.start, span.start + span.length) === text.slice(from, from + span.length);
      if (!same) continue;
      for (const look of looks) {
        const start = Math.max(look.start, from) - from + span.start;
        const end = Math.min(look.end, from + span.length) - from + span.start;
        if (start >= end) continue;
        const own = isOwnStyle(style);
        placed.set(block.id, [...(placed.get(block.id) ?? []), { ...look, start, end, own }]);
      }
    }
  const marked = (block: Block): Block => {
    const own = placed.get(block.id);
    const looks = own && block.type !== 'table' ? kept(block, own) : [];
    return looks.length === 0 || block.type === 'table'
      ? block
      : ({ ...block, children: markLeaves(block.children, looks) } as Block);
  };
  return {
    ...recognition,
    document: {
      ...document,
      parts: document.parts.map((part) => ({ ...part, children: part.children.map(marked) })),
    },
  };
};
