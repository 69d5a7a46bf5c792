import { z } from 'zod';
import data from '../../../../assets/dictionaries/slips.json';
import { patternCheck } from '../tools/finding';
import { sources } from '../tools/sources';

/** A wrong spelling, the right one, and what may stand before or behind it without its being a slip (regular expressions). */
export const slipsSchema = z.array(
  z.strictObject({
    wrong: z.string().min(2),
    right: z.string().min(2),
    notAfter: z.string().optional(),
    notBefore: z.string().optional(),
  }),
);

const slips = slipsSchema.parse(data);
export const slipCount = slips.length;
const rightFor = new Map(slips.map(({ wrong, right }) => [wrong, right] as const));
const guarded = slips.map(
  ({ wrong, notAfter, notBefore }) =>
    `${notAfter ? `(?<!${notAfter})` : ''}${wrong}${notBefore ? `(?!${notBefore})` : ''}`,
);

export const slipsCheck = patternCheck({
  id: 'wording/slips',
  severity: 'should',
  source: sources.wording,
  title: '没有常见的错别字',
  examples: { right: '部署标准化工作，建立台账。', wrong: '布署标准化工作，建立台帐。' },
  // Inside a quoted title the word stays as it was published.
  when: new RegExp(slips.map(({ wrong }) => wrong).join('|')),
  pattern: new RegExp(`(?:${guarded.join('|')})(?![^《》]{0,60}》)`, 'g'),
  judge: ([word]) => {
    const right = rightFor.get(word) ?? '';
    return { message: `“${word}”应写作“${right}”。`, text: right };
  },
});
