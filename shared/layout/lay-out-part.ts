import type { GovDocument, Part } from '../document/document';
import { leavesText } from '../document/plain-text';
import { layOutAttachmentList } from './closing/attachment-list';
import { layOutAttendance } from './closing/attendance';
import { layOutSignature } from './closing/signature';
import { blankLine, type FlowItem, type FlowParagraph } from './flow';
import { charactersPerLine } from './gb9704';
import { type ColumnItem, layOutBlocks } from './lay-out-blocks';
import type { LayoutOptions } from './layout-options';
import { printable } from './printable';
import { runsText } from './text-runs';

/** Where 附件说明 stands: before 署名, 成文日期 and 附注 at the end of the text, else at its end (7.3.4). */
const closingStart = (blocks: Part['children']): number => {
  let at = blocks.length;
  while (at > 0 && ['signature', 'dateLine', 'note'].includes(blocks[at - 1]!.type)) at -= 1;
  return at;
};

export const partTitle = (part: Part): string => {
  const title = part.children.find((block) => block.type === 'title');
  return title ? printable(leavesText(title.children)).replace(/\s/g, '') : '';
};

const heading = new Set(['GwTitle', 'GwSubtitle']);

/** One blank line between the title (with its subtitles) and what follows (7.3.2). */
const separateTitle = (items: readonly FlowItem[]): FlowItem[] => {
  const end = items.findIndex((item) => item.kind !== 'paragraph' || !heading.has(item.style));
  return end <= 0 ? [...items] : [...items.slice(0, end), ...blankLine(), ...items.slice(end)];
};

/** Characters of a paragraph of at most four lines. */
const shortParagraph = 4 * charactersPerLine;

/**
 * 署名 and 成文日期 stand on a page that also has text: a short last paragraph stays with them. A long one does not
 * (some word processors would move all of it and leave half a page), nor the only one: page 1 must show text (7.3.3).
 */
const keepLastWithNext = (items: readonly FlowItem[]): FlowItem[] => {
  const last = items.at(-1);
  const body = items.filter((item) => item.kind === 'paragraph' && item.style === 'GwBody');
  if (last?.kind !== 'paragraph' || body.length < 2 || runsText(last.runs).length > shortParagraph) return [...items];
  return [...items.slice(0, -1), { ...last, keepNext: true }];
};

/** Names of the attachments that 附件说明 of this part lists. */
const listedIn = (part: Part, document: GovDocument, options: LayoutOptions): string[] => {
  const named = (kind: Part['kind']) => document.parts.filter((other) => other.kind === kind).map(partTitle);
  if (part.kind === 'main') return named('attachment');
  // 批转、转发、印发性通知 need no 附件说明: only where the bureau treats the issued text as an attachment.
  return part.kind === 'notice' && options.issuedText === 'attachment' ? named('main') : [];
};

/** Paragraphs besides 附件1, the title and their blank lines an attachment may have to be turned with its table. */
const fewParagraphs = 3;

/** An attachment that is nothing but its head and a wide table stands on turned pages as a whole. */
const turnWhole = (items: readonly FlowItem[]): FlowItem[] => {
  const first = items.findIndex((item) => item.kind === 'landscape');
  const others = items.filter((item) => item.kind !== 'landscape');
  const words = others.filter(
    (item) => item.kind !== 'paragraph' || !/^Gw(?:Blank|Title|AttachLabel)$/.test(item.style),
  );
  if (first < 0 || words.length > fewParagraphs || words.some((item) => item.kind !== 'paragraph' || item.picture))
    return [...items];
  const content = items.flatMap((item) => (item.kind === 'landscape' ? item.content : [item as ColumnItem]));
  return [{ kind: 'landscape', content }];
};

/** One part: its text with 附件说明, 署名, 成文日期 and 附注; an attachment with its head (7.3). */
export const layOutPart = (
  part: Part,
  document: GovDocument,
  labels: ReadonlyMap<string, string>,
  options: LayoutOptions,
): FlowItem[] => {
  const end = closingStart(part.children);
  const body = separateTitle(layOutBlocks(part.children.slice(0, end), labels, options));
  const text = options.format === 'minutes' && part.kind === 'main' ? layOutAttendance(body) : body;
  const closing = layOutBlocks(part.children.slice(end), labels, options) as FlowParagraph[];
  const signed = closing.filter((paragraph) => paragraph.style !== 'GwNote');
  const notes = closing.filter((paragraph) => paragraph.style === 'GwNote');
  const items = [
    ...(signed.length > 0 ? keepLastWithNext(text) : text),
    ...layOutAttachmentList(listedIn(part, document, options)),
    ...(signed.length > 0 ? layOutSignature(signed, options.signature) : []),
    ...notes,
  ];
  const issued =
    part.kind === 'main' &&
    options.issuedText === 'attachment' &&
    document.parts.some((other) => other.kind === 'notice');
  if ((part.kind !== 'attachment' && !issued) || items.length === 0) return items;
  // 附件 and its number on line 1, the title on line 3 (7.3.7).
  const label: FlowParagraph = {
    kind: 'paragraph',
    style: 'GwAttachLabel',
    runs: [{ text: labels.get(part.id) ?? '附件' }],
    anchor: part.id,
  };
  return turnWhole([label, ...blankLine(1, true), ...items]);
};
