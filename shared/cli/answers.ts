import { z } from 'zod';
import { ruleTiers, severities } from '../checks/types';
import { genreSchema, partKinds } from '../document/document';
import { documentFunctions } from '../functions/types';

const line = z.number().int().min(1);

const place = z.strictObject({
  line,
  heading: z.string().nullable(),
  evidence: z.enum(['heading', 'prose']),
  confidence: z.number().min(0).max(1),
});

/** `nigao outline --json`: what was recognised. Texts keep the characters of the source. */
export const outlineAnswerSchema = z.strictObject({
  file: z.string(),
  genre: genreSchema,
  title: z.string().nullable(),
  documentNumber: z.string().nullable(),
  recipients: z.string().nullable(),
  signatures: z.array(z.string()),
  date: z.string().nullable(),
  parts: z.array(z.strictObject({ kind: z.enum(partKinds), title: z.string().nullable(), line })),
  headings: z.array(
    z.strictObject({
      line,
      level: z.number().int().min(1).max(4),
      number: z.string(),
      text: z.string(),
      runIn: z.boolean(),
      part: z.number().int().min(0),
    }),
  ),
  functions: z.record(z.enum(documentFunctions), z.array(place)),
  boxes: z.array(z.strictObject({ line, title: z.string() })),
  tables: z.number().int().min(0),
  attachments: z.array(z.string()),
  responsibilities: z.array(
    z.strictObject({
      line,
      lead: z.array(z.string()),
      support: z.array(z.string()),
      deadline: z.string().nullable(),
    }),
  ),
  indicators: z.array(
    z.strictObject({
      line,
      name: z.string(),
      value: z.string(),
      unit: z.string(),
      year: z.number().int().nullable(),
      base: z.strictObject({ value: z.string(), unit: z.string(), year: z.number().int().nullable() }).optional(),
      kind: z.enum(['constrained', 'expected']).optional(),
    }),
  ),
  tasks: z.array(
    z.strictObject({
      line,
      text: z.string(),
      lead: z.array(z.string()),
      support: z.array(z.string()),
      deadline: z.string().nullable(),
    }),
  ),
  setAside: z.array(z.strictObject({ line, text: z.string() })),
  doubts: z.array(z.strictObject({ line, message: z.string() })),
});
export type OutlineAnswer = z.infer<typeof outlineAnswerSchema>;

/** A stretch of one line; `column` 1-based, both in UTF-16 units. About the whole file: line 1, length 0. */
const stretch = { line, column: z.number().int().min(1), length: z.number().int().min(0) };

const count = z.number().int().min(0);

/** `nigao check --json`. */
export const checkAnswerSchema = z.strictObject({
  file: z.string(),
  genre: genreSchema,
  functions: z.record(z.enum(documentFunctions), z.enum(['present', 'thin', 'missing', 'not-required'])),
  counts: z.strictObject({ must: count, should: count, hint: count }),
  findings: z.array(
    z.strictObject({
      rule: z.string(),
      severity: z.enum(severities),
      ...stretch,
      excerpt: z.string(),
      message: z.string(),
      source: z.strictObject({
        tier: z.enum(ruleTiers),
        clause: z.string(),
      }),
      fix: z
        .discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('replace'), ...stretch, text: z.string() }),
          z.strictObject({ kind: z.literal('clear-source-number'), line }),
        ])
        .optional(),
    }),
  ),
});
export type CheckAnswer = z.infer<typeof checkAnswerSchema>;

/** `nigao export --json`: where each file went, and what the clerk should look at. */
export const exportAnswerSchema = z.strictObject({
  file: z.string(),
  output: z.string(),
  messages: z.array(z.string()),
});
export type ExportAnswer = z.infer<typeof exportAnswerSchema>;

/** `nigao new --json`: the draft, and how many places are still to be filled in. */
export const newAnswerSchema = z.strictObject({ output: z.string(), template: z.string(), placeholders: count });
export type NewAnswer = z.infer<typeof newAnswerSchema>;

/** `nigao templates --json`, one a line. */
export const templateAnswerSchema = z.strictObject({ id: z.string(), genre: genreSchema, name: z.string() });
export type TemplateAnswer = z.infer<typeof templateAnswerSchema>;
