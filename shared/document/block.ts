import { z } from 'zod';
import { pictureSchema } from './picture';
import { textLeavesSchema } from './text';

/** Levels of 层次序数 (GB/T 9704-2012, 7.3.3): 1 一、 · 2 （一） · 3 1. · 4 （1）. */
export const levels = [1, 2, 3, 4] as const;
export type Level = (typeof levels)[number];

export const blockIdSchema = z.string().regex(/^[a-z0-9-]{6,40}$/);

const base = { id: blockIdSchema };
/** Set on consecutive blocks that form one 专栏; the first of them is its `boxTitle`. */
const boxable = { boxId: blockIdSchema.optional() };
const text = { children: textLeavesSchema };

export const titleSchema = z.strictObject({ type: z.literal('title'), ...base, ...text });
/** A line under the title such as （征求意见稿）. */
export const subtitleSchema = z.strictObject({ type: z.literal('subtitle'), ...base, ...text });
/** 主送机关, with its final colon. */
export const salutationSchema = z.strictObject({ type: z.literal('salutation'), ...base, ...text });

/**
 * A numbered (or, with `numbered: false`, unnumbered) heading or item.
 * The number itself is never stored: see `computeLabels`. Two exceptions are stored and visible:
 * `sourceNumber`, the number an imported document wrote where it differs from the computed one,
 * and `fixedLabel`, a number frozen or, with `locked`, locked by the person.
 */
export const clauseSchema = z.strictObject({
  type: z.literal('clause'),
  ...base,
  ...boxable,
  level: z.literal(levels),
  numbered: z.literal(false).optional(),
  /** The text goes on behind the lead (段首句): see `computeLead`. */
  runIn: z.literal(true).optional(),
  /** Numbering starts again at one with this clause, whatever the part's scope says. */
  restart: z.literal(true).optional(),
  sourceNumber: z.string().max(20).optional(),
  fixedLabel: z.string().max(20).optional(),
  /** The fixed label is this block's alone: it stays when the numbers of the document are no longer frozen. */
  locked: z.literal(true).optional(),
  ...text,
});

export const paragraphSchema = z.strictObject({ type: z.literal('paragraph'), ...base, ...boxable, ...text });
/** An item led by a dash; the text does not contain the dash. */
export const dashSchema = z.strictObject({ type: z.literal('dash'), ...base, ...boxable, ...text });
/** A unit note (责任单位) with its brackets; belongs to the block above. Run on at its end unless `own`. */
export const responsibilitySchema = z.strictObject({
  type: z.literal('responsibility'),
  ...base,
  ...boxable,
  placement: z.literal('own').optional(),
  ...text,
});
/** First block of a 专栏; text without 专栏 and number. */
export const boxTitleSchema = z.strictObject({
  type: z.literal('boxTitle'),
  ...base,
  boxId: blockIdSchema,
  sourceNumber: z.string().max(20).optional(),
  fixedLabel: z.string().max(20).optional(),
  locked: z.literal(true).optional(),
  ...text,
});

export const cellSchema = z.strictObject({
  type: z.literal('cell'),
  colSpan: z.number().int().min(2).max(64).optional(),
  rowSpan: z.number().int().min(2).max(2000).optional(),
  /** What its column holds, where the person has said so: text stands left, numbers right. */
  kind: z.enum(['text', 'number']).optional(),
  ...text,
});
export const rowSchema = z.strictObject({
  type: z.literal('row'),
  /** A head row: repeated on every page. */
  header: z.literal(true).optional(),
  children: z.array(cellSchema).min(1).max(64),
});
/** The only block that nests. A cell covered by a span above or to the left is not stored. */
export const longestCaption = 200;
export const tableSchema = z.strictObject({
  type: z.literal('table'),
  ...base,
  ...boxable,
  /** 表题: stands above it behind its number 表1, which only a table with a caption has. */
  caption: z.string().max(longestCaption).optional(),
  fixedLabel: z.string().max(20).optional(),
  children: z.array(rowSchema).min(1).max(2000),
});

/**
 * A picture. Its text is the caption (图题), which stands below it behind its number 图1; a picture without one has no
 * number. The bytes are kept beside the document: see `Pictures`.
 */
export const pictureBlockSchema = z.strictObject({
  type: z.literal('picture'),
  ...base,
  ...boxable,
  picture: pictureSchema,
  fixedLabel: z.string().max(20).optional(),
  ...text,
});

export const signatureSchema = z.strictObject({ type: z.literal('signature'), ...base, ...text });
/** 成文日期. */
export const dateLineSchema = z.strictObject({ type: z.literal('dateLine'), ...base, ...text });
/** 附注, e.g. （此件公开发布）. */
export const noteSchema = z.strictObject({ type: z.literal('note'), ...base, ...text });

export const blockSchema = z.discriminatedUnion('type', [
  titleSchema,
  subtitleSchema,
  salutationSchema,
  clauseSchema,
  paragraphSchema,
  dashSchema,
  responsibilitySchema,
  boxTitleSchema,
  tableSchema,
  pictureBlockSchema,
  signatureSchema,
  dateLineSchema,
  noteSchema,
]);

export type Clause = Readonly<z.infer<typeof clauseSchema>>;
export type TableCell = Readonly<z.infer<typeof cellSchema>>;
export type TableRow = Readonly<z.infer<typeof rowSchema>>;
export type Table = Readonly<z.infer<typeof tableSchema>>;
export type PictureBlock = Readonly<z.infer<typeof pictureBlockSchema>>;
export type Block = Readonly<z.infer<typeof blockSchema>>;
export type BlockType = Block['type'];
/** Every block but the table: its children are text leaves. */
export type TextBlock = Exclude<Block, Table>;
