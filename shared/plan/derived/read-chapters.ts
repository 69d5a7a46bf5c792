import type { Block } from '../../document/block';
import type { Part } from '../../document/document';
import { leadEnd } from '../../document/heading-text';
import { listHeadings } from '../../document/list-headings';
import type { DocumentFunction } from '../../functions/types';
import { buildOutline, type OutlineNode } from '../../numbering/build-outline';
import { toChineseNumeral } from '../../numbering/chinese-numerals';
import { blockWords, headingWords } from './derived-part';

/** A heading below a chapter, with the first sentence of what is said under it; empty where that is long. */
export type ChapterItem = Readonly<{ heading: string; sentence: string }>;

/** A chapter of the plan, as far as it is told of elsewhere. */
export type Chapter = Readonly<{
  blockId: string;
  heading: string;
  /** What it serves; null where nothing. */
  serves: DocumentFunction | null;
  blockIds: ReadonlySet<string>;
  items: readonly ChapterItem[];
  /** Numbered sentences below it, which have no headings. */
  sentences: number;
  /** First sentence of the chapter itself; empty where that is long. */
  sentence: string;
}>;

/** Longer first sentences are not taken over: under a heading among others, and for a whole chapter. */
const longestOfItem = 100;
const longestOfChapter = 160;
const isSaid = (block: Block): boolean =>
  block.type === 'clause' || block.type === 'paragraph' || block.type === 'dash';

/** First sentence behind the heading of some blocks; empty where it is longer than `most`. */
const sentenceOf = (blocks: readonly Block[], most: number): string => {
  const [head, ...rest] = blocks;
  if (!head) return '';
  const behind = head.type === 'clause' ? blockWords(head, leadEnd(head)) : blockWords(head);
  const next = rest[0];
  const words = behind !== '' ? behind : next && isSaid(next) && next.type !== 'clause' ? blockWords(next) : '';
  const sentence = /^[^。；]*[。；]?/.exec(words)?.[0] ?? '';
  return sentence.length <= most ? sentence.replace(/[。；]$/, '') : '';
};

/** Chapters of the main part, in its order; where it has 篇, these are its chapters. */
export const readChapters = (main: Part, functions: ReadonlyMap<string, DocumentFunction>): readonly Chapter[] => {
  const headings = listHeadings({ parts: [main] });
  const blocksOf = ({ start, end }: OutlineNode): readonly Block[] => main.children.slice(start, end);
  const clauses = (node: OutlineNode | undefined): readonly OutlineNode[] =>
    node?.children.filter(({ kind }) => kind === 'clause') ?? [];
  return clauses(buildOutline({ parts: [main] })[0]).map((node, at): Chapter => {
    const blocks = blocksOf(node);
    const head = blocks[0]!;
    const below = clauses(node);
    const named = below.filter(({ id }) => headings.has(id));
    const serving = blocks.find(({ id }) => functions.has(id));
    return {
      blockId: node.id,
      // A numbered sentence has no heading: it goes by its number.
      heading: headings.has(node.id) ? headingWords(head) : `第${toChineseNumeral(Math.min(at + 1, 999))}条`,
      serves: functions.get(node.id) ?? (serving && functions.get(serving.id)) ?? null,
      blockIds: new Set(blocks.map(({ id }) => id)),
      items: named.map((one) => ({
        heading: headingWords(main.children[one.start]!),
        sentence: sentenceOf(blocksOf(one), longestOfItem),
      })),
      sentences: below.length - named.length,
      sentence: headings.has(node.id)
        ? sentenceOf(blocks, longestOfChapter)
        : (/^[^。；]*/.exec(blockWords(head))?.[0] ?? ''),
    };
  });
};
