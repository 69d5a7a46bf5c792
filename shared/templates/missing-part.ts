import { assertNever } from '../assert-never';
import type { Block, Clause, Level } from '../document/block';
import type { GovDocument, Part } from '../document/document';
import { headingText } from '../document/heading-text';
import { blockText } from '../document/plain-text';
import type { DocumentFunction } from '../functions/types';
import { buildSection, createLeafWriter } from './instantiate';
import type { Template, TemplateSection } from './template';
import { templateOf } from './template-of';
import { shippedTemplates } from './templates';

/** Where the blocks of a missing part belong: before `part.children[index]`. */
export type PartPlace = Readonly<{ partId: string; index: number }>;

const generalHeading = /总体(?:要求|思路|目标)|工作思路|指导思想/;
const closingHeading = /保障|组织实施|组织领导|工作要求|附则/;

const mainPart = (document: Pick<GovDocument, 'parts'>): Part => document.parts.find((part) => part.kind === 'main')!;

const isChapter = (block: Block): block is Clause => block.type === 'clause' && block.level === 1 && !block.boxId;

const chapters = (part: Part): { heading: string; start: number; end: number }[] => {
  const starts = part.children.flatMap((block, index) => (isChapter(block) ? [index] : []));
  const closing = closingIndex(part);
  return starts.map((start, at) => ({
    heading: headingText(part.children[start]!),
    start,
    end: starts[at + 1] ?? closing,
  }));
};

/** Index of the first block of the document's end: date of effect, signature, date, note. */
const closingIndex = (part: Part): number => {
  let index = part.children.length;
  while (index > 0) {
    const block = part.children[index - 1]!;
    const ends = block.type === 'signature' || block.type === 'dateLine' || block.type === 'note';
    const takesEffect = block.type === 'paragraph' && /^本.{0,8}自.{0,20}(?:施行|实施)/.test(blockText(block));
    if (!ends && !takesEffect) break;
    index -= 1;
  }
  return index;
};

/** Index behind title, recipients and opening paragraphs. */
const bodyIndex = (part: Part): number => {
  const first = part.children.findIndex((block) => block.type === 'clause' || block.type === 'boxTitle');
  return first < 0 ? closingIndex(part) : first;
};

/**
 * Where a missing function belongs in the main part: guiding ideology and goals into 总体要求 where there is
 * one (else before the first chapter), tasks before the safeguards, safeguards behind the last chapter.
 */
export const placeForMissingPart = (document: Pick<GovDocument, 'parts'>, missing: DocumentFunction): PartPlace => {
  const part = mainPart(document);
  const all = chapters(part);
  const general = all.find((chapter) => generalHeading.test(chapter.heading));
  const at = (index: number): PartPlace => ({ partId: part.id, index });
  switch (missing) {
    case 'guidingIdeology':
      return at(general ? general.start + 1 : bodyIndex(part));
    case 'goals':
      return at(general ? general.end : bodyIndex(part));
    case 'tasks':
      return at(all.find((chapter) => closingHeading.test(chapter.heading))?.start ?? closingIndex(part));
    case 'safeguards':
      return at(closingIndex(part));
    default:
      return assertNever(missing);
  }
};

/** How a document writes the items of its chapters: their level, and whether the text runs on behind the heading. */
const itemStyle = (part: Part): { level: Level; runIn: boolean } => {
  const items = part.children.filter(
    (block): block is Clause => block.type === 'clause' && block.level > 1 && !block.boxId,
  );
  if (items.length === 0) return { level: 2, runIn: true };
  const level = items.some((item) => item.level === 2) ? 2 : items[0]!.level;
  const peers = items.filter((item) => item.level === level);
  return { level, runIn: peers.filter((item) => item.runIn).length * 2 >= peers.length };
};

const templateFor = (document: GovDocument): Template =>
  templateOf(document) ??
  shippedTemplates().find((template) => template.genre === document.meta.genre) ??
  shippedTemplates()[0]!;

/** The section with everything one level-1 heading needs around it taken off, brought to the document's style. */
const restyle = (blocks: readonly Block[], style: { level: Level; runIn: boolean }, asChapter: boolean): Block[] =>
  blocks.flatMap((block, index): Block[] => {
    if (block.type !== 'clause') return [block];
    if (index === 0 && asChapter) return splitLead({ ...block, level: 1 });
    const item = { ...block, level: style.level };
    return style.runIn ? [item] : splitLead(item);
  });

/** A run-in clause as a heading of its own and a paragraph. */
const splitLead = (clause: Clause): Block[] => {
  const { runIn, ...heading } = clause;
  const stopAt = clause.children.findIndex((leaf) => !leaf.placeholder && leaf.text.includes('。'));
  const stop = clause.children[stopAt];
  if (!runIn || !stop) return [heading];
  const cut = stop.text.indexOf('。');
  const before = [...clause.children.slice(0, stopAt), { ...stop, text: stop.text.slice(0, cut) }];
  const after = [{ ...stop, text: stop.text.slice(cut + 1) }, ...clause.children.slice(stopAt + 1)];
  const written = (leaves: typeof after) => leaves.filter((leaf) => leaf.text !== '');
  return [
    { ...heading, children: written(before) },
    { type: 'paragraph', id: `${clause.id}-text`, children: written(after) },
  ];
};

/**
 * Skeleton of a missing required part: heading and prompts as placeholders, in the document's own style
 * (levels in use, run-in or stand-alone headings); numbers follow from where the blocks are put.
 */
export const buildMissingPart = (document: GovDocument, missing: DocumentFunction): Block[] => {
  const template = templateFor(document);
  const section = [template, ...shippedTemplates()]
    .flatMap((candidate) => candidate.parts.flatMap((part) => part.sections.map((found) => ({ candidate, found }))))
    .find(({ found }) => found.function === missing) as { candidate: Template; found: TemplateSection };
  const part = mainPart(document);
  const general = chapters(part).some((chapter) => generalHeading.test(chapter.heading));
  const asChapter = missing === 'tasks' || missing === 'safeguards' || !general;
  const blocks = buildSection(section.found, createLeafWriter(section.candidate, {}));
  return restyle(blocks, itemStyle(part), asChapter);
};
