import { z } from 'zod';
import data from '../../../../assets/dictionaries/formulas.json';

/** A fixed formulation. */
export const formulaSchema = z.strictObject({
  text: z.string().min(2).max(120),
  /** exact: near misses are asked about · quoted: stands in quotation marks. */
  kind: z.enum(['exact', 'quoted']),
  /** Other forms that are accepted too. */
  also: z.array(z.string()).optional(),
});
export type Formula = Readonly<z.infer<typeof formulaSchema>>;

/**
 * Fixed political formulations as they stood at `date`. They change with every plenum and congress, so they are data
 * and a difference is only ever asked about.
 */
export const formulasSchema = z.strictObject({
  date: z.iso.date(),
  formulas: z.array(formulaSchema),
  /** Words that stand in this order where they stand together. */
  orders: z.array(z.array(z.string()).min(2)),
});

const lexicon = formulasSchema.parse(data);
export const lexiconDate = lexicon.date;
export const formulas = lexicon.formulas;
export const formulaOrders = lexicon.orders;
