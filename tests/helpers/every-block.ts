import type { Block, Clause, TextBlock } from '../../shared/document/block';
import type { GovDocument } from '../../shared/document/document';
import type { Pictures } from '../../shared/document/picture';
import type { TextLeaf } from '../../shared/document/text';
import { makePng, pictureOf } from './make-picture';

const text = (type: Exclude<TextBlock['type'], 'clause' | 'boxTitle' | 'picture'>, id: string, words: string): Block =>
  ({ type, id, children: [{ text: words }] }) as Block;
const clause = (id: string, level: Clause['level'], words: string, more: Partial<Clause> = {}): Block => ({
  type: 'clause',
  id,
  level,
  ...more,
  children: [{ text: words }],
});
const row = (...cells: string[]) => ({
  type: 'row' as const,
  children: cells.map((words) => ({ type: 'cell' as const, children: [{ text: words }] })),
});
const leaves: TextLeaf[] = [
  { text: '依据《' },
  { text: '上级文件名称', placeholder: { key: 'basis', kind: 'text' } },
  { text: '》制定。' },
];
const box = { boxId: 'box-000001' };
const stripes = makePng(320, 200);

/** The bytes of its picture. */
export const everyBlockPictures: Pictures = new Map([[pictureOf(stripes).sha256, stripes]]);

/** Every type of block once, empty ones, a placeholder, a reference, a table and an attachment. */
export const everyBlock: GovDocument = {
  schemaVersion: 1,
  id: 'input-method',
  meta: { genre: 'implementation-opinion' },
  setAside: [],
  parts: [
    {
      type: 'part',
      id: 'main-part',
      kind: 'main',
      numbering: {},
      children: [
        text('title', 'the-title', '云川市推进社区养老服务实施意见'),
        text('subtitle', 'subtitle', '（征求意见稿）'),
        text('salutation', 'salutation', '各区人民政府，市政府各部门：'),
        { type: 'paragraph', id: 'placeholder', children: leaves },
        clause('heading-1', 1, '总体要求'),
        clause('run-in', 2, '主要目标。到二〇三〇年建成站点一百二十个。', { runIn: true }),
        text('responsibility', 'unit-note', '（责任单位：市民政局）'),
        clause('empty-2', 2, ''),
        clause('heading-2', 1, '重点任务'),
        clause('run-in-2', 2, '完善设施。新建小区同步配套养老用房。', { runIn: true }),
        clause('item-3', 3, '开展社区助餐。'),
        clause('item-4', 4, '每周更新菜单。'),
        text('dash', 'dash-item', '对失能老人上门服务。'),
        { type: 'boxTitle', id: 'box-title', ...box, children: [{ text: '助餐工程' }] },
        clause('box-item', 3, '改造社区食堂。', box),
        { type: 'table', id: 'the-table', children: [row('指标', '单位', '目标'), row('站点数', '个', '')] },
        {
          type: 'picture',
          id: 'the-picture',
          picture: pictureOf(stripes),
          children: [{ text: '站点分布示意' }],
        },
        {
          type: 'paragraph',
          id: 'reference',
          children: [{ text: '按' }, { text: '第二部分第（一）条', ref: 'run-in-2' }, { text: '办理。' }],
        },
        text('paragraph', 'paragraph', '各项工作按年度推进。'),
        text('paragraph', 'empty-1', ''),
        text('signature', 'signature', '云川市人民政府'),
        text('dateLine', 'date-line', '2026年3月5日'),
        text('note', 'the-note', '（此件公开发布）'),
      ],
    },
    {
      type: 'part',
      id: 'attachment',
      kind: 'attachment',
      numbering: {},
      children: [text('title', 'second-title', '任务分工表'), text('paragraph', 'last-text', '分工由市民政局解释。')],
    },
  ],
};
