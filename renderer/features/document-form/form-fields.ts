import type { DocumentMeta } from '../../../shared/document/document';

export type FieldName = 'issuingOrgan' | 'documentNumber' | 'copyTo' | 'printingOrgan' | 'printingDate';

type Field = Readonly<{ name: FieldName; label: string; example: string; limit: number }>;

/** Fields of the form in the order in which they are printed (GB/T 9704-2012, 7.2.4–7.4.3). */
export const fields: readonly Field[] = [
  { name: 'issuingOrgan', label: '发文机关', example: '如 云川市人民政府（“文件”二字自动加上）', limit: 120 },
  { name: 'documentNumber', label: '发文字号', example: '如 云政发〔2026〕5号', limit: 60 },
  { name: 'copyTo', label: '抄送', example: '如 市委各部门，市人大常委会办公室，市政协办公室。', limit: 1000 },
  { name: 'printingOrgan', label: '印发机关', example: '如 云川市人民政府办公室', limit: 120 },
  { name: 'printingDate', label: '印发日期', example: '如 2026年3月5日', limit: 30 },
];

export const readForm = (meta: DocumentMeta): Record<FieldName, string> => ({
  issuingOrgan: meta.issuingOrgan ?? '',
  documentNumber: meta.documentNumber ?? '',
  copyTo: meta.copyTo ?? '',
  printingOrgan: meta.printingOrgan ?? '',
  printingDate: meta.printingDate ?? '',
});

const isRealDate = (text: string): boolean => {
  const match = /^(\d{4})年([1-9]\d?)月([1-9]\d?)日$/.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const date = new Date(year, month - 1, day);
  return date.getMonth() === month - 1 && date.getDate() === day;
};

/** A remark on what was typed, or null. Forms: 7.2.5 (文号, 〔〕, no leading zero), 7.4.2 (抄送 ends with 。), 7.4.3. */
export const noteOn = (name: FieldName, typed: string): string | null => {
  const value = typed.trim();
  if (value === '') return null;
  switch (name) {
    case 'issuingOrgan':
      return value.endsWith('文件') ? '不用写“文件”二字，导出时自动加上。' : null;
    case 'documentNumber':
      return /^\p{Script=Han}{1,12}〔\d{4}〕[1-9]\d*号$/u.test(value)
        ? null
        : '一般写作“机关代字〔年份〕序号号”，如 云政发〔2026〕5号。年份用六角括号，序号前不加 0。';
    case 'copyTo':
      return value.endsWith('。') ? null : '末尾加句号。';
    case 'printingOrgan':
      return null;
    case 'printingDate':
      return isRealDate(value) ? null : '写作 2026年3月5日，月日前不加 0。';
  }
};
