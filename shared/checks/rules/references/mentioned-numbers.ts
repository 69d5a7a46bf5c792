import { byBlock } from '../../../document/by-block';
import { fromChineseNumeral } from '../../../numbering/chinese-numerals';
import { foldedText } from '../../../recognise/lines/folded-text';

/** Where a text speaks of 附件2, 专栏3, 表4 or 图5; what stands in 《》 belongs to another document. */
export const readMentions = byBlock((block) => {
  if (block.type === 'table' || block.type === 'title') return [];
  return [
    ...foldedText(block).matchAll(
      /(附件|专栏|表|(?<![地蓝意试企版])图) ?(\d{1,2}|[一二三四五六七八九十]{1,2})(?![\d年月个项级条.—-]|[\u4e00-\u9fff]{0,3}》)/g,
    ),
  ].map(({ 0: text, 1: kind = '', 2: numeral = '', index }) => ({
    block,
    kind,
    value: /^\d+$/.test(numeral) ? Number(numeral) : (fromChineseNumeral(numeral) ?? 0),
    text,
    start: index,
    end: index + text.length,
  }));
});
