import type { Block } from '../document/block';
import type { GovDocument } from '../document/document';
import { headingText } from '../document/heading-text';
import { listHeadings } from '../document/list-headings';
import { blockText } from '../document/plain-text';
import { kindOfHeading, type SectionKind } from './section-kinds';

/** A chapter of a document, or a section of level 2 in it. */
export type OutlineSection = Readonly<{
  heading: string;
  kind: SectionKind | null;
  runIn: boolean;
  characters: number;
  sections: readonly OutlineSection[];
}>;

/** How a document is built: its chapters, and what stands before the first. */
export type DocumentOutline = Readonly<{ opening: number; chapters: readonly OutlineSection[] }>;

const count = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => sum + blockText(block).replace(/\s/g, '').length, 0);

const isClosing = ({ type }: Block): boolean => type === 'signature' || type === 'dateLine' || type === 'note';

const sectionsOf = (blocks: readonly Block[], level: 1 | 2, headings: ReadonlySet<string>): OutlineSection[] => {
  const starts = blocks.flatMap((block, at) =>
    block.type === 'clause' && block.level === level && block.boxId === undefined && headings.has(block.id) ? [at] : [],
  );
  return starts.map((start, at) => {
    const own = blocks.slice(start, starts[at + 1] ?? blocks.length);
    const head = own[0]!;
    const heading = headingText(head);
    return {
      heading,
      kind: kindOfHeading(heading),
      runIn: head.type === 'clause' && head.runIn === true,
      characters: count(own),
      sections: level === 1 ? sectionsOf(own, 2, headings) : [],
    };
  });
};

/** Chapters and sections of the main text of a document. */
export const outlineOf = (document: GovDocument): DocumentOutline => {
  const main = document.parts.find(({ kind }) => kind === 'main');
  const blocks = (main?.children ?? []).filter((block) => !isClosing(block));
  const headings = listHeadings(document);
  const first = blocks.findIndex((block) => block.type === 'clause' && block.level === 1 && headings.has(block.id));
  const opening = blocks.slice(0, first < 0 ? blocks.length : first).filter(({ type }) => type === 'paragraph');
  return { opening: count(opening), chapters: sectionsOf(blocks, 1, headings) };
};

/** Kinds of section that a document has, at either level, in the order of their first places. */
export const kindsOf = ({ chapters }: DocumentOutline): readonly SectionKind[] => [
  ...new Set(
    chapters.flatMap((chapter) => [chapter, ...chapter.sections]).flatMap(({ kind }) => (kind === null ? [] : [kind])),
  ),
];
