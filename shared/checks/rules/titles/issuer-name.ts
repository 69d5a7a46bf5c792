import { blockText } from '../../../document/plain-text';
import type { PartCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';

const rule = {
  id: 'consistency/issuer-name',
  severity: 'should',
  source: sources.elements,
  title: '标题里的发文机关与署名写法一致',
  examples: {
    right:
      '云川市人民政府办公室关于推进标准化工作的意见\n各县（市、区）人民政府：\n现提出如下意见。\n一、制定标准\n制定电机标准。\n云川市人民政府办公室\n2026年3月5日',
    wrong:
      '云川市政府办公室关于推进标准化工作的意见\n各县（市、区）人民政府：\n现提出如下意见。\n一、制定标准\n制定电机标准。\n云川市人民政府办公室\n2026年3月5日',
  },
} as const;

const withoutPeople = (name: string): string => name.replace(/\s|人民/g, '');

export const issuerName: PartCheck = {
  ...rule,
  reads: 'part',
  run: ({ part }) => {
    const title = part.children.find((block) => block.type === 'title');
    const issuer = /^(.{3,40}?)关于/.exec(title ? blockText(title) : '')?.[1];
    if (!title || !issuer) return [];
    const signed = part.children
      .filter((block) => block.type === 'signature')
      .map((block) => blockText(block).replace(/\s/g, ''))
      .find((name) => name !== issuer && withoutPeople(name) === withoutPeople(issuer));
    if (signed === undefined) return [];
    const range = { start: 0, end: issuer.length };
    return [findBlock(rule, title, `标题写作“${issuer}”，署名写作“${signed}”，应当一致。`, range)];
  },
};
