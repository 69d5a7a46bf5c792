import type { Block } from '../document/block';
import { createId } from '../document/block-id';
import type { GovDocument, Part } from '../document/document';
import { blockText } from '../document/plain-text';
import { isHeadOf } from './find-section';
import { fixedWords, hasWords } from './fixed-words';
import { buildSection, createLeafWriter } from './instantiate';
import type { Template, TemplateSection } from './template';

/** Where a section begins and ends in a document: part index, and the range of its blocks. */
export type SectionPlace = Readonly<{ part: number; start: number; end: number }>;

const branchEnd = (blocks: readonly Block[], start: number): number => {
  const head = blocks[start];
  if (head?.type !== 'clause') return start + 1;
  const end = blocks.findIndex(
    (block, at) =>
      at > start &&
      ((block.type === 'clause' && block.level <= head.level && block.boxId === undefined) ||
        block.type === 'signature' ||
        block.type === 'dateLine' ||
        block.type === 'note'),
  );
  return end < 0 ? blocks.length : end;
};

const homeOf = (template: Template, section: TemplateSection) =>
  template.parts.find((part) => part.sections.some(({ id }) => id === section.id));

/**
 * Finds what a document has of a section: by its heading, or by its fixed words where it has none; in notice, main
 * text or attachment as the template has it. Null when it is not there.
 */
export const findSection = (
  document: Pick<GovDocument, 'parts'>,
  template: Template,
  section: TemplateSection,
): SectionPlace | null => {
  const kind = homeOf(template, section)?.kind;
  const words = fixedWords(section);
  const [first, last] = [words[0], words.at(-1)];
  for (const [part, { kind: partKind, children }] of document.parts.entries()) {
    if (partKind !== kind) continue;
    const at = (pieces: readonly string[], from: number) =>
      children.findIndex((block, index) => index >= from && hasWords(blockText(block), pieces));
    if (section.heading) {
      const start = children.findIndex((block) => isHeadOf(section, block));
      if (start >= 0) return { part, start, end: branchEnd(children, start) };
    } else if (first && last) {
      const start = at(first, 0);
      if (start >= 0) return { part, start, end: Math.max(start, at(last, start)) + 1 };
    }
  }
  return null;
};

/** Whether a block ends the text: signature, date, note. */
const isEnd = (block: Block): boolean =>
  block.type === 'signature' || block.type === 'dateLine' || block.type === 'note';

/** Where a section that is not there belongs: behind the nearest one before it in the template that is there. */
const placeFor = (
  document: Pick<GovDocument, 'parts'>,
  template: Template,
  section: TemplateSection,
): { part: number; at: number } | null => {
  const home = homeOf(template, section)!;
  const index = home.sections.findIndex(({ id }) => id === section.id);
  for (const before of home.sections.slice(0, index).reverse()) {
    const found = findSection(document, template, before);
    if (!found) continue;
    // The first section of a chapter that is a heading alone stands right below it.
    const isFirstBelow = before.blocks.length === 0 && (section.heading?.level ?? 0) > (before.heading?.level ?? 0);
    return { part: found.part, at: isFirstBelow ? found.start + 1 : found.end };
  }
  for (const behind of home.sections.slice(index + 1)) {
    const found = findSection(document, template, behind);
    if (found) return { part: found.part, at: found.start };
  }
  if (home.kind === 'attachment') return null;
  const part = document.parts.findIndex(({ kind }) => kind === home.kind);
  if (part < 0) return null;
  const { children } = document.parts[part]!;
  const end = children.findIndex(isEnd);
  return { part, at: end < 0 ? children.length : end };
};

/**
 * A document with a section of a template put where it belongs, written with the values the document was begun with;
 * a part of its own when no part has room for it. Returns the first new block.
 */
export const placeSection = (
  document: GovDocument,
  template: Template,
  section: TemplateSection,
): Readonly<{ document: GovDocument; first: string }> => {
  const leaves = createLeafWriter(template, document.template?.values ?? {});
  const blocks = buildSection(section, leaves);
  const place = placeFor(document, template, section);
  const first = blocks[0]!.id;
  if (place) {
    const parts = document.parts.map((part, at) =>
      at === place.part ? { ...part, children: part.children.toSpliced(place.at, 0, ...blocks) } : part,
    );
    return { document: { ...document, parts }, first };
  }
  const home = homeOf(template, section)!;
  const part: Part = { type: 'part', id: createId(), kind: home.kind, numbering: home.numbering, children: blocks };
  const parts = home.kind === 'notice' ? [part, ...document.parts] : [...document.parts, part];
  return { document: { ...document, parts }, first };
};
