import type { GovDocument } from '../../document/document';
import { foldedText } from '../../recognise/lines/folded-text';
import { lastYear } from './years';

const digits = '〇一二三四五六七八九';

/** The year of issue: that of the 成文日期, else of the 发文字号, else the first one the title names; null when none says it. */
export const issueYear = ({ parts, meta }: Pick<GovDocument, 'parts' | 'meta'>): number | null => {
  const blocks = parts.flatMap(({ children }) => children);
  for (const block of blocks.filter(({ type }) => type === 'dateLine')) {
    const text = foldedText(block)
      .replace(/[〇零○]/g, '0')
      .replace(/[一二三四五六七八九]/g, (sign) => String(digits.indexOf(sign)));
    const year = lastYear(text);
    if (year !== null) return year;
  }
  const numbered = /[〔（[](\d{4})[〕）\]]/.exec(meta.documentNumber ?? '')?.[1];
  if (numbered) return Number(numbered);
  const title = blocks.find(({ type }) => type === 'title');
  const named = title && /(?:19|20)\d{2}/.exec(foldedText(title))?.[0];
  return named ? Number(named) : null;
};
