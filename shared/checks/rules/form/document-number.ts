import type { DocumentCheck } from '../../types';
import { findDocument } from '../tools/finding';
import { sources } from '../tools/sources';

const rule = {
  id: 'form/document-number',
  severity: 'must',
  source: sources.documentNumber,
  title: '发文字号写作“机关代字〔年份〕顺序号”，如云政发〔2026〕5号',
  examples: {
    right:
      '云川市人民政府关于推进标准化工作的意见\n云政发〔2026〕5号\n各县（市、区）人民政府：\n现提出如下意见。\n一、制定标准\n制定电机标准。',
    wrong:
      '云川市人民政府关于推进标准化工作的意见\n云政发〔2026〕第05号\n各县（市、区）人民政府：\n现提出如下意见。\n一、制定标准\n制定电机标准。',
  },
} as const;

/** What is wrong with a number, as short phrases. Brackets are left out where the whole source lost its full width. */
const faults = (number: string, halfWidth: boolean): string[] => {
  const text = number.replace(/\s/g, '');
  const found: string[] = [];
  if (!/〔\d+〕/.test(text) && !(halfWidth && /[[(]\d+[\])]/.test(text))) found.push('年份用六角括号〔〕括起');
  if (!/\D\d{4}\D/.test(text)) found.push('年份写四位数');
  if (/第\d+[号號]?$/.test(text)) found.push('顺序号前不加“第”');
  if (/\D0\d*[号號]?$/.test(text)) found.push('顺序号前不加0');
  if (!/[号號]$/.test(text)) found.push('顺序号后加“号”');
  if (!/^[\u4e00-\u9fff]/.test(text)) found.push('年份前写机关代字');
  return found;
};

export const documentNumber: DocumentCheck = {
  ...rule,
  reads: 'document',
  run: ({ meta }, { halfWidth }) => {
    if (!meta.documentNumber) return [];
    const found = faults(meta.documentNumber, halfWidth);
    if (found.length === 0) return [];
    // Web pages turn 〔〕 into []: alone it says little about the document itself.
    const onlyBrackets = found.length === 1 && /\[\d{4}\]/.test(meta.documentNumber);
    const message = `发文字号“${meta.documentNumber}”：${found.join('，')}。`;
    return [findDocument(rule, message, onlyBrackets ? 'should' : rule.severity)];
  },
};
