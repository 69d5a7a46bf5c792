import type { Genre, Part } from '../../../document/document';
import { blockText } from '../../../document/plain-text';
import { fold } from '../../../recognise/lines/fold';
import type { DocumentCheck } from '../../types';
import { findDocument } from '../tools/finding';
import { sources } from '../tools/sources';

const rule = {
  id: 'completeness/elements-missing',
  severity: 'should',
  source: sources.elements,
  title: '通知和意见写明主送机关、署名和成文日期',
  examples: {
    right:
      '云川市人民政府关于推进标准化工作的意见\n各县（市、区）人民政府：\n现就推进标准化工作提出如下意见。\n一、制定标准\n制定电机地方标准。\n云川市人民政府\n2026年3月16日',
    wrong:
      '云川市人民政府关于推进标准化工作的意见\n各县（市、区）人民政府：\n现就推进标准化工作提出如下意见。\n一、制定标准\n制定电机地方标准。',
  },
} as const;

const elements = [
  ['salutation', '主送机关'],
  ['signature', '署名'],
  ['dateLine', '成文日期'],
] as const;

/** Genres that are issued on their own; the others are issued by a notice, which carries these elements. */
const issuedAlone: ReadonlySet<Genre> = new Set(['opinion', 'implementation-opinion', 'notice']);

const dateOfIssue = /^[（(]\d{4}年\d{1,2}月(?:\d{1,2}日)?[）)]$/;

/** The month in brackets under the title: whoever issued it stands in the title, as with decisions made public. */
const datedUnderTitle = ({ children }: Part): boolean =>
  children.some((block) => block.type === 'subtitle' && dateOfIssue.test(fold(blockText(block).trim())));

/** A line above the date that is no sentence: a signature too garbled to be read as one. */
const signsUnread = ({ children }: Part): boolean => {
  const above = children[children.findLastIndex(({ type }) => type === 'dateLine') - 1];
  const text =
    above?.type === 'paragraph'
      ? blockText(above)
          .replace(/&[a-z]+;/g, '')
          .trim()
      : '';
  return text.length >= 3 && text.length <= 30 && !/[，。；：！？、,;:\d]/.test(text);
};

const missingIn = (part: Part): string[] => {
  const has = (type: string) => part.children.some((block) => block.type === type && blockText(block).trim() !== '');
  const dated = datedUnderTitle(part);
  const there = (type: string): boolean =>
    has(type) || (type !== 'salutation' && dated) || (type === 'signature' && signsUnread(part));
  const names: string[] = elements.filter(([type]) => !there(type)).map(([, name]) => name);
  return has('paragraph') || has('clause') ? names : ['正文', ...names];
};

export const elementsMissing: DocumentCheck = {
  ...rule,
  reads: 'document',
  run: ({ parts, meta }) => {
    const [first] = parts;
    if (!first || (first.kind !== 'notice' && !issuedAlone.has(meta.genre))) return [];
    const missing = missingIn(first);
    const where = first.kind === 'notice' ? '印发通知' : '文件';
    return missing.length > 0 ? [findDocument(rule, `${where}没有${missing.join('、')}，请补上。`)] : [];
  },
};
