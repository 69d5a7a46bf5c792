import type { Block } from '../../../shared/document/block';
import type { GovDocument, Part } from '../../../shared/document/document';
import { isHeading } from '../../../shared/document/is-heading';
import { blockText } from '../../../shared/document/plain-text';
import { buildOutline, type OutlineNode } from '../../../shared/numbering/build-outline';
import { computeLabels } from '../../../shared/numbering/compute-labels';

/** One row of the outline panel. Rows stand in document order, so a block belongs to the last row at or before it. */
export type OutlineRow = Readonly<{
  /** Known by the block or part it stands for. */
  id: string;
  /** Block to go to. */
  blockId: string;
  kind: 'notice' | 'opening' | 'clause' | 'box' | 'closing' | 'attachment';
  /** Index into `document.parts`, and into its blocks. */
  part: number;
  at: number;
  depth: number;
  label: string;
  text: string;
  /** Index of the row above in the tree; -1 at the top. */
  parent: number;
  hasChildren: boolean;
}>;

type Draft = { -readonly [Key in keyof OutlineRow]: OutlineRow[Key] };

const closes = (block: Block): boolean =>
  block.type === 'signature' || block.type === 'dateLine' || block.type === 'note';

const closingStart = (part: Part): number => {
  let at = part.children.length;
  while (at > 0 && closes(part.children[at - 1]!)) at -= 1;
  return at;
};

/** Every part, heading, item and 专栏 of the document, with 导语 and 落款, flat and in order. One pass, O(n). */
export const outlineRows = (document: Pick<GovDocument, 'parts'>): OutlineRow[] => {
  const rows: Draft[] = [];
  const labels = computeLabels(document);
  const addBranch = (node: OutlineNode, depth: number, parent: number) => {
    const block = document.parts[node.part]!.children[node.start]!;
    // A numbered sentence is text, not a heading: the outline would only repeat it.
    if (node.level > 1 && node.children.length === 0 && blockText(block) !== '' && node.kind === 'clause') {
      if (!isHeading(block)) return;
    }
    const index = rows.length;
    rows.push({
      id: node.id,
      blockId: node.id,
      kind: node.kind === 'box' ? 'box' : 'clause',
      part: node.part,
      at: node.start,
      depth,
      label: node.label,
      text: node.text.trim() || (node.kind === 'box' ? '（未写标题）' : '（待写）'),
      parent,
      hasChildren: false,
    });
    for (const child of node.children) addBranch(child, depth + 1, index);
    rows[index]!.hasChildren = rows.length > index + 1;
  };
  buildOutline(document, labels).forEach((root, index) => {
    const part = document.parts[index]!;
    const first = part.children[0]!;
    const base = { part: index, at: 0, depth: 0, label: '', parent: -1, hasChildren: false };
    if (part.kind !== 'main') {
      const attachment = part.kind === 'attachment';
      const parent = rows.length;
      rows.push({
        ...base,
        id: part.id,
        blockId: first.id,
        kind: attachment ? 'attachment' : 'notice',
        text: attachment ? `${root.label}：${root.text || '（未写标题）'}` : '印发通知',
      });
      for (const child of root.children) addBranch(child, 1, parent);
      rows[parent]!.hasChildren = rows.length > parent + 1;
      return;
    }
    const body = root.children[0]?.start ?? closingStart(part);
    if (body > 0) {
      const opening = part.children.slice(0, body).find((block) => block.type === 'paragraph') ?? first;
      rows.push({ ...base, id: `${part.id}:opening`, blockId: opening.id, kind: 'opening', text: '导语' });
    }
    for (const child of root.children) addBranch(child, 0, -1);
    const end = closingStart(part);
    const closing = part.children[end];
    if (closing && end > 0) {
      rows.push({ ...base, id: `${part.id}:closing`, blockId: closing.id, kind: 'closing', at: end, text: '落款' });
    }
  });
  return rows;
};

/** Whether two lists of rows show the same. */
export const sameRows = (a: readonly OutlineRow[], b: readonly OutlineRow[]): boolean =>
  a.length === b.length &&
  a.every((row, index) => {
    const other = b[index]!;
    return (
      row.id === other.id &&
      row.text === other.text &&
      row.label === other.label &&
      row.depth === other.depth &&
      row.at === other.at &&
      row.part === other.part &&
      row.hasChildren === other.hasChildren &&
      row.blockId === other.blockId
    );
  });

/** By block id: the index of the row each block belongs to; -1 for one above the first row. */
export const rowOfBlocks = (document: Pick<GovDocument, 'parts'>, rows: readonly OutlineRow[]): Map<string, number> => {
  const found = new Map<string, number>();
  let row = -1;
  document.parts.forEach((part, partIndex) => {
    part.children.forEach((block, at) => {
      for (let next = rows[row + 1]; next; next = rows[row + 1]) {
        if (next.part > partIndex || (next.part === partIndex && next.at > at)) break;
        row += 1;
      }
      found.set(block.id, row);
    });
  });
  return found;
};

/** The row and the rows above it in the tree, outermost first. */
export const pathTo = (rows: readonly OutlineRow[], index: number): OutlineRow[] => {
  const path: OutlineRow[] = [];
  for (let row = rows[index]; row; row = rows[row.parent]) path.unshift(row);
  return path;
};
