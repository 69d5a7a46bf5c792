import { z } from 'zod';
import { bureauRulesSchema } from '../../checks/bureau/bureau-rules';
import { rulePackSchema } from '../../checks/bureau/rule-pack';
import { learnedSchema } from '../../learn/learned';
import { templateSchema } from '../../templates/template';
import { unitDictionarySchema } from '../../units/unit-dictionary';
import { importedSchema } from './file-calls';
import { done, nothing } from './parts';

/** A template of the gallery: shipped, or the bureau's own. */
const listedTemplateSchema = z.strictObject({ template: templateSchema, own: z.boolean() });
export type ListedTemplate = Readonly<z.infer<typeof listedTemplateSchema>>;

/** Calls about what the bureau has set up: templates, units and rules. */
export const bureauCalls = {
  /** The bureau's own first, then the shipped ones. */
  'templates:list': { input: nothing, output: z.array(listedTemplateSchema) },
  /** Stores a bureau's own template; a change raises its version. */
  'templates:save': { input: z.strictObject({ template: templateSchema }), output: templateSchema },
  'templates:delete': { input: z.strictObject({ id: z.string().max(60) }), output: done },
  /** Asks where, and writes a template as a file; null when the person cancels. */
  'templates:export': {
    input: z.strictObject({ template: templateSchema }),
    output: z.strictObject({ path: z.string().nullable() }),
  },
  /** Asks for a template file and reads it, storing nothing; null when the person cancels. */
  'templates:import': { input: nothing, output: z.strictObject({ template: templateSchema.nullable() }) },

  /** Asks for documents of the past and says what they have in common; null when the person cancels. */
  'templates:learn': {
    input: nothing,
    output: z.strictObject({ learned: learnedSchema.nullable(), failed: importedSchema.shape.failed }).nullable(),
  },

  'units:list': { input: nothing, output: unitDictionarySchema },
  'units:save': { input: z.strictObject({ units: unitDictionarySchema }), output: done },
  /** Asks where, and writes a .csv; null when the person cancels. */
  'units:export': {
    input: z.strictObject({ units: unitDictionarySchema }),
    output: z.strictObject({ path: z.string().nullable() }),
  },
  /** Asks for a .csv and reads it, storing nothing; null when the person cancels. */
  'units:import': { input: nothing, output: z.strictObject({ units: unitDictionarySchema.nullable() }) },

  /** Rules the bureau does without, and its own packs. */
  'rules:list': { input: nothing, output: bureauRulesSchema },
  'rules:save': { input: z.strictObject({ rules: bureauRulesSchema }), output: done },
  /** Asks where, and writes a pack as a file; null when the person cancels. */
  'rules:export': {
    input: z.strictObject({ pack: rulePackSchema }),
    output: z.strictObject({ path: z.string().nullable() }),
  },
  /** Asks for a rule pack and reads it, storing nothing; null when the person cancels. */
  'rules:import': { input: nothing, output: z.strictObject({ pack: rulePackSchema.nullable() }) },
} as const;
