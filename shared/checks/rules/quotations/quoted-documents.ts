import { byBlock } from '../../../document/by-block';
import { blockText } from '../../../document/plain-text';
import { foldedText } from '../../../recognise/lines/folded-text';

/** A document quoted with title and number: 《…》（云政发〔2025〕8号). */
export const readQuotations = byBlock((block) => {
  const text = blockText(block);
  return [
    ...foldedText(block).matchAll(/《([^《》]{4,100})》（([\u4e00-\u9fff]{1,12})[〔（](\d{4})[〕）]第?(\d+)号?）/g),
  ].map((match) => ({
    block,
    title: text.slice(match.index + 1, match.index + 1 + match[1]!.length),
    number: `${match[2]}〔${match[3]}〕${match[4]}号`,
    start: match.index,
    end: match.index + match[0].length,
  }));
});
