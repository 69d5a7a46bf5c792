import { z } from 'zod';

/**
 * How a document is set: its format and what GB/T 9704-2012 leaves to the bureau. Every default is the standard's own
 * value or, where it says nothing, the most usual one; `bureau-switches.ts` names them for people.
 */
export const layoutOptionsSchema = z.strictObject({
  /** Without 版头 · 文件格式 (7) · 信函格式 (10.1) · 纪要格式 (10.3). */
  format: z.enum(['plain', 'document', 'letter', 'minutes']).default('plain'),
  /** Coordinates: the standard's own margins, or those that count the first line's half-leading as white. */
  profile: z.enum(['standard', 'compensated']).default('standard'),
  /** Face of digits and Latin letters in the text: Times New Roman, or that of the Chinese characters around them. */
  digits: z.enum(['times', 'body']).default('times'),
  boldLevel2: z.boolean().default(false),
  boldLevel3: z.boolean().default(false),
  /** Line pitch of the title in points. */
  titlePitch: z.number().int().min(30).max(40).default(36),
  /** Thickness of the red rule in points. */
  rule: z.number().min(0.5).max(3).multipleOf(0.25).default(1.5),
  /** Height of the mark's characters in points, or as its length asks. */
  markSize: z.union([z.literal('fit'), z.number().int().min(26).max(62)]).default('fit'),
  /** The mark of a joint issue: all organs, or the lead organ alone. */
  jointMark: z.enum(['all', 'lead']).default('all'),
  /** How the document is signed: a seal over the name, no seal, or the signature stamp of a person (7.3.5). */
  signature: z.enum(['sealed', 'unsealed', 'stamp']).default('sealed'),
  /** Page number outside (odd right, even left), or centred. */
  pageNumber: z.enum(['outer', 'center']).default('outer'),
  /** Numbers of clauses typed as text, or counted by Word itself as a list of four levels. */
  numbers: z.enum(['text', 'lists']).default('text'),
  /** Unit notes where their writer put them, all at the end of the paragraph, or all on lines of their own. */
  unitNote: z.enum(['as-written', 'run-on', 'own']).default('as-written'),
  /** What a 通知 issues: the body behind it, or its attachment. */
  issuedText: z.enum(['body', 'attachment']).default('body'),
  /** 版记 at the foot of the last page, or of the last even page. */
  imprint: z.enum(['last', 'even']).default('last'),
  /** Tables of many columns on pages turned sideways, or squeezed into the width of the text. */
  wideTables: z.enum(['landscape', 'upright']).default('landscape'),
});
export type LayoutOptions = Readonly<z.infer<typeof layoutOptionsSchema>>;
