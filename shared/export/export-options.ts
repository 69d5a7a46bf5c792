import { z } from 'zod';

/** What the clerk chooses for one export. */
export const exportOptionsSchema = z.strictObject({
  /** Coordinates: the standard's own margins, or those that count the first line's half-leading as white. */
  profile: z.enum(['standard', 'compensated']).default('standard'),
  /** With 版头 (issuing organ in red, 文号, red line). */
  redHead: z.boolean().default(false),
});
export type ExportOptions = Readonly<z.infer<typeof exportOptionsSchema>>;
