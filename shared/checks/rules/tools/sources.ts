import type { RuleSource } from '../../types';

const practice = (clause: string): RuleSource => ({ tier: 'practice', clause });
const standard = (clause: string): RuleSource => ({ tier: 'standard', clause });
const regulation = (clause: string): RuleSource => ({ tier: 'regulation', clause });

/** Sources the rules quote, in one place so that they read alike. */
export const sources = {
  elements: regulation('《党政机关公文处理工作条例》第九条'),
  revision: regulation('《党政机关公文处理工作条例》第二十条'),
  genres: regulation('《党政机关公文处理工作条例》第八条'),
  burden: regulation('中办、国办关于整治形式主义为基层减负的规定（2024年）'),
  quoting: practice('引用公文的惯例：先标题，后文号'),
  documentNumber: standard('GB/T 9704—2012 7.2.5'),
  copyNumber: standard('GB/T 9704—2012 7.2.1'),
  urgency: standard('GB/T 9704—2012 7.2.3'),
  secrecy: standard('GB/T 9704—2012 7.2.2'),
  recipients: standard('GB/T 9704—2012 7.3.2'),
  note: standard('GB/T 9704—2012 7.3.6'),
  copyTo: standard('GB/T 9704—2012 7.4.2'),
  printing: standard('GB/T 9704—2012 7.4.3'),
  title: standard('GB/T 9704—2012 7.3.1'),
  headings: standard('GB/T 9704—2012 7.3.3'),
  date: standard('GB/T 9704—2012 7.3.5.4'),
  attachments: standard('GB/T 9704—2012 7.3.7'),
  punctuation: standard('GB/T 15834—2011'),
  numbers: standard('GB/T 15835—2011'),
  functions: practice('同文种公开文件的通行结构'),
  wording: practice('公文用语惯例'),
  editing: practice('文稿校核惯例'),
  formulas: practice('固定表述词库（2025年10月）'),
  template: { tier: 'template', clause: '所用模板' },
} as const satisfies Record<string, RuleSource>;
