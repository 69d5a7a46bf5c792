import { byBlock } from '../../../document/by-block';
import { blockText } from '../../../document/plain-text';
import { foldedText } from '../../../recognise/lines/folded-text';

/** A declaration （以下简称“…”）: the short name, and the title in 《》 it stands for where it stands for one. */
export const readAbbreviations = byBlock((block) => {
  const text = blockText(block);
  return [
    ...foldedText(block).matchAll(
      /(《[^《》]{4,80}》(?:（[^（）]{4,40}）)?)?（(?:以下|下)(?:均|统|分别)?(?:简称|统称)(?:为)?[：]?[“"《]?([^”"》（）“、，]{2,20})[”"》]?(?:，下同)?）/g,
    ),
  ].map((match) => {
    const start = match.index + match[0].lastIndexOf('（');
    const name = match[2] ?? '';
    const nameAt = match.index + match[0].lastIndexOf(name);
    return {
      block,
      name: text.slice(nameAt, nameAt + name.length),
      title: match[1] ? text.slice(match.index, match.index + match[1].indexOf('》') + 1) : null,
      start,
      end: match.index + match[0].length,
    };
  });
});
