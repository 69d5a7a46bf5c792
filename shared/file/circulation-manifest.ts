import { z } from 'zod';

/** Lists what was circulated, so that a file can be told from one that was changed afterwards. */
export const circulationManifestSchema = z.strictObject({
  format: z.literal('nigao-circulation'),
  version: z.literal(1),
  title: z.string(),
  documentNumber: z.string().nullable(),
  /** ISO 8601, UTC. */
  issuedAt: z.iso.datetime(),
  /** State of the document in the library: its revision, and the SHA-256 of its content as hexadecimal digits. */
  revision: z.number().int(),
  contentHash: z.hash('sha256'),
  pages: z.number().int().min(1),
  program: z.strictObject({ name: z.string(), version: z.string() }),
  files: z.array(z.strictObject({ name: z.string(), bytes: z.number().int(), sha256: z.hash('sha256') })),
});
export type CirculationManifest = Readonly<z.infer<typeof circulationManifestSchema>>;
