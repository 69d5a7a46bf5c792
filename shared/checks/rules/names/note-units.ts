import { byBlock } from '../../../document/by-block';
import { blockText } from '../../../document/plain-text';
import { parseResponsibility } from '../../../recognise/parse-responsibility';

/** Units named in a unit note, the leading ones first. */
export const readUnits = byBlock((block): readonly string[] => {
  if (block.type !== 'responsibility') return [];
  const parsed = parseResponsibility(blockText(block));
  return parsed ? [...parsed.lead, ...parsed.support] : [];
});
