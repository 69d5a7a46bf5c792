/** What can be done with a table at the caret. */
export type TableAction =
  | 'rowAbove'
  | 'rowBelow'
  | 'columnLeft'
  | 'columnRight'
  | 'deleteRow'
  | 'deleteColumn'
  | 'deleteTable'
  | 'mergeCells'
  | 'splitCell'
  | 'toggleHeader'
  | 'numberColumn'
  | 'textColumn'
  | 'sum';

/** An action as the toolbar, the menu and the palette name it. */
export type NamedTableAction = Readonly<{
  action: TableAction;
  name: string;
  /** For a narrow button; the name says all of it. */
  short: string;
  /** Syllables of the name, with a space between. */
  pinyin: string;
}>;

/** In groups, as a menu draws lines between them. */
export const tableActionGroups: readonly (readonly NamedTableAction[])[] = [
  [
    { action: 'rowAbove', name: '在上方插入行', short: '上插行', pinyin: 'zai shang fang cha ru hang' },
    { action: 'rowBelow', name: '在下方插入行', short: '下插行', pinyin: 'zai xia fang cha ru hang' },
    { action: 'columnLeft', name: '在左侧插入列', short: '左插列', pinyin: 'zai zuo ce cha ru lie' },
    { action: 'columnRight', name: '在右侧插入列', short: '右插列', pinyin: 'zai you ce cha ru lie' },
  ],
  [
    { action: 'mergeCells', name: '合并单元格', short: '合并', pinyin: 'he bing dan yuan ge' },
    { action: 'splitCell', name: '拆分单元格', short: '拆分', pinyin: 'chai fen dan yuan ge' },
  ],
  [
    { action: 'toggleHeader', name: '表头行', short: '表头', pinyin: 'biao tou hang' },
    { action: 'textColumn', name: '文字列（左对齐）', short: '文字列', pinyin: 'wen zi lie' },
    { action: 'numberColumn', name: '数字列（右对齐）', short: '数字列', pinyin: 'shu zi lie' },
    { action: 'sum', name: '本列合计', short: '合计', pinyin: 'ben lie he ji' },
  ],
  [
    { action: 'deleteRow', name: '删除行', short: '删行', pinyin: 'shan chu hang' },
    { action: 'deleteColumn', name: '删除列', short: '删列', pinyin: 'shan chu lie' },
    { action: 'deleteTable', name: '删除表格', short: '删表', pinyin: 'shan chu biao ge' },
  ],
];
