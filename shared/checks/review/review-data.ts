import { z } from 'zod';
import type { GovDocument } from '../../document/document';
import { blockText } from '../../document/plain-text';
import { waiverReasons } from '../../document/waiver';
import { blockFunctions } from '../../functions/block-functions';
import { documentFunctions } from '../../functions/types';
import { countCharacters } from '../count-characters';
import { describePlaces } from '../describe-place';
import { mapParts } from '../part-map';
import { type CheckResult, type Finding, offReasons, ruleTiers, severities } from '../types';
import { reviewQuestions } from './review-questions';

const count = z.number().int().min(0);
const finding = {
  rule: z.string(),
  severity: z.enum(severities),
  /** In Chinese: 二（三）第2段, 全文. */
  place: z.string(),
  excerpt: z.string(),
  message: z.string(),
  source: z.strictObject({ tier: z.enum(ruleTiers), clause: z.string() }),
};

/** The 核稿单 as data. Times are ISO 8601, lengths characters. */
export const reviewDataSchema = z.strictObject({
  format: z.literal('nigao-review'),
  version: z.literal(1),
  title: z.string().nullable(),
  checkedAt: z.iso.datetime(),
  characters: count,
  verdict: z.strictObject({ must: count, should: count, hint: count, waived: count }),
  functions: z.array(
    z.strictObject({
      function: z.enum(documentFunctions),
      state: z.enum(['present', 'thin', 'missing', 'not-required']),
      reason: z.string().nullable(),
      places: z.array(z.string()),
      characters: count,
    }),
  ),
  parts: z.array(z.strictObject({ name: z.string(), characters: count, usual: z.tuple([count, count]).nullable() })),
  findings: z.array(z.strictObject(finding)),
  waived: z.array(
    z.strictObject({
      ...finding,
      reason: z.enum(waiverReasons),
      text: z.string(),
      by: z.string(),
      at: z.iso.datetime(),
    }),
  ),
  /** Rules that were not asked. */
  off: z.array(z.strictObject({ rule: z.string(), title: z.string(), by: z.enum(offReasons) })),
  questions: z.array(
    z.strictObject({ question: z.string(), answer: z.enum(['yes', 'no']).nullable(), note: z.string() }),
  ),
});
export type ReviewData = Readonly<z.infer<typeof reviewDataSchema>>;

/** Everything the 核稿单 of a document says. @param at when it was checked, milliseconds since 1970 */
export const reviewData = (document: GovDocument, result: CheckResult, at: number): ReviewData => {
  const places = describePlaces(document);
  const main = document.parts.find(({ kind }) => kind === 'main');
  const title = main?.children.find(({ type }) => type === 'title');
  const describe = ({ rule, severity, blockId, excerpt, message, source }: Finding) => ({
    rule,
    severity,
    place: blockId === null ? '全文' : (places.get(blockId) ?? ''),
    excerpt,
    message,
    source,
  });
  return {
    format: 'nigao-review',
    version: 1,
    title: title ? blockText(title).replace(/\s/g, '') : null,
    checkedAt: new Date(at).toISOString(),
    characters: main ? countCharacters([main]) : 0,
    verdict: { ...result.counts, waived: result.waived.length },
    functions: documentFunctions.map((name) => {
      const { state, reason, places: evidence, characters } = result.functions[name];
      const where = new Set(evidence.map((one) => places.get(one.headingId ?? one.blockId) ?? ''));
      return { function: name, state, reason, places: [...where].filter(Boolean), characters };
    }),
    parts: mapParts(document, blockFunctions(result.functions)).map(({ name, characters, usual }) => ({
      name,
      characters,
      usual: usual && [...usual],
    })),
    findings: result.findings.map(describe),
    waived: result.waived.map((one) => ({
      ...describe(one.finding),
      reason: one.waiver.reason,
      text: one.waiver.text,
      by: one.waiver.by,
      at: new Date(one.waiver.at).toISOString(),
    })),
    off: result.off.map((one) => ({ ...one })),
    questions: reviewQuestions.map(({ id, text }) => {
      const given = document.meta.reviewAnswers?.find(({ question }) => question === id);
      return { question: text, answer: given?.answer ?? null, note: given?.note ?? '' };
    }),
  };
};
