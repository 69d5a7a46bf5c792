import type { Block } from '../../document/block';
import { createId } from '../../document/block-id';
import { derivedDocument, derivedHeading } from '../../document/derived-document';
import type { DocumentMeta, GovDocument } from '../../document/document';
import type { DraftKind } from '../../document/edited-part';
import type { TextLeaf } from '../../document/text';
import { isContentKey } from './derived-part';
import { draftingNote } from './drafting-note';
import { interpretation } from './interpretation';
import { type PlanRead, readFacts } from './read-facts';
import { type ShownPart, shownParts } from './shown-parts';

export const draftNames: Readonly<Record<DraftKind, string>> = {
  'drafting-note': '起草说明',
  interpretation: '政策解读',
};

/** 起草说明 or 政策解读 of a plan. */
export type PlanDraft = Readonly<{
  kind: DraftKind;
  title: string;
  parts: readonly ShownPart[];
  /** The plan has neither title nor chapters yet. */
  isEmpty: boolean;
}>;

/** The draft a plan gives, with what the person has edited of it (`meta.editedParts`). */
export const planDraft = (
  read: PlanRead,
  kind: DraftKind,
  { editedParts }: Pick<DocumentMeta, 'editedParts'> = read.document.meta,
): PlanDraft => {
  const facts = readFacts(read);
  const about = facts.title === '' ? '' : facts.name;
  const isNote = kind === 'drafting-note';
  return {
    kind,
    title: isNote ? `${about === '' ? '' : `关于${about}的`}${draftNames[kind]}` : `${about}${draftNames[kind]}`,
    isEmpty: facts.title === '' && facts.chapters.length === 0,
    parts: shownParts(isNote ? draftingNote(facts) : interpretation(facts), kind, editedParts),
  };
};

const gap = /【待填：([^【】\n]{1,100})】/;

/** How many places of a draft are still to be filled in. */
export const countGaps = ({ parts }: Pick<PlanDraft, 'parts'>): number =>
  parts.reduce((count, { text }) => count + text.split(gap).length - 1, 0) / 2;

/** A line of a part with what is still to be written as places to fill in. */
const leavesOf = (line: string): TextLeaf[] => {
  const pieces = line.split(gap);
  const leaves = pieces.flatMap((text, at): TextLeaf[] => {
    if (text === '') return [];
    return at % 2 === 1 ? [{ text, placeholder: { key: `gap-${at}`, kind: 'text' } }] : [{ text }];
  });
  return leaves.length > 0 ? leaves : [{ text: '' }];
};

const paragraph = (line: string): Block => ({ type: 'paragraph', id: createId(), children: leavesOf(line) });

/** A part about a chapter begins with its heading: a clause （一） with the text behind it. */
const contentClause = (line: string): Block => {
  const stop = line.indexOf('。');
  const isAlone = stop < 0 || stop === line.length - 1;
  return {
    type: 'clause',
    id: createId(),
    level: 2,
    ...(!isAlone && { runIn: true }),
    children: leavesOf(isAlone ? line.replace(/。$/, '') : line),
  };
};

/** A draft as a document of its own: a chapter for each heading, no （一） without a （二）; parts without words are left out. */
export const draftDocument = ({ title, parts }: PlanDraft): GovDocument => {
  const isAmongOthers = (heading: string | null): boolean =>
    parts.filter((part) => part.heading === heading && isContentKey(part.key) && part.text.trim() !== '').length > 1;
  let open: string | null = null;
  const blocks = parts.flatMap(({ key, heading, text }): readonly Block[] => {
    const lines = text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    const [first, ...rest] = lines;
    if (first === undefined) return [];
    const opens = heading !== null && heading !== open;
    open = heading;
    return [
      ...(opens ? [{ ...derivedHeading(heading), children: leavesOf(heading) }] : []),
      isContentKey(key) && isAmongOthers(heading) ? contentClause(first) : paragraph(first),
      ...rest.map(paragraph),
    ];
  });
  const document = derivedDocument(title, blocks);
  const withGaps = (block: Block): Block => (block.type === 'title' ? { ...block, children: leavesOf(title) } : block);
  return { ...document, parts: document.parts.map((part) => ({ ...part, children: part.children.map(withGaps) })) };
};
