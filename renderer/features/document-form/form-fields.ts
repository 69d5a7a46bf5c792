import { isCalendarDay } from '../../../shared/checks/rules/tools/calendar';
import type { DocumentMeta } from '../../../shared/document/document';

/** Fields of the form. 主送, 署名 and 成文日期 are lines of the text, the others are kept beside it. */
export type FormValues = Readonly<
  Record<
    | 'issuingOrgan'
    | 'documentNumber'
    | 'copyNumber'
    | 'secrecy'
    | 'urgency'
    | 'signers'
    | 'salutation'
    | 'signature'
    | 'dateLine'
    | 'copyTo'
    | 'printingOrgan'
    | 'printingDate',
    string
  >
>;
export type FieldName = keyof FormValues;

type Field = Readonly<{
  name: FieldName;
  label: string;
  example: string;
  limit: number;
  /** Takes several lines, one entry each. */
  lines?: true;
  choices?: readonly string[];
}>;

/** Groups in the order in which they are printed (GB/T 9704-2012, 7.2–7.4). */
export const fieldGroups: readonly Readonly<{ title: string; fields: readonly Field[] }>[] = [
  {
    title: '版头',
    fields: [
      {
        name: 'issuingOrgan',
        label: '发文机关',
        example: '如 云川市人民政府，联合行文每行一个',
        limit: 600,
        lines: true,
      },
      { name: 'documentNumber', label: '发文字号', example: '如 云政发〔2026〕5号', limit: 60 },
      { name: 'copyNumber', label: '份号', example: '一般不填', limit: 12 },
      { name: 'secrecy', label: '密级和保密期限', example: '一般不填', limit: 30 },
      { name: 'urgency', label: '紧急程度', example: '特急、加急，一般不填', limit: 10, choices: ['特急', '加急'] },
      { name: 'signers', label: '签发人', example: '上行文填写；多人用顿号隔开', limit: 250 },
    ],
  },
  {
    title: '正文中的各行',
    fields: [
      { name: 'salutation', label: '主送', example: '如 各县（市、区）人民政府，市政府各部门：', limit: 1000 },
      { name: 'signature', label: '署名', example: '联合行文每行一个', limit: 600, lines: true },
      { name: 'dateLine', label: '成文日期', example: '如 2026年3月1日', limit: 30 },
    ],
  },
  {
    title: '版记',
    fields: [
      { name: 'copyTo', label: '抄送', example: '如 市委各部门，市人大常委会办公室。', limit: 1000 },
      { name: 'printingOrgan', label: '印发机关', example: '如 云川市人民政府办公室', limit: 120 },
      { name: 'printingDate', label: '印发日期', example: '如 2026年3月5日', limit: 30 },
    ],
  },
];

/** The fields kept beside the text, as the form shows them. */
export const readMeta = (meta: DocumentMeta): Omit<FormValues, 'salutation' | 'signature' | 'dateLine'> => ({
  issuingOrgan: meta.issuingOrgan ?? '',
  documentNumber: meta.documentNumber ?? '',
  copyNumber: meta.copyNumber ?? '',
  secrecy: meta.secrecy ?? '',
  urgency: meta.urgency ?? '',
  signers: (meta.signers ?? []).join('、'),
  copyTo: meta.copyTo ?? '',
  printingOrgan: meta.printingOrgan ?? '',
  printingDate: meta.printingDate ?? '',
});

const names = (typed: string): string[] =>
  typed
    .split(/[、，,；;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** The document's fields with those of the form as typed, what is empty left out; the others stay. */
export const writeMeta = (meta: DocumentMeta, genre: DocumentMeta['genre'], values: FormValues): DocumentMeta => {
  const signers = names(values.signers);
  const texts = (
    [
      'issuingOrgan',
      'documentNumber',
      'copyNumber',
      'secrecy',
      'urgency',
      'copyTo',
      'printingOrgan',
      'printingDate',
    ] as const
  )
    .map((name) => [name, values[name].trim()] as const)
    .filter(([, text]) => text !== '');
  const shown = new Set<string>([...fieldGroups.flatMap(({ fields }) => fields.map(({ name }) => name)), 'genre']);
  const others = Object.fromEntries(Object.entries(meta).filter(([name]) => !shown.has(name)));
  return { ...others, genre, ...Object.fromEntries(texts), ...(signers.length > 0 && { signers }) };
};

/** A date as 7.3.5.4 has it, as a number that can be compared; null for anything else. */
const readDate = (text: string): number | null => {
  const match = /^(\d{4})年([1-9]\d?)月([1-9]\d?)日$/.exec(text.trim());
  if (!match) return null;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  return isCalendarDay(year, month, day) ? year * 10_000 + month * 100 + day : null;
};

/** What cannot be stored, and so not saved: null when all fits. */
export const problemWith = (name: FieldName, typed: string): string | null => {
  if (name !== 'signers') return null;
  const signers = names(typed);
  if (signers.length > 12) return '签发人最多 12 个。';
  return signers.some((signer) => signer.length > 20) ? '每个签发人最多 20 字，多人用顿号隔开。' : null;
};

/**
 * A remark on what was typed, or null. Forms: 7.2.5 (文号, 〔〕, no leading zero), 7.3.2 (主送 ends with ：),
 * 7.3.5.4 (dates), 7.4.2 (抄送 ends with 。), 7.4.3 (印发 not before 成文).
 */
export const noteOn = (name: FieldName, values: FormValues): string | null => {
  const value = values[name].trim();
  if (value === '') return null;
  switch (name) {
    case 'issuingOrgan':
      return /文件$/m.test(value) ? '不用写“文件”二字，导出时自动加上。' : null;
    case 'documentNumber':
      return /^\p{Script=Han}{1,12}〔\d{4}〕[1-9]\d*号$/u.test(value)
        ? null
        : '一般写作“机关代字〔年份〕序号号”，如 云政发〔2026〕5号。年份用六角括号，序号前不加 0。';
    case 'copyNumber':
      return /^\d{6}$/.test(value) ? null : '份号用 6 位数字，如 000001。';
    case 'secrecy':
      return '本软件不能用于涉密文件。涉密内容请勿在此起草、保存或导出。';
    case 'urgency':
      return value === '特急' || value === '加急' ? null : '紧急程度分“特急”和“加急”。';
    case 'salutation':
      return value.endsWith('：') ? null : '末尾加全角冒号。';
    case 'copyTo':
      return value.endsWith('。') ? null : '末尾加句号。';
    case 'dateLine':
      return readDate(value) === null ? '写作 2026年3月1日，月日前不加 0，日期须存在。' : null;
    case 'printingDate': {
      const printed = readDate(value);
      if (printed === null) return '写作 2026年3月5日，月日前不加 0，日期须存在。';
      const dated = readDate(values.dateLine);
      return dated !== null && printed < dated ? '印发日期早于成文日期，请核对。' : null;
    }
    case 'signers':
    case 'signature':
    case 'printingOrgan':
      return null;
  }
};
