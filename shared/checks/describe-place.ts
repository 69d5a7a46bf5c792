import type { Block } from '../document/block';
import type { GovDocument, Part } from '../document/document';
import { computeLabels } from '../numbering/compute-labels';

const fixedNames: Partial<Record<Block['type'], string>> = {
  title: '标题',
  subtitle: '副标题',
  salutation: '主送机关',
  signature: '署名',
  dateLine: '成文日期',
  note: '附注',
};

/** A number as it is spoken of: 二、 → 二, 1. → 1. */
const spoken = (label: string): string => label.replace(/[、.．]$/, '');

const partName = (part: Part, labels: ReadonlyMap<string, string>): string =>
  part.kind === 'notice' ? '通知' : part.kind === 'attachment' ? (labels.get(part.id) ?? '附件') : '';

const describePart = (part: Part, labels: ReadonlyMap<string, string>, places: Map<string, string>): void => {
  const open: string[] = [];
  let box: { id: string; name: string } | null = null;
  let paragraphs = 0;
  const name = partName(part, labels);
  for (const block of part.children) {
    const boxId = 'boxId' in block ? block.boxId : undefined;
    if (box && boxId !== box.id) {
      box = null;
      paragraphs = 0;
    }
    const label = spoken(labels.get(block.id) ?? '');
    let own = '';
    if (block.type === 'boxTitle') {
      box = { id: block.boxId, name: label };
      paragraphs = 0;
    } else if (block.type === 'clause' && !box) {
      open.length = Math.min(open.length, block.level - 1);
      open[block.level - 1] = label;
      // The text behind a run-in heading is its first paragraph.
      paragraphs = block.runIn ? 1 : 0;
    } else if (block.type === 'clause') own = label;
    else if (block.type === 'responsibility') own = '责任单位';
    else if (fixedNames[block.type] === undefined) {
      paragraphs += 1;
      own = block.type === 'table' ? `第${paragraphs}段表格` : `第${paragraphs}段`;
    }
    const fixed = fixedNames[block.type];
    places.set(block.id, name + (fixed ?? `${open.join('')}${box?.name ?? ''}${own}`) || '正文');
  }
};

/**
 * Places of all blocks in plain Chinese, by block id: 二（三）第2段 · 附件1第1段 · 通知署名.
 * The text behind a run-in heading is the first paragraph of its clause.
 */
export const describePlaces = (document: Pick<GovDocument, 'parts'>): ReadonlyMap<string, string> => {
  const labels = computeLabels(document);
  const places = new Map<string, string>();
  for (const part of document.parts) describePart(part, labels, places);
  return places;
};
