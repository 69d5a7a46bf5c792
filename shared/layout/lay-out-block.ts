import type { Block, BlockType, Clause } from '../document/block';
import { leadEnd } from '../document/heading-text';
import { isHeading } from '../document/is-heading';
import { computeLead } from '../document/lead';
import { blockText, leavesText } from '../document/plain-text';
import { breakTitle } from './break-title';
import type { FlowItem, FlowParagraph, FlowRun } from './flow';
import { layOutPicture } from './lay-out-picture';
import { layOutTable } from './lay-out-table';
import { printable } from './printable';
import type { ParagraphStyleId } from './styles';
import { textRuns } from './text-runs';

/** What a block needs to know of its surroundings. */
export type BlockContext = Readonly<{
  labels: ReadonlyMap<string, string>;
  /** Inside a 专栏: smaller type, no styles of the main text. */
  inBox: boolean;
  /** Width in twips a table or picture may take. */
  width: number;
  /** Line pitch of the text, twips. */
  pitch: number;
}>;

type Writer<Type extends BlockType> = (block: Extract<Block, { type: Type }>, context: BlockContext) => FlowItem;

const paragraph = (block: Block, style: ParagraphStyleId, runs: readonly FlowRun[]): FlowParagraph => ({
  kind: 'paragraph',
  style,
  runs,
  anchor: block.id,
});

const bodyStyle = (context: BlockContext): ParagraphStyleId => (context.inBox ? 'GwBoxText' : 'GwBody');

/** A clause alone in its paragraph whose words are a heading; a sentence keeps the body's style, out of the outline. */
const standsAlone = (clause: Clause): boolean =>
  !clause.runIn && isHeading(clause) && !/[。；！？，：]$/.test(blockText(clause).trim());

const withLabel = (label: string | undefined, runs: readonly FlowRun[]): FlowRun[] => {
  if (!label) return [...runs];
  const [first, ...rest] = runs;
  if (!first) return [{ text: label }];
  // One run where the looks agree: the number belongs to its heading's face.
  return first.style === 'GwPlaceholder' || first.bold || first.footnote !== undefined
    ? [{ text: label }, first, ...rest]
    : [{ ...first, text: label + first.text }, ...rest];
};

const layOutClause: Writer<'clause'> = (clause, context) => {
  const label = context.labels.get(clause.id);
  if (!context.inBox && standsAlone(clause))
    return {
      ...paragraph(clause, `GwH${clause.level}`, withLabel(label, textRuns(clause.children))),
      ...(label && { number: { label, level: clause.level - 1 } }),
    };
  const lead = `GwLead${clause.level}` as const;
  const nothingBehind = clause.runIn === true && blockText(clause).slice(leadEnd(clause)).trim() === '';
  const leadLength = computeLead(clause);
  const labelled = withLabel(label, textRuns(clause.children, leadLength, lead)).map((run, index) =>
    index === 0 && !run.style && leadLength > 0 ? { ...run, style: lead } : run,
  );
  return {
    ...paragraph(clause, bodyStyle(context), labelled),
    ...(nothingBehind && { opensText: true as const }),
    ...(label && !context.inBox && labelled[0]?.style === lead && { number: { label, level: clause.level - 1 } }),
  };
};

const inkOf = (text: string): number => text.replace(/\s/g, '').length;

/** Offset in a text behind so many characters that are no white space. */
const behindInk = (text: string, ink: number): number => {
  let at = 0;
  for (let seen = 0; seen < ink && at < text.length; at += 1) if (/\S/.test(text[at]!)) seen += 1;
  return at;
};

/** The title in the lines it is broken into, its marks and footnotes where they stood between the characters. */
const layOutTitle: Writer<'title'> = ({ children, ...block }) => {
  const text = breakTitle(printable(leavesText(children))).join('\n');
  const runs: FlowRun[] = [];
  let from = 0;
  for (const [at, { footnote, placeholder, bold }] of children.entries()) {
    const last = at === children.length - 1;
    const to = last ? text.length : behindInk(text, inkOf(printable(leavesText(children.slice(0, at + 1)))));
    const own = { text: text.slice(from, to) };
    const looks = { ...(placeholder && { style: 'GwPlaceholder' as const }), ...(bold && { bold }) };
    if (footnote) runs.push({ text: '', footnote: printable(footnote.text).trim() });
    if (own.text !== '' || (last && runs.length === 0)) runs.push({ ...own, ...(footnote ? {} : looks) });
    from = to;
  }
  return paragraph({ ...block, children }, 'GwTitle', runs);
};

/** One line per block type: a type that cannot be set does not compile. */
const writers: { readonly [Type in BlockType]: Writer<Type> } = {
  title: layOutTitle,
  subtitle: (block) => paragraph(block, 'GwSubtitle', textRuns(block.children)),
  salutation: (block) => paragraph(block, 'GwTo', textRuns(block.children)),
  clause: layOutClause,
  paragraph: (block, context) => paragraph(block, bodyStyle(context), textRuns(block.children)),
  dash: (block, context) => {
    const runs = textRuns(block.children);
    return paragraph(block, bodyStyle(context), runs.length > 0 ? withLabel('——', runs) : []);
  },
  responsibility: (block, context) =>
    paragraph(block, bodyStyle(context), textRuns(block.children, Number.POSITIVE_INFINITY, 'GwUnit')),
  boxTitle: (block, context) => {
    const label = context.labels.get(block.id) ?? '';
    const runs = textRuns(block.children);
    return paragraph(block, 'GwBoxTitle', withLabel(runs.length > 0 ? `${label}\u3000` : label, runs));
  },
  table: (block, context) => layOutTable(block, context.width),
  picture: (block, context) => layOutPicture(block, context),
  signature: (block) => paragraph(block, 'GwSign', textRuns(block.children)),
  dateLine: (block) => paragraph(block, 'GwDate', textRuns(block.children)),
  note: (block) => paragraph(block, 'GwNote', textRuns(block.children)),
};

/** One block as it is set, without what its neighbours add (blank lines, notes that run on, the closing). */
export const layOutBlock = (block: Block, context: BlockContext): FlowItem =>
  (writers[block.type] as Writer<BlockType>)(block, context);
