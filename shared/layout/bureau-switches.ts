import type { LayoutOptions } from './layout-options';

/** One value a person can choose; `standard` where GB/T 9704-2012 itself says so. */
type Choice<Value> = Readonly<{ value: Value; label: string; standard?: true }>;

/** Formats of the standard: 文件 (7), 信函 (10.1), 纪要 (10.3), and a text without 版头. */
export const formatChoices: readonly Choice<LayoutOptions['format']>[] = [
  { value: 'plain', label: '不带版头' },
  { value: 'document', label: '文件' },
  { value: 'letter', label: '信函' },
  { value: 'minutes', label: '纪要' },
];

type SwitchOf<Name extends keyof LayoutOptions> = Readonly<{
  name: Name;
  label: string;
  /** What hangs on it, where the choices do not say. */
  remark?: string;
  choices: readonly Choice<LayoutOptions[Name]>[];
}>;
export type BureauSwitch = {
  [Name in Exclude<keyof LayoutOptions, 'format' | 'signature'>]: SwitchOf<Name>;
}[Exclude<keyof LayoutOptions, 'format' | 'signature'>];

const yesNo = (standard: boolean) =>
  [
    { value: false, label: '不加粗', ...(standard && { standard: true as const }) },
    { value: true, label: '加粗' },
  ] as const;

/**
 * What the standard leaves to the bureau, or bureaus do otherwise, in the order of the page. Where no choice is marked
 * the standard says nothing; the first is then the usual one.
 */
export const bureauSwitches: readonly Readonly<{ title: string; switches: readonly BureauSwitch[] }>[] = [
  {
    title: '页面',
    switches: [
      {
        name: 'profile',
        label: '页边距',
        remark: '“按印出位置”扣除首行上方的半个行距，印出后第一行字的顶端正好在 37 毫米处。',
        choices: [
          { value: 'standard', label: '按国标数值', standard: true },
          { value: 'compensated', label: '按印出位置' },
        ],
      },
      {
        name: 'pageNumber',
        label: '页码位置',
        choices: [
          { value: 'outer', label: '单页居右、双页居左', standard: true },
          { value: 'center', label: '居中' },
        ],
      },
      {
        name: 'wideTables',
        label: '八列以上的宽表',
        choices: [
          { value: 'landscape', label: '横排', standard: true },
          { value: 'upright', label: '竖排，压缩列宽' },
        ],
      },
    ],
  },
  {
    title: '版头和版记',
    switches: [
      {
        name: 'markSize',
        label: '发文机关标志字号',
        choices: [
          { value: 'fit', label: '按字数调整' },
          { value: 62, label: '62 磅' },
          { value: 54, label: '54 磅' },
          { value: 48, label: '48 磅' },
          { value: 42, label: '初号' },
          { value: 36, label: '小初' },
        ],
      },
      {
        name: 'jointMark',
        label: '联合行文的标志',
        choices: [
          { value: 'all', label: '列出全部机关' },
          { value: 'lead', label: '只列主办机关' },
        ],
      },
      {
        name: 'rule',
        label: '红线粗细',
        choices: [
          { value: 1.5, label: '1.5 磅' },
          { value: 1, label: '1 磅' },
          { value: 2, label: '2 磅' },
          { value: 2.25, label: '2.25 磅' },
          { value: 3, label: '3 磅' },
        ],
      },
      {
        name: 'imprint',
        label: '版记位置',
        choices: [
          { value: 'last', label: '末页', standard: true },
          { value: 'even', label: '双页（双面印刷的末面）' },
        ],
      },
    ],
  },
  {
    title: '正文',
    switches: [
      {
        name: 'titlePitch',
        label: '标题行距',
        choices: [
          { value: 36, label: '36 磅' },
          { value: 33, label: '33 磅' },
          { value: 35, label: '35 磅' },
          { value: 38, label: '38 磅' },
        ],
      },
      {
        name: 'digits',
        label: '数字和字母',
        choices: [
          { value: 'times', label: 'Times New Roman' },
          { value: 'body', label: '随中文字体' },
        ],
      },
      { name: 'boldLevel2', label: '二级标题', choices: yesNo(true) },
      { name: 'boldLevel3', label: '三级标题', choices: yesNo(true) },
      {
        name: 'numbers',
        label: '层次序数',
        remark: '“自动编号”由 Word、WPS 计数，增删条目后随之改变；“按文字”复制、粘贴时不会丢失。',
        choices: [
          { value: 'text', label: '按文字' },
          { value: 'lists', label: '自动编号' },
        ],
      },
      {
        name: 'unitNote',
        label: '责任单位',
        choices: [
          { value: 'as-written', label: '按文稿' },
          { value: 'run-on', label: '都接在段末' },
          { value: 'own', label: '都另起一行' },
        ],
      },
      {
        name: 'issuedText',
        label: '通知印发的文件',
        remark: '作附件时，通知末尾列出附件说明，文件前标“附件”。',
        choices: [
          { value: 'body', label: '不作附件，另页排' },
          { value: 'attachment', label: '作附件' },
        ],
      },
    ],
  },
];
