import type { Block, Table } from '../document/block';
import type { FlowBox, FlowItem, FlowLandscape, FlowParagraph, FlowTable } from './flow';
import { landscape, pages } from './gb9704';
import { layOutBlock } from './lay-out-block';
import { layOutPictureCaption, pictureColumn } from './lay-out-picture';
import type { LayoutOptions } from './layout-options';
import { printable } from './printable';

/** What stands in a column of text: everything but turned pages and 版记. */
export type ColumnItem = FlowLandscape['content'][number];

/** From this many columns on a table is wide: upright, a column would have room for three characters. */
const wideColumns = 8;

export const isBlank = (item: FlowItem): boolean =>
  item.kind === 'paragraph' && !item.picture && item.runs.every((run) => run.text === '' && run.footnote === undefined);
const boxOf = (block: Block): string | undefined => ('boxId' in block ? block.boxId : undefined);

const columnsOf = (table: Table): number =>
  Math.max(...table.children.map((row) => row.children.reduce((sum, cell) => sum + (cell.colSpan ?? 1), 0)));

/** A note that runs on goes to the end of the paragraph above, in its own face (609 of 614 published notes). */
const runOn = (above: FlowItem | undefined, note: FlowParagraph): FlowParagraph | null =>
  above?.kind === 'paragraph' && (above.style === 'GwBody' || above.style === 'GwBoxText')
    ? {
        ...above,
        runs: [...above.runs, ...note.runs.map((run) => ({ ...run, ...(note.anchor && { anchor: note.anchor }) }))],
      }
    : null;

/** Turned pages one after the other are one stretch of them. */
const turned = (items: FlowItem[], item: ColumnItem): void => {
  const above = items.at(-1);
  if (above?.kind === 'landscape') items[items.length - 1] = { ...above, content: [...above.content, item] };
  else items.push({ kind: 'landscape', content: [item] });
};

/** 表1　主要指标 above the table. */
const layOutCaption = ({ id, caption = '' }: Table, labels: ReadonlyMap<string, string>): FlowParagraph => ({
  kind: 'paragraph',
  style: 'GwTableCaption',
  runs: [{ text: `${labels.get(id) ?? ''}\u3000${printable(caption).trim()}`.trim() }],
});

type BoxDraft = { kind: 'box'; id: string; title?: FlowParagraph; content: (FlowParagraph | FlowTable)[] };

/** Blocks one after the other: boxes gathered, notes run on, wide tables turned, empty paragraphs left out. */
export const layOutBlocks = (
  blocks: readonly Block[],
  labels: ReadonlyMap<string, string>,
  options: Pick<LayoutOptions, 'unitNote' | 'wideTables' | 'profile'>,
): FlowItem[] => {
  const items: FlowItem[] = [];
  let box = null as BoxDraft | null;
  for (const block of blocks) {
    const boxId = boxOf(block);
    if (boxId === undefined) box = null;
    else if (box?.id !== boxId) {
      box = { kind: 'box', id: boxId, content: [] };
      items.push(box);
    }
    const wide =
      block.type === 'table' && !box && options.wideTables === 'landscape' && columnsOf(block) >= wideColumns;
    const width = wide ? landscape.width : pictureColumn(box !== null);
    const item = layOutBlock(block, { labels, inBox: box !== null, width, pitch: pages[options.profile].pitch });
    if (isBlank(item)) continue;
    const target: FlowItem[] = box ? box.content : items;
    if (block.type === 'responsibility' && item.kind === 'paragraph') {
      const own = options.unitNote === 'as-written' ? block.placement === 'own' : options.unitNote === 'own';
      const joined = own ? null : runOn(target.at(-1), item);
      if (joined) {
        target[target.length - 1] = joined;
        continue;
      }
    }
    if (block.type === 'table' && block.caption !== undefined) {
      const caption = layOutCaption(block, labels);
      if (wide) turned(items, caption);
      else target.push(caption);
    }
    const caption = block.type === 'picture' ? layOutPictureCaption(block, labels.get(block.id)) : null;
    if (caption && item.kind === 'paragraph') {
      target.push({ ...item, keepNext: true }, caption);
      continue;
    }
    if (wide) turned(items, item as ColumnItem);
    else if (block.type === 'boxTitle' && box && item.kind === 'paragraph') box.title = item;
    else target.push(item);
  }
  return items;
};

const gap: FlowParagraph = { kind: 'paragraph', style: 'GwTableGap', runs: [] };
const isCaption = (item: FlowItem): boolean => item.kind === 'paragraph' && item.style === 'GwTableCaption';
const isFramed = (item: FlowItem): item is FlowTable | FlowBox =>
  item.kind === 'box' || (item.kind === 'table' && item.frame !== 'none');

const separate = <Item extends FlowItem>(items: readonly Item[]): (Item | FlowParagraph)[] =>
  items.flatMap((item, at): (Item | FlowParagraph)[] => {
    const above = items[at - 1];
    if (isCaption(item)) return above?.kind === 'paragraph' && !isBlank(above) ? [gap, item] : [item];
    if (!isFramed(item)) return [item];
    if (above && isCaption(above)) return [item, gap];
    return above?.kind === 'paragraph' && !isBlank(above) ? [{ ...gap, keepNext: true }, item, gap] : [item, gap];
  });

/** A little white around tables and boxes; without it two tables in a row would become one in Word. */
export const separateTables = (items: readonly FlowItem[]): FlowItem[] =>
  separate(items).map((item) =>
    item.kind === 'landscape' ? { ...item, content: separate(item.content) as ColumnItem[] } : item,
  );

/** The items from the head of a new page on. Turned pages begin one by themselves. */
export const breakBefore = (items: readonly FlowItem[]): FlowItem[] => {
  const [first, ...rest] = items;
  if (first?.kind === 'landscape') return [...items];
  if (first?.kind === 'paragraph') return [{ ...first, pageBreakBefore: true }, ...rest];
  return [{ ...gap, pageBreakBefore: true }, ...items];
};
