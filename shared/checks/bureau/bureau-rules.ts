import { z } from 'zod';
import type { UnitDictionary } from '../../units/unit-dictionary';
import { rulePackSchema } from './rule-pack';

/** What a bureau has set up about checks: rules it does without, by id, and its own packs. */
export const bureauRulesSchema = z.strictObject({
  off: z.array(z.string().max(80)).max(500),
  packs: z
    .array(rulePackSchema)
    .max(50)
    .refine((packs) => new Set(packs.map(({ name }) => name)).size === packs.length, { message: '规则包重名' }),
});
export type BureauRules = Readonly<z.infer<typeof bureauRulesSchema>>;

export const noBureauRules: BureauRules = { off: [], packs: [] };

/** All that a check asks of the bureau; `units` is empty where the bureau has no dictionary of its own. */
export type Bureau = BureauRules & Readonly<{ units: UnitDictionary }>;
