import type { z } from 'zod';
import { layoutOptionsSchema } from '../layout/layout-options';

/** What the clerk and the bureau choose for an export. */
export const exportOptionsSchema = layoutOptionsSchema;
export type ExportOptions = Readonly<z.infer<typeof exportOptionsSchema>>;

/** Everything as the standard has it, without 版头. */
export const standardOptions: ExportOptions = exportOptionsSchema.parse({});
