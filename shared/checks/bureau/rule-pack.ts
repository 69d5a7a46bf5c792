import { z } from 'zod';
import { formulaSchema } from '../rules/tools/formulas';
import { severities } from '../types';

const words = z.string().trim().min(2).max(60);

/** A word the bureau does not want, and the one it wants. */
const termSchema = z.strictObject({
  avoid: words,
  /** Empty: leave it out. */
  use: z.string().trim().max(60),
  note: z.string().max(200).optional(),
  severity: z.enum(['should', 'hint']).optional(),
});

/** Names of one body: what to write, and what people write instead. */
const packUnitSchema = z.strictObject({ short: words, old: z.array(words).min(1).max(20) });

/**
 * Rules of a bureau's own as a file. A pack adds words, names and formulations and can take the edge off shipped
 * rules; those of the regulation tier it cannot touch.
 */
export const rulePackSchema = z.strictObject({
  format: z.literal('nigao-rule-pack'),
  version: z.literal(1),
  name: z.string().trim().min(1).max(40),
  /** The day its formulations were as they stand here. */
  date: z.iso.date().optional(),
  /** Only documents of these templates; all documents where it is not given. */
  templates: z.array(z.string().max(60)).min(1).max(50).optional(),
  terms: z.array(termSchema).max(2000).optional(),
  units: z.array(packUnitSchema).max(2000).optional(),
  formulas: z.array(formulaSchema).max(500).optional(),
  soften: z
    .array(z.strictObject({ rule: z.string().max(80), to: z.enum(severities).exclude(['must']) }))
    .max(300)
    .optional(),
});
export type RulePack = Readonly<z.infer<typeof rulePackSchema>>;
