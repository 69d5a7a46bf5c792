import { z } from 'zod';
import { levels } from '../document/block';

/** Pieces of template text: a field's key, a prompt and its sample, or plain text. */
export const templateTokens = /\{([^}]*)\}|\[([^\]|]*)(?:\|([^\]]*))?\]|[^{[]+/g;

/**
 * Template text: `{key}` stands for a field of the form, `[提示]` for a prompt that is filled in while writing,
 * `[提示|示例]` for one with a sample.
 */
const templateTextSchema = z.string().min(1).max(2000);

const textTypes = [
  'title',
  'subtitle',
  'salutation',
  'paragraph',
  'dash',
  'responsibility',
  'signature',
  'dateLine',
  'note',
] as const;

/** What a column of a table holds. */
export const columnKinds = [
  'ordinal',
  'indicator',
  'measure',
  'base',
  'target',
  'attribute',
  'project',
  'content',
  'investment',
  'years',
  'task',
  'unit',
  'deadline',
  'text',
] as const;
export type ColumnKind = (typeof columnKinds)[number];

/** Columns whose cells are numbers. */
export const numberColumns: ReadonlySet<ColumnKind> = new Set(['base', 'target', 'investment']);

const columnSchema = z.strictObject({ title: z.string().min(1).max(40), kind: z.enum(columnKinds) });

const plainBlockSchema = z.strictObject({ type: z.enum(textTypes), text: templateTextSchema });
const clauseBlockSchema = z.strictObject({
  type: z.literal('clause'),
  level: z.literal(levels),
  runIn: z.literal(true).optional(),
  text: templateTextSchema,
});
const boxBlockSchema = z.strictObject({
  type: z.literal('box'),
  title: templateTextSchema,
  blocks: z
    .array(z.strictObject({ type: z.enum(['paragraph', 'dash']), text: templateTextSchema }))
    .min(1)
    .max(50),
});
const tableBlockSchema = z
  .strictObject({
    type: z.literal('table'),
    columns: z.array(columnSchema).min(1).max(20),
    rows: z.array(z.array(templateTextSchema)).min(1).max(200),
  })
  .refine((table) => table.rows.every((row) => row.length === table.columns.length), {
    message: '表格每行的格数要与栏目数相同',
    path: ['rows'],
  });

/** One block of a section. */
export const templateBlockSchema = z.union([plainBlockSchema, clauseBlockSchema, boxBlockSchema, tableBlockSchema]);
export type TemplateBlock = Readonly<z.infer<typeof templateBlockSchema>>;

/** Texts of a block in document order. */
export const textsOf = (block: TemplateBlock): string[] => {
  switch (block.type) {
    case 'box':
      return [block.title, ...block.blocks.map((inner) => inner.text)];
    case 'table':
      return [...block.columns.map((column) => column.title), ...block.rows.flat()];
    default:
      return [block.text];
  }
};
