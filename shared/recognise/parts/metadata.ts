import { fold } from '../lines/fold';
import { endsLikeTitle, isPipeLine } from '../lines/line-kinds';
import { type Stretch, sliceStretch } from '../lines/stretch';
import type { SourceParagraph } from '../types';
import type { Reading } from './marks';

/** Names of rows in the table that a web page sets above a published text, spaces left out. */
const label =
  /^(?:索引号|信息索引|统一编号|标题|名称|文件名称|文件标题|公文名称|公文标题|政策名称|信息名称|文号|发文字号|文件编号|发布机构|发文机关|发布机关|发文单位|制发机关|公开责任部门|信息分类|主题分类|主题词|主题|体裁分类|分类|成文日期|发文日期|发布日期|生成日期|公开日期|印发日期|生效日期|废止日期|施行日期|有效性|时效性|是否有效|效力状态|公开方式|公开范围|公开形式)：?$/;
const titleLabel = /^(?:标题|名称|文件名称|文件标题|公文名称|公文标题|政策名称|信息名称)：?$/;

const isLabel = (text: string): boolean => label.test(fold(text).replace(/\s/g, ''));

/** So many paragraphs from the start such a table may stand. */
const nearStart = 12;

/** The table of a web page that came along into a Word file, as lines of cells between pipes, like that of a text. */
export const spreadMetadata = (paragraphs: readonly SourceParagraph[]): readonly SourceParagraph[] => {
  const at = paragraphs.slice(0, nearStart).findIndex(({ table }) => table);
  const found = paragraphs[at];
  const rows = found?.table?.rows ?? [];
  const cells = rows.flat().filter(({ text }) => text.trim() !== '');
  const labels = cells.filter(({ text }) => isLabel(text) || isLabel(text.split(/[：:]/)[0]!)).length;
  if (!found || labels < 3 || labels < cells.length / 3) return paragraphs;
  const { line, anchors } = found;
  if (anchors) return paragraphs;
  const lines = rows.map(
    (row): SourceParagraph => ({ line, text: `|${row.map(({ text }) => text.trim()).join('|')}|` }),
  );
  return [...paragraphs.slice(0, at), ...lines, ...paragraphs.slice(at + 1)];
};

const couldBeTitle = (folded: string): boolean =>
  folded.length >= 6 &&
  folded.length <= 110 &&
  !/[。；|]/.test(folded) &&
  (endsLikeTitle(folded) || /关于/.test(folded));

/** The cell behind the label of the title in a line of cells, or in a line with a colon. */
const valueIn = (stretch: Stretch): Stretch | null => {
  const { text, folded } = stretch;
  const cuts = isPipeLine(folded) || text.includes('\t') ? /[|｜\t]/g : /[：:]/g;
  const ends = [...text.matchAll(cuts)].map(({ index }) => index);
  const starts = [0, ...ends.map((at) => at + 1)];
  for (const [at, start] of starts.entries()) {
    const name = folded.slice(start, ends[at] ?? folded.length).replace(/[\s*【】]/g, '');
    if (ends[at] === undefined || !titleLabel.test(name)) continue;
    // A title may have a colon itself.
    const end = cuts.source.includes('：') ? folded.length : (ends[at + 1] ?? folded.length);
    const value = sliceStretch(stretch, starts[at + 1]!, end);
    if (couldBeTitle(value.folded)) return value;
  }
  return null;
};

/** How many names of such rows a line holds. */
const labelsIn = ({ text }: Stretch): number =>
  text.length > 400 ? 0 : text.split(/[：:|｜\t]/).filter((cell) => isLabel(cell.replace(/[*【】]/g, ''))).length;

/** A row of such a table with its cells beside each other. */
export const isMetadataRow = (stretch: Stretch): boolean => stretch.text.includes('\t') && labelsIn(stretch) > 0;

/**
 * The title that only a row 标题 or 名称 above the text names, and the line behind the last such row; null where none
 * does.
 */
export const findNamedTitle = (
  { lines }: Reading,
  before: number,
): Readonly<{ title: Stretch; end: number }> | null => {
  const above = lines.slice(0, before);
  const labels = above.map(({ stretch }) => labelsIn(stretch));
  // Among rows of such a table only: 名称：… alone may be anything.
  if (labels.reduce((sum, count) => sum + count, 0) < 3) return null;
  const last = labels.findLastIndex((count) => count > 0);
  for (const [at, { stretch }] of above.entries()) {
    const below = above[at + 1]?.stretch;
    const alone = titleLabel.test(stretch.folded.replace(/\s/g, '')) && below && couldBeTitle(below.folded);
    const title = valueIn(stretch) ?? (alone ? below : null);
    if (title) return { title, end: Math.max(last, at + (alone ? 1 : 0)) + 1 };
  }
  return null;
};
