import { z } from 'zod';
import { documentSchema, reviewAnswerSchema } from '../../document/document';
import { superiorSchema } from '../../document/superior';
import { exportOptionsSchema } from '../../export/export-options';
import { importedSchema } from './file-calls';
import { byId, done, nothing } from './parts';

/** What follows from a plan, as a Word file of its own or a workbook: 分工表, 会签单, 指标, 对照, 覆盖, 起草说明, 政策解读. */
const planFileSchema = z.enum([
  'table-docx',
  'table-xlsx',
  'countersign',
  'indicators-docx',
  'indicators-xlsx',
  'superior-docx',
  'superior-xlsx',
  'coverage-docx',
  'coverage-xlsx',
  'drafting-note',
  'interpretation',
]);
export type PlanFile = z.infer<typeof planFileSchema>;

/** What can be made of findings: 核稿单 as a Word file or as data, a copy of the document with them as comments. */
const reviewKindSchema = z.enum(['docx', 'json', 'comments']);
export type ReviewKind = z.infer<typeof reviewKindSchema>;

/** Calls about what is made of a document: files, pages, reviews. */
export const exportCalls = {
  /** Asks where, writes the official Word file, shows it in its folder. Progress comes as `export-progress`. */
  'export:docx': {
    input: byId.extend({ options: exportOptionsSchema }),
    output: z.strictObject({ path: z.string().nullable(), messages: z.array(z.string()) }),
  },
  /** Asks where, writes the pages as PDF, shows it in its folder. Progress as above. */
  'export:pdf': {
    input: byId.extend({ options: exportOptionsSchema }),
    output: z.strictObject({ path: z.string().nullable() }),
  },
  /** Prints the pages: the system asks on which printer. `printed` is false when the person cancels there. */
  'export:print': {
    input: byId.extend({ options: exportOptionsSchema }),
    output: z.strictObject({ printed: z.boolean() }),
  },
  /** Asks where, and writes what can be made of the findings; null when the person cancels. */
  'export:review': {
    input: byId.extend({ kind: reviewKindSchema }),
    output: z.strictObject({ path: z.string().nullable() }),
  },
  /** Asks where, and writes a table that follows from the plan; null when the person cancels. */
  'export:plan': {
    input: byId.extend({ file: planFileSchema }),
    output: z.strictObject({ path: z.string().nullable() }),
  },
  /** Asks for superior documents and reads what they ask for, storing nothing; none when the person cancels. */
  'plan:superiors': {
    input: nothing,
    output: z.strictObject({
      superiors: z.array(superiorSchema),
      failed: z.array(z.strictObject({ file: z.string(), message: z.string() })),
    }),
  },
  /** 核对来稿: asks for a file and reads it, storing nothing; null when the person cancels. */
  'review:open': {
    input: nothing,
    output: z.strictObject({ file: z.string(), document: documentSchema, doubts: z.number().int() }).nullable(),
  },
  /** Reads the file that was checked last into the library after all, with what the person has answered. */
  'review:keep': {
    input: z.strictObject({ answers: z.array(reviewAnswerSchema).max(50) }),
    output: importedSchema,
  },
  /** The same of a document that is not in the library. */
  'review:export': {
    input: z.strictObject({ document: documentSchema, file: z.string().max(255), kind: reviewKindSchema }),
    output: z.strictObject({ path: z.string().nullable() }),
  },
  /**
   * 出稿: asks for a folder and puts Word file, PDF and manifest into a new one there; keeps a named version.
   * @throws 'conflict' with what is still open
   */
  'export:circulate': {
    input: byId.extend({ options: exportOptionsSchema }),
    output: z.strictObject({ path: z.string().nullable(), files: z.array(z.string()), messages: z.array(z.string()) }),
  },
  /**
   * Asks for a folder and circulates documents into it one by one, their numbers fixed. What cannot go out is told
   * with the reason; `left` were not come to when it was cancelled; no folder: the person cancelled there.
   */
  'export:circulate-many': {
    input: z.strictObject({ ids: z.array(byId.shape.id).min(1).max(500), options: exportOptionsSchema }),
    output: z.strictObject({
      folder: z.string().nullable(),
      done: z.array(z.strictObject({ id: z.string(), title: z.string(), messages: z.array(z.string()) })),
      failed: z.array(z.strictObject({ id: z.string(), title: z.string(), reason: z.string() })),
      left: z.number().int().min(0),
    }),
  },
  'export:cancel': { input: nothing, output: done },
} as const;
