/** A number with its unit as it stands in a text; offsets in UTF-16 units. */
export type Quantity = Readonly<{
  /** As written: 120, 5.5, 5～8. */
  value: string;
  /** With the power that stands before it: 万人, %, 个百分点, 件/万人; empty for an index or a score. */
  unit: string;
  start: number;
  end: number;
  bound: 'at-least' | 'at-most' | 'about' | null;
}>;

/** 1,200 with whatever comma the text has (a folded one is full). */
const number = '\\d+(?:[,，]\\d{3}(?!\\d))*(?:\\.\\d+)?';
const power = '(?:万亿|千亿|百亿|千万|百万|十万|[万亿千百])';

const factors: Readonly<Record<string, number>> = {
  百: 1e2,
  千: 1e3,
  万: 1e4,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  百亿: 1e10,
  千亿: 1e11,
  万亿: 1e12,
};
const powered = new RegExp(`^(${power})?(.*)$`);

/** A unit without the power before it, and what that multiplies by: 万人 → 10000, 人. */
export const splitPower = (written: string): Readonly<{ factor: number; unit: string }> => {
  const [, before = '', unit = ''] = powered.exec(written) ?? [];
  return { factor: factors[before] ?? 1, unit };
};
const units = [
  '[KMGTkmgt]bps',
  '[PTGM]B',
  '[GMk][Ww]h?',
  '个百分点',
  '百分点',
  '吨标准煤',
  '标准煤',
  '平方公里',
  '平方千米',
  '平方米',
  '立方米',
  '微克',
  '毫克',
  '毫米',
  '厘米',
  '公里',
  '千米',
  '公顷',
  '海里',
  '千瓦时',
  '千瓦',
  '兆瓦',
  '标箱',
  '美元',
  '欧元',
  '小时',
  '分钟',
  '人次',
  '人天',
  '架次',
  '班次',
  '床位',
  '车位',
  '学位',
  '航线',
  '个工作日',
  '公斤',
  '千克',
  '克',
  ...'%‰‱个家项件名人户次辆台套座处所亩元吨米张条批斤株棵年份部类种只头株度倍岁天级分位间幅篇册支艘场期组对片栋幢块段站列口宗起桩盏根枚家门届路款例',
].join('|');
/** A second way to count, in brackets: 个（条）. */
const orElse = '(?:（[个家条部座所处台套幢户人项件名]）)?';
const per =
  '(?:/(?:每)?[万亿千百十]{0,2}(?:\\d+)?[\\u4e00-\\u9fff]{1,4}?(?=[，。；、）以左的]|$)|/立方米|/人|/年|/日|/公里|/亩)?';

const quantity = new RegExp(
  `(?<![\\d.第〔×xXA-Za-z+-])(?<value>${number})(?:%?(?:～|~|—|-|至|到)(?<to>${number}))?(?:余|多)?(?<unit>${power}?(?:${units})${orElse}${per}|${power}|(?=(?:以上|以下|以内|左右)?(?:[，。；、）]|和\\d|$)))(?:余|多)?(?<bound>以上|以下|以内|之内|左右|上下)?`,
  'g',
);

const atLeast = /(?:不低于|不少于|不小于|超过|高于|大于|多于|突破|至少|不下于)$/;
const atMost = /(?:不高于|不超过|不大于|不多于|低于|小于|少于|控制在|最多)$/;
const about = /(?:约|大约|近|左右)$/;

const boundOf = (before: string, behind: string | undefined): Quantity['bound'] => {
  if (behind === '以上' || atLeast.test(before)) return 'at-least';
  if (behind === '以下' || behind === '以内' || behind === '之内' || atMost.test(before)) return 'at-most';
  return behind !== undefined || about.test(before) ? 'about' : null;
};

/** 由15个工作日压缩至: what is aimed at starts from there. */
const shortens = /^(?:以内)?(?:压缩|缩短|缩减|压减|减少|降)[^，。；\d]{0,3}[到至在为]\d/;
const shortened = /[压缩减降控][^，。；]{0,3}[到至在为]$/;

/** Numbers with units of a folded text, in order; dates, numbers of documents and ordinals are none. */
export const readQuantities = (text: string): Quantity[] =>
  [...text.matchAll(quantity)].flatMap((match) => {
    const groups = match.groups as { value: string; to?: string; unit: string; bound?: string };
    const start = match.index;
    // 3个月, 2个工作日, 4个方面 are spans of time and counts of words; 压缩至3个工作日 is what is aimed at.
    // 受教育年限11.5年; every other 年 is a date.
    if (
      groups.unit === '年' &&
      !(Number(groups.value) < 100 && /(?:年限|寿命|周期|期限)[^，。；]{0,5}$/.test(text.slice(0, start)))
    )
      return [];
    if (
      !(
        groups.unit === '个工作日' &&
        (shortened.test(text.slice(0, start)) || shortens.test(text.slice(start + match[0].length)))
      ) &&
      /^(?:个(?:月|工作日|小时|方面|坚持|统筹|结合|维度|人|体|性)|项目)/.test(
        text.slice(start + match[0].search(/[个项]/)),
      )
    )
      return [];
    const value = (groups.to === undefined ? groups.value : `${groups.value}～${groups.to}`).replaceAll('，', ',');
    return [
      {
        value,
        unit: groups.unit,
        start,
        end: start + match[0].length,
        bound: boundOf(text.slice(Math.max(0, start - 4), start), groups.bound),
      },
    ];
  });
