import { z } from 'zod';

/** What a placeholder in a template stands for; decides how the start form asks for it. */
export const placeholderKinds = [
  'city',
  'bureau',
  /** One year: 2030年. */
  'year',
  /** From one year to another: 2026—2030年. */
  'period',
  /** Title and number of a superior document. */
  'superior',
  'group',
  'date',
  'number',
  'text',
] as const;
export type PlaceholderKind = (typeof placeholderKinds)[number];

/** A stretch of text still to be written. Its text is the prompt the person sees (e.g. 上级文件名称). */
export const placeholderSchema = z.strictObject({
  key: z.string().max(60),
  kind: z.enum(placeholderKinds),
});

/**
 * What stands in the text where a footnote is: one character that no font draws and that never stands at the start
 * of a line. It is no part of the text: see `leafText`. The number drawn over it is computed.
 */
export const footnoteSign = '\u2001';

export const longestFootnote = 2000;
/** A footnote: its leaf holds the sign, the mark the words. */
export const footnoteSchema = z.strictObject({ id: z.string().max(40), text: z.string().max(longestFootnote) });

/** A run of text with one set of marks. Marks are attributes of the leaf, never inline elements. */
export const textLeafSchema = z.strictObject({
  text: z.string(),
  bold: z.literal(true).optional(),
  placeholder: placeholderSchema.optional(),
  /**
   * A reference to the clause, 专栏 or attachment (part) with this id. The text is its name at present and follows
   * renumbering; it stays text, so whatever reads text needs to know nothing of references.
   */
  ref: z.string().max(40).optional(),
  footnote: footnoteSchema.optional(),
});
export type Placeholder = Readonly<z.infer<typeof placeholderSchema>>;
export type Footnote = Readonly<z.infer<typeof footnoteSchema>>;
export type TextLeaf = Readonly<z.infer<typeof textLeafSchema>>;

/** At least one leaf: an empty block is one leaf with an empty text. */
export const textLeavesSchema = z.array(textLeafSchema).min(1);
