import { blockText } from '../../../document/plain-text';
import type { PartCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';

const rule = {
  id: 'consistency/foreign-place',
  severity: 'should',
  source: sources.editing,
  title: '标题与署名是同一个地方',
  examples: {
    right:
      '云川市人民政府关于推进标准化工作的意见\n各县（市、区）人民政府：\n现提出如下意见。\n一、制定标准\n制定电机标准。\n云川市人民政府\n2026年3月5日',
    wrong:
      '云川市人民政府关于推进标准化工作的意见\n各县（市、区）人民政府：\n现提出如下意见。\n一、制定标准\n制定电机标准。\n江北市人民政府\n2026年3月5日',
  },
} as const;

/** Place before an organ: 云川市 of 云川市人民政府办公室. */
const placeOf = (name: string): string | null =>
  /^(?:中共)?([\u4e00-\u9fff]{2,8}?[省市县])(?=人民政府|委|政府)/.exec(name.replace(/\s/g, ''))?.[1] ?? null;

export const foreignPlace: PartCheck = {
  ...rule,
  reads: 'part',
  run: ({ part }) => {
    const title = part.children.find((block) => block.type === 'title');
    const place = title ? placeOf(blockText(title)) : null;
    if (!place) return [];
    const signatures = part.children.filter((block) => block.type === 'signature');
    const places = signatures.map((block) => placeOf(blockText(block)));
    if (
      signatures.length === 0 ||
      places.some((other) => other === null || other.includes(place) || place.includes(other))
    )
      return [];
    return [findBlock(rule, signatures[0]!, `标题是“${place}”，署名是“${places[0]}”，请核对。`)];
  },
};
