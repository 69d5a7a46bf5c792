import type { Block, TextBlock } from '../document/block';
import type { GovDocument, Numbering, Part } from '../document/document';
import { leadEnd } from '../document/heading-text';
import { blockText } from '../document/plain-text';
import type { TextLeaf } from '../document/text';
import type { TemplateDifference } from './compare-templates';
import { findSection, placeSection, type SectionPlace } from './place-section';
import type { Template, TemplateSection } from './template';
import { textsOf } from './template-blocks';
import { referTo } from './template-of';

const sectionOf = (template: Template, id: string): TemplateSection =>
  template.parts.flatMap((part) => part.sections).find((section) => section.id === id)!;

/** Leaves with a stretch of their text replaced; it takes the marks of the leaf in which it begins. */
const replaceIn = (leaves: readonly TextLeaf[], start: number, end: number, text: string): TextLeaf[] => {
  let from = 0;
  let written = false;
  const next = leaves.flatMap((leaf): TextLeaf[] => {
    const [before, behind] = [leaf.text.slice(0, Math.max(0, start - from)), leaf.text.slice(Math.max(0, end - from))];
    const touched = from < end && from + leaf.text.length > start;
    from += leaf.text.length;
    if (!touched) return [leaf];
    const words = `${before}${written ? '' : text}${behind}`;
    written = true;
    return words === '' ? [] : [{ ...leaf, text: words }];
  });
  return next.length > 0 ? next : [{ text }];
};

const replaceBlock = (document: GovDocument, next: Block): GovDocument => ({
  ...document,
  parts: document.parts.map((part) =>
    part.children.some((block) => block.id === next.id)
      ? { ...part, children: part.children.map((block) => (block.id === next.id ? next : block)) }
      : part,
  ),
});

/** Fixed stretches of a text of the template that were worded otherwise before, in the same place. */
const rewordings = (before: TemplateSection, after: TemplateSection): [string, string][] => {
  const pieces = (section: TemplateSection) =>
    section.blocks.flatMap(textsOf).map((text) => text.split(/\{[^}]*\}|\[[^\]]*\]/));
  const [old, present] = [pieces(before), pieces(after)];
  return old.flatMap((texts, at) => {
    const others = present[at];
    if (!others || others.length !== texts.length) return [];
    return texts.flatMap((text, index): [string, string][] =>
      text !== others[index] && text.length > 1 ? [[text, others[index]!]] : [],
    );
  });
};

const takeOut = (document: GovDocument, { part, start, end }: SectionPlace): GovDocument => ({
  ...document,
  parts: document.parts.flatMap((one, at): Part[] => {
    if (at !== part) return [one];
    const children = one.children.toSpliced(start, end - start);
    return children.length > 0 ? [{ ...one, children }] : one.kind === 'main' ? [one] : [];
  }),
});

type Step = (document: GovDocument) => GovDocument | null;

/** How a difference shows in the text of a document; null when it concerns checks and guidance alone. */
const stepFor = (from: Template, to: Template, difference: TemplateDifference): Step | null => {
  switch (difference.kind) {
    case 'whole':
      return null;
    case 'numbering': {
      const part = to.parts[difference.part]!;
      return (document) => {
        const target = document.parts.find(({ kind }) => kind === part.kind);
        if (!target || part.kind === 'attachment') return null;
        const numbering: Numbering = { ...part.numbering, ...(target.numbering.frozen && { frozen: true }) };
        return { ...document, parts: document.parts.map((one) => (one === target ? { ...one, numbering } : one)) };
      };
    }
    case 'added': {
      const section = sectionOf(to, difference.section);
      if (!section.included) return null;
      return (document) => (findSection(document, to, section) ? null : placeSection(document, to, section).document);
    }
    case 'removed': {
      const section = sectionOf(from, difference.section);
      return (document) => {
        const place = findSection(document, from, section);
        return place && takeOut(document, place);
      };
    }
    case 'moved': {
      const [old, section] = [sectionOf(from, difference.section), sectionOf(to, difference.section)];
      return (document) => {
        const place = findSection(document, from, old);
        if (!place) return null;
        const blocks = document.parts[place.part]!.children.slice(place.start, place.end);
        const placed = placeSection(takeOut(document, place), to, section);
        const part = placed.document.parts.find(({ children }) => children.some(({ id }) => id === placed.first));
        const at = part?.children.findIndex(({ id }) => id === placed.first) ?? -1;
        if (!part) return null;
        const known = new Set(document.parts.flatMap(({ children }) => children.map(({ id }) => id)));
        const children = part.children.filter((block) => known.has(block.id)).toSpliced(at, 0, ...blocks);
        return {
          ...placed.document,
          parts: placed.document.parts.map((one) => (one === part ? { ...part, children } : one)),
        };
      };
    }
    case 'changed': {
      const [old, section] = [sectionOf(from, difference.section), sectionOf(to, difference.section)];
      if (difference.field === 'heading') return headingStep(from, old, section);
      return difference.field === 'blocks' ? wordsStep(old, section) : null;
    }
  }
};

const headingStep = (from: Template, old: TemplateSection, section: TemplateSection): Step | null => {
  const [before, after] = [old.heading, section.heading];
  if (!before || !after || before.text === after.text || /[[{]/.test(after.text)) return null;
  return (document) => {
    const place = findSection(document, from, old);
    const clause = place && document.parts[place.part]!.children[place.start];
    if (clause?.type !== 'clause') return null;
    const stop = blockText(clause).slice(0, leadEnd(clause)).endsWith('。') ? 1 : 0;
    return replaceBlock(document, {
      ...clause,
      children: replaceIn(clause.children, 0, leadEnd(clause) - stop, after.text),
    });
  };
};

const wordsStep = (old: TemplateSection, section: TemplateSection): Step | null => {
  const changes = rewordings(old, section);
  if (changes.length === 0) return null;
  return (document) => {
    let next = document;
    for (const [before, after] of changes) {
      const block = next.parts
        .flatMap(({ children }) => children)
        .find((one): one is TextBlock => one.type !== 'table' && blockText(one).includes(before));
      if (!block) return null;
      const start = blockText(block).indexOf(before);
      next = replaceBlock(next, {
        ...block,
        children: replaceIn(block.children, start, start + before.length, after),
      } as Block);
    }
    return next;
  };
};

/** What a difference between the document's template and a newer one means for the document. */
export type Effect = 'text' | 'rules' | 'none';

/** text: the document's words follow · rules: guidance and checks alone · none: the document says it otherwise. */
export const effectOf = (
  document: GovDocument,
  from: Template,
  to: Template,
  difference: TemplateDifference,
): Effect => {
  const step = stepFor(from, to, difference);
  if (!step) return 'rules';
  return step(document) ? 'text' : 'none';
};

/**
 * The document brought to a newer template: the picked differences are carried into its text, one after the other;
 * guidance and checks are those of the newer template from now on.
 */
export const upgradeDocument = (
  document: GovDocument,
  from: Template,
  to: Template,
  picked: readonly TemplateDifference[],
): GovDocument => {
  let next = document;
  for (const difference of picked) next = stepFor(from, to, difference)?.(next) ?? next;
  return { ...next, template: referTo(to, document.template?.values) };
};
