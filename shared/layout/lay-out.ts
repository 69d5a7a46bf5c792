import type { Block } from '../document/block';
import type { GovDocument, Part } from '../document/document';
import { blockText, leavesText } from '../document/plain-text';
import { computeLabels } from '../numbering/compute-labels';
import { layOutAttachmentList, layOutClosing } from './closing';
import { blankLine, type FlowItem, type FlowParagraph, type FlowTable } from './flow';
import { frames } from './frames';
import { charactersPerLine, type PageProfile, typeAreaWidth } from './gb9704';
import { layOutBlock } from './lay-out-block';
import { layoutMessages } from './layout-messages';
import { printable } from './printable';
import { layOutRedHead } from './red-head';
import { runsText } from './text-runs';

export type LayoutOptions = Readonly<{ profile: PageProfile; redHead: boolean }>;

/** Width inside the frame of a 专栏: the type area without the cell's margins. */
const boxWidth = typeAreaWidth - 2 * frames.boxMargin;

const isBlank = (item: FlowItem): boolean =>
  item.kind === 'paragraph' && item.runs.every((run) => run.text === '' && run.footnote === undefined);
const boxOf = (block: Block): string | undefined => ('boxId' in block ? block.boxId : undefined);

/** A note that runs on goes to the end of the paragraph above, in its own face (609 of 614 published notes). */
const runOn = (above: FlowItem | undefined, note: FlowParagraph): FlowParagraph | null =>
  above?.kind === 'paragraph' && (above.style === 'GwBody' || above.style === 'GwBoxText')
    ? {
        ...above,
        runs: [...above.runs, ...note.runs.map((run) => ({ ...run, ...(note.anchor && { anchor: note.anchor }) }))],
      }
    : null;

type BoxDraft = { kind: 'box'; id: string; title?: FlowParagraph; content: (FlowParagraph | FlowTable)[] };

/** Blocks one after the other: boxes gathered, notes run on, empty paragraphs left out. */
const layOutBlocks = (blocks: readonly Block[], labels: ReadonlyMap<string, string>): FlowItem[] => {
  const items: FlowItem[] = [];
  let box = null as BoxDraft | null;
  for (const block of blocks) {
    const boxId = boxOf(block);
    if (boxId === undefined) box = null;
    else if (box?.id !== boxId) {
      box = { kind: 'box', id: boxId, content: [] };
      items.push(box);
    }
    const target: FlowItem[] = box ? box.content : items;
    const item = layOutBlock(block, { labels, inBox: box !== null, width: box ? boxWidth : typeAreaWidth });
    if (isBlank(item)) continue;
    if (block.type === 'responsibility' && block.placement !== 'own' && item.kind === 'paragraph') {
      const joined = runOn(target.at(-1), item);
      if (joined) {
        target[target.length - 1] = joined;
        continue;
      }
    }
    if (block.type === 'boxTitle' && box && item.kind === 'paragraph') box.title = item;
    else target.push(item);
  }
  return items;
};

/** Where 附件说明 stands: before 署名, 成文日期 and 附注 at the end of the text, else at its end (7.3.4). */
const closingStart = (blocks: readonly Block[]): number => {
  let at = blocks.length;
  while (at > 0 && ['signature', 'dateLine', 'note'].includes(blocks[at - 1]!.type)) at -= 1;
  return at;
};

const partTitle = (part: Part): string => {
  const title = part.children.find((block) => block.type === 'title');
  return title ? printable(leavesText(title.children)).replace(/\s/g, '') : '';
};

const heading = new Set(['GwTitle', 'GwSubtitle']);

/** One blank line between the title (with its subtitles) and what follows (7.3.2). */
const separateTitle = (items: readonly FlowItem[]): FlowItem[] => {
  const end = items.findIndex((item) => item.kind !== 'paragraph' || !heading.has(item.style));
  return end <= 0 ? [...items] : [...items.slice(0, end), ...blankLine(), ...items.slice(end)];
};

const gap: FlowParagraph = { kind: 'paragraph', style: 'GwTableGap', runs: [] };

/** A little white around tables and boxes; without it two tables in a row would become one in Word. */
const separateTables = (items: readonly FlowItem[]): FlowItem[] =>
  items.flatMap((item, at) => {
    if (item.kind === 'paragraph') return [item];
    const above = items[at - 1];
    return above?.kind === 'paragraph' && !isBlank(above) ? [{ ...gap, keepNext: true }, item, gap] : [item, gap];
  });

const breakBefore = (items: readonly FlowItem[]): FlowItem[] => {
  const [first, ...rest] = items;
  if (first?.kind === 'paragraph') return [{ ...first, pageBreakBefore: true }, ...rest];
  return [{ ...gap, pageBreakBefore: true }, ...items];
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

const layOutPart = (part: Part, document: GovDocument, labels: ReadonlyMap<string, string>): FlowItem[] => {
  const end = closingStart(part.children);
  const text = separateTitle(layOutBlocks(part.children.slice(0, end), labels));
  const attachments =
    part.kind === 'main' ? document.parts.filter((other) => other.kind === 'attachment').map(partTitle) : [];
  const closing = layOutBlocks(part.children.slice(end), labels) as FlowParagraph[];
  const signed = closing.filter((paragraph) => paragraph.style !== 'GwNote');
  const notes = closing.filter((paragraph) => paragraph.style === 'GwNote');
  const items = [
    ...(signed.length > 0 ? keepLastWithNext(text) : text),
    ...layOutAttachmentList(attachments),
    ...(signed.length > 0 ? layOutClosing(signed) : []),
    ...notes,
  ];
  if (part.kind !== 'attachment') return items;
  // 附件 and its number on line 1, the title on line 3 (7.3.7).
  const label: FlowParagraph = {
    kind: 'paragraph',
    style: 'GwAttachLabel',
    runs: [{ text: labels.get(part.id) ?? '附件' }],
    anchor: part.id,
  };
  return [label, ...blankLine(1, true), ...items];
};

/** The organ of the mark: the form field, else the signature, else the organ a title begins with. */
const issuingOrgan = (document: GovDocument): string | undefined => {
  if (document.meta.issuingOrgan) return document.meta.issuingOrgan;
  const blocks = document.parts.flatMap((part) => (part.kind === 'attachment' ? [] : part.children));
  const signature = blocks.find((block) => block.type === 'signature');
  if (signature && blockText(signature).trim() !== '') return blockText(signature).trim();
  const title = document.parts[0] ? partTitle(document.parts[0]) : '';
  return /^(.{3,40}?(?:人民政府|委员会|办公厅|办公室|厅|局|委|院|中心))关于/.exec(title)?.[1];
};

/**
 * Sets a document in the official format: parts, blocks and everything derived from them, in reading order.
 * Pure; knows no file format. `messages` say in the clerk's words what was left out, guessed or is still to be done.
 */
export const layOut = (
  document: GovDocument,
  options: LayoutOptions,
): { readonly items: readonly FlowItem[]; readonly messages: readonly string[] } => {
  const labels = computeLabels(document);
  const organ = issuingOrgan(document);
  const head = options.redHead ? layOutRedHead(organ, document.meta, options.profile) : [];
  const parts = document.parts
    .map((part) => layOutPart(part, document, labels))
    .filter((items) => items.length > 0)
    .map((items, at) => separateTables(at === 0 ? [...head, ...items] : breakBefore(items)));
  const items = parts.flat();
  return {
    items: items.length > 0 ? items : blankLine(),
    messages: layoutMessages(document, options, organ, labels),
  };
};
