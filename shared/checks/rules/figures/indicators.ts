import { byBlock } from '../../../document/by-block';
import { foldedText } from '../../../recognise/lines/folded-text';

const scale: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8, 万亿: 1e12 };

const statement =
  /(?<name>[\u4e00-\u9fff（）“”]{4,24}?)(?:均|分别)?(?:达到|达|提高到|提升到|提升至|提高至|增加到|增长到|降低到|下降到|降至|增至|控制在|稳定在|为)(?:约)?(?<value>\d+(?:\.\d+)?)(?<scale>万亿|[万亿])?(?<unit>[%‰]|个百分点|[个家项件名人次辆台套座所亩元吨])(?:以上|以下|以内|左右)?(?=[，。；、]|$)/g;

/** Names that are not an indicator by themselves. */
const vague =
  /^(?:其中|分别|总数|总量|累计|全市|全省|力争|比例|总额|数量|增速|规模)+$|[的了]$|每|新增|年均|增长|比$|其中/;

/** Shorter names (产业规模) are said of one thing here and of another there. */
const shortest = 6;

/** Values with their year, the last one named before them in the same text; nothing without a year. */
export const readIndicators = byBlock((block) => {
  if (block.type === 'table') return [];
  const text = foldedText(block);
  const years = [...text.matchAll(/(?:到|至|截至)?((?:19|20)\d{2})年(?:底|末)?/g)].map(({ 1: year = '', index }) => ({
    year,
    index,
  }));
  return [...text.matchAll(statement)].flatMap((match) => {
    const groups = match.groups as Record<'name' | 'value' | 'unit', string> & { scale?: string };
    const sentence = Math.max(text.lastIndexOf('。', match.index), text.lastIndexOf('；', match.index));
    const year = years.findLast(({ index }) => index > sentence && index <= match.index + groups.name.length)?.year;
    const name = groups.name
      .replace(/^.*?年(?:底|末)?|^(?:全市|全省|全区|全县|本市|力争|使|且|并|实现)+/g, '')
      .replace(/^(?:全市|全省|力争)+/, '');
    if (!year || name.length < shortest || vague.test(name.replace(/规模$/, '')) || vague.test(name)) return [];
    return [
      {
        block,
        name,
        year,
        unit: groups.unit,
        value: Number(groups.value) * (scale[groups.scale ?? ''] ?? 1),
        words: match[0].slice(match[0].indexOf(groups.value)),
        start: match.index,
        end: match.index + match[0].length,
      },
    ];
  });
});
