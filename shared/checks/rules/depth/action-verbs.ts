import { z } from 'zod';
import data from '../../../../assets/dictionaries/action-verbs.json';

/** Verbs for what is to be done, as headings of published plans have them, and the words that stand before such verbs. */
export const actionVerbsSchema = z.strictObject({
  verbs: z.array(z.string().min(2)),
  adverbs: z.array(z.string().min(2)),
});

const { verbs, adverbs } = actionVerbsSchema.parse(data);
const any = verbs.join('|');

export const startsWithVerb = new RegExp(`^(?:${any}|${adverbs.join('|')}|[做抓建办管用守打讲]|以.{1,12}(?:${any}))`);
export const hasVerb = new RegExp(any);
const bare = '推进|推动|加快|加强|强化|深化|落实|实施|贯彻|抓好|狠抓|抓实|统筹|提升|完善|促进|开展|做好';
/** A text of nothing but verbs that say nothing without what they are done to: 强化推进, 抓好落实. */
export const onlyBareVerbs = new RegExp(`^(?:(?:全面|全力|持续|切实|认真|进一步|大力|积极)?(?:${bare})){1,3}$`);
