import { derivedDocument, derivedHeading, derivedParagraph, derivedTable } from '../../document/derived-document';
import type { GovDocument } from '../../document/document';
import type { Superior } from '../../document/superior';
import type { Sheet } from '../../export/xlsx/write-xlsx';
import type { SuperiorRow, SuperiorStatus } from './compare-superior';

const superiorTableTitle = '贯彻落实对照表';

export const superiorStatusNames: Readonly<Record<SuperiorStatus, string>> = {
  taken: '已贯彻',
  partly: '部分贯彻',
  maybe: '待确认',
  missing: '未见对应',
  equal: '与上级一致',
  below: '未达上级',
  above: '优于上级',
  amount: '总量，核对分解数',
};

const head = ['序号', '上级要求', '本文件对应内容', '位置', '贯彻情况'] as const;

/** What is asked for, as one line. */
export const askedOf = ({ item }: Pick<SuperiorRow, 'item'>): string =>
  item.kind === 'task'
    ? `${item.text}${item.deadline ? `（${item.deadline}）` : ''}`
    : `${item.text}${item.change ? (item.less ? '下降' : '增长') : item.less ? '≤' : ''}${item.value}${item.unit}${item.year === null ? '' : `（${item.year}年）`}`;

/** How it is answered, in a few words. */
export const statusOf = ({ status, later, decided }: SuperiorRow): string =>
  [superiorStatusNames[status], later && '晚于上级时限', decided && '人工确认']
    .filter((words) => words !== false)
    .join('，');

const cells = (row: SuperiorRow, at: number, placeOf: (blockId: string) => string): string[] => [
  String(at + 1),
  askedOf(row),
  row.answers.map(({ text }) => text).join('；'),
  row.answers.map(({ blockId }) => placeOf(blockId)).join('；'),
  statusOf(row),
];

/** How many are answered and how many are not. */
const summary = (rows: readonly SuperiorRow[]): string => {
  const count = (...wanted: readonly SuperiorStatus[]): number =>
    rows.filter(({ status }) => wanted.includes(status)).length;
  return `上级要求共${rows.length}项：有对应内容${count('taken', 'partly', 'equal', 'above', 'below', 'amount')}项，待确认${count('maybe')}项，未见对应${count('missing')}项；未达上级${count('below')}项，晚于上级时限${rows.filter(({ later }) => later).length}项。`;
};

/**
 * The 贯彻落实对照表 as a document of its own, a chapter for each superior document.
 * @param placeOf where a block stands in plain Chinese (`describePlaces`)
 */
export const superiorDocument = (
  title: string,
  superiors: readonly Superior[],
  rows: readonly SuperiorRow[],
  placeOf: (blockId: string) => string,
): GovDocument =>
  derivedDocument(
    `${title}${superiorTableTitle}`,
    superiors.flatMap(({ id, title: above }) => {
      const own = rows.filter(({ superior }) => superior === id);
      return [
        derivedHeading(above),
        derivedParagraph(summary(own)),
        derivedTable(
          head,
          own.map((row, at) => cells(row, at, placeOf)),
        ),
      ];
    }),
  );

/** The same as a sheet of a workbook. */
export const superiorSheet = (
  superiors: readonly Superior[],
  rows: readonly SuperiorRow[],
  placeOf: (blockId: string) => string,
): Sheet => {
  const titles = new Map(superiors.map(({ id, title }) => [id, title] as const));
  return {
    name: superiorTableTitle,
    widths: [6, 30, 40, 40, 24, 20],
    rows: [
      ['序号', '上级文件', ...head.slice(1)],
      ...rows.map((row, at) => {
        const [number = '', ...rest] = cells(row, at, placeOf);
        return [number, titles.get(row.superior) ?? '', ...rest];
      }),
    ],
  };
};
