import type { Block } from '../../../shared/document/block';
import type { DocumentMeta, GovDocument } from '../../../shared/document/document';
import type { DraftKind } from '../../../shared/document/edited-part';
import { blockText } from '../../../shared/document/plain-text';
import { assessFunctions } from '../../../shared/functions/assess-functions';
import { blockFunctions } from '../../../shared/functions/block-functions';
import { planDraft } from '../../../shared/plan/derived/draft-document';
import { type ShownPart, withEditedPart } from '../../../shared/plan/derived/shown-parts';
import { shownIndicators } from '../../../shared/plan/indicators/shown-indicators';
import { readPlan } from '../../../shared/plan/read-plan';
import { draftLines, readLines } from './plan-texts';

export const { document: plan } = readLines(draftLines);
export const draftOf = (document: GovDocument, kind: DraftKind = 'drafting-note') => {
  const functions = blockFunctions(assessFunctions(document));
  const { indicators, tasks } = readPlan(document, functions);
  return planDraft({ document, functions, indicators: shownIndicators(indicators, document.meta).shown, tasks }, kind);
};
export const partOf = (document: GovDocument, name: string, kind?: DraftKind): ShownPart => {
  const found = draftOf(document, kind).parts.find((part) => part.name === name);
  if (!found) throw new Error(`no part ${name}`);
  return found;
};
export const textsOf = (document: GovDocument, kind?: DraftKind) =>
  Object.fromEntries(draftOf(document, kind).parts.map(({ key, text }) => [key, text] as const));
export const withMeta = (document: GovDocument, meta: DocumentMeta): GovDocument => ({ ...document, meta });
export const edit = (
  document: GovDocument,
  name: string,
  text: string,
  kind: DraftKind = 'drafting-note',
): GovDocument => {
  const meta = withEditedPart(document.meta, kind, partOf(document, name, kind), text);
  if (!meta) throw new Error('no more parts can be kept');
  return withMeta(document, meta);
};
/** The plan with the blocks of its main part changed. */
export const withBlocks = (
  document: GovDocument,
  change: (blocks: readonly Block[]) => readonly Block[],
): GovDocument => ({
  ...document,
  parts: document.parts.map((part) =>
    part.kind === 'main' ? { ...part, children: [...change(part.children)] } : part,
  ),
});
export const reword = (document: GovDocument, before: string, after: string): GovDocument =>
  withBlocks(document, (blocks) =>
    blocks.map((block) =>
      block.type !== 'table' && blockText(block).includes(before)
        ? { ...block, children: [{ text: blockText(block).replace(before, after) }] }
        : block,
    ),
  );
export const chapterAt = (blocks: readonly Block[], heading: string): number =>
  blocks.findIndex((block) => block.type === 'clause' && block.level === 1 && blockText(block) === heading);
export const safeguards = (blocks: readonly Block[]): readonly Block[] =>
  blocks.slice(
    chapterAt(blocks, '保障措施'),
    blocks.findIndex((block) => blockText(block).startsWith('本方案自')),
  );
export const withoutSafeguards = (document: GovDocument): GovDocument =>
  withBlocks(document, (blocks) => blocks.filter((block) => !safeguards(blocks).includes(block)));
