import type { GovDocument } from '../document/document';
import { blockText } from '../document/plain-text';
import { computeLabels } from '../numbering/compute-labels';
import { layOutImprint } from './closing/imprint';
import { keepSignatureWithText } from './closing/keep-signature';
import { placeImprint } from './closing/place-imprint';
import { firstPageRoom, heightToText } from './first-page';
import { blankLine, type FlowItem, type LaidOut } from './flow';
import { layOutLetterLines, layOutLetterPage } from './head/letter-head';
import { layOutRedHead } from './head/red-head';
import { breakBefore, separateTables } from './lay-out-blocks';
import { layOutPart, partTitle } from './lay-out-part';
import { layoutMessages } from './layout-messages';
import type { LayoutOptions } from './layout-options';
import { printable } from './printable';

/** Organs of the mark: the form field (several by 、 or line), else the signatures, else the organ a title begins with. */
const issuingOrgans = (document: GovDocument): string[] => {
  const names = (text: string): string[] => text.split(/[、\n]/).flatMap((name) => name.trim() || []);
  if (document.meta.issuingOrgan) return names(document.meta.issuingOrgan);
  const signed = document.parts.find(
    (part) => part.kind !== 'attachment' && part.children.some((block) => block.type === 'signature'),
  );
  const signatures = (signed?.children ?? []).flatMap((block) =>
    block.type === 'signature' ? blockText(block).trim() || [] : [],
  );
  if (signatures.length > 0) return signatures;
  const title = document.parts[0] ? partTitle(document.parts[0]) : '';
  const organ = /^(.{3,40}?(?:人民政府|委员会|办公厅|办公室|厅|局|委|院|中心))关于/.exec(title)?.[1];
  return organ ? [organ] : [];
};

const headOf = (
  organs: readonly string[],
  document: GovDocument,
  options: LayoutOptions,
  room: number,
): readonly FlowItem[] => {
  if (options.format === 'plain') return [];
  if (options.format === 'letter') return layOutLetterLines(document.meta);
  return layOutRedHead(organs, document.meta, options, room);
};

/**
 * The first part with the addressees where they belong: above the text, or, where they would leave no room for any on
 * page 1, in 版记 (7.3.2).
 */
const placeAddressees = (
  items: readonly FlowItem[],
  room: number,
  options: LayoutOptions,
): Readonly<{ items: readonly FlowItem[]; moved: { text: string; anchor: string } | null }> => {
  const at = items.findIndex((item) => item.kind === 'paragraph' && item.style === 'GwTo');
  const to = items[at];
  if (to?.kind !== 'paragraph' || heightToText(items, options) <= room) return { items, moved: null };
  return {
    items: items.filter((_, index) => index !== at),
    moved: { text: printable(to.runs.map((run) => run.text).join('')), anchor: to.anchor ?? '' },
  };
};

/**
 * Sets a document in the official format: parts, blocks and everything derived from them, in reading order.
 * Pure; knows no file format. `messages` say in the clerk's words what was left out, guessed or is still to be done.
 */
export const layOut = (document: GovDocument, options: LayoutOptions): LaidOut => {
  const labels = computeLabels(document);
  const organs = issuingOrgans(document);
  const [first = [], ...others] = document.parts
    .map((part) => layOutPart(part, document, labels, options))
    .filter((items) => items.length > 0);
  const least = firstPageRoom(organs, document.meta, options);
  const { items: text, moved } = placeAddressees(first, least.forText, options);
  const forMark = least.forMark - heightToText(text, options);
  const head = headOf(organs, document, options, forMark);
  const firstPage = options.format === 'letter' ? layOutLetterPage(organs[0], options) : undefined;
  const { parts, apart } = keepSignatureWithText(
    head,
    [separateTables(text), ...others.map((part) => separateTables(breakBefore(part)))],
    firstPage,
    options,
  );
  const items = [...head, ...parts.flat()];
  const imprint = layOutImprint(document.meta, options, moved);
  return {
    items: placeImprint(items.length > 0 ? items : blankLine(), imprint, firstPage, options),
    ...(firstPage && { firstPage }),
    messages: layoutMessages(document, options, {
      organs,
      labels,
      movedAddressees: moved !== null,
      closingApart: apart,
      textOffFirstPage: heightToText(text, options) > least.forText,
    }),
  };
};
