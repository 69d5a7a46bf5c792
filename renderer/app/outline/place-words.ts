import type { Block } from '../../../shared/document/block';
import type { GovDocument } from '../../../shared/document/document';
import { type OutlineRow, pathTo } from './outline-rows';

const named: Partial<Record<Block['type'], string>> = {
  title: '标题',
  subtitle: '副标题',
  salutation: '主送机关',
  signature: '署名',
  dateLine: '成文日期',
  note: '附注',
};

const bare = (label: string): string => label.replace(/[、.]$/, '');

const rowWords = (row: OutlineRow): string => {
  if (row.kind === 'opening' || row.kind === 'notice' || row.kind === 'closing') return row.text;
  if (row.kind === 'attachment') return row.text.split('：')[0] ?? '附件';
  return bare(row.label) || `“${row.text.slice(0, 8)}”`;
};

/** Where a block stands, as one would say it: 二（三）第1段, 附件1一第2段, 标题. */
export const placeWords = (
  document: Pick<GovDocument, 'parts'>,
  rows: readonly OutlineRow[],
  rowIndex: number,
  blockId: string,
): string => {
  const row = rows[rowIndex];
  const part = row && document.parts[row.part];
  const at = part?.children.findIndex((block) => block.id === blockId) ?? -1;
  const block = part?.children[at];
  if (!row || !part || !block) return '';
  const outer = row.part === document.parts.findIndex((other) => other.kind === 'main');
  const name = named[block.type];
  if (name) return outer ? name : `${pathTo(rows, rowIndex).map(rowWords)[0]}${name}`;
  const heading = part.children[row.at];
  const place = pathTo(rows, rowIndex).map(rowWords).join('');
  if (block === heading && block.type === 'clause' && !block.runIn) return place;
  if (block.type === 'table') return `${place}表格`;
  const first = heading?.type === 'clause' && heading.runIn ? row.at : row.at + (heading?.type === 'clause' ? 1 : 0);
  const paragraphs = part.children.slice(first, at + 1).filter((other) => !named[other.type] && other.type !== 'boxTitle');
  return paragraphs.length > 0 ? `${place}第${paragraphs.length}段` : place;
};
