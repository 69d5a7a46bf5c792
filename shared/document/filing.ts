import { z } from 'zod';

/** How far a document has come on its way, in order. */
export const documentStatuses = ['drafting', 'consulting', 'submitted', 'approved', 'issued'] as const;
export type DocumentStatus = (typeof documentStatuses)[number];

/** Chinese name of each status. */
export const statusNames: Readonly<Record<DocumentStatus, string>> = {
  drafting: '起草中',
  consulting: '征求意见',
  submitted: '送审',
  approved: '审定',
  issued: '已印发',
};

export const folderNameSchema = z.string().trim().min(1).max(40);
export const tagSchema = z.string().trim().min(1).max(20);

/** Where a document is kept in the library and how it is marked there; no part of the document itself. */
export const filingSchema = z.strictObject({
  /** Null in no folder. */
  folder: folderNameSchema.nullable(),
  tags: z.array(tagSchema).max(12),
  status: z.enum(documentStatuses),
});
export type Filing = Readonly<z.infer<typeof filingSchema>>;

/** A document that nobody has filed yet. */
export const unfiled: Filing = { folder: null, tags: [], status: 'drafting' };

/**
 * The year a document belongs to: that of its number (〔2026〕), else the first one its title names, else the one it
 * was begun in.
 * @param createdAt milliseconds since 1970, UTC
 */
export const documentYear = (documentNumber: string | null, title: string, createdAt: number): number => {
  const named =
    /[〔[［(（](\d{4})[〕\]］)）]/.exec(documentNumber ?? '')?.[1] ?? /(?<!\d)20\d{2}(?!\d)/.exec(title)?.[0];
  return named === undefined ? new Date(createdAt).getFullYear() : Number(named);
};
