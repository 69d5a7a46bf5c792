import { z } from 'zod';
import type { GovDocument } from './document';

/** Why a state was kept without being asked for. */
export const automaticReasons = ['opened', 'work', 'imported', 'exported', 'restored'] as const;
export type AutomaticReason = (typeof automaticReasons)[number];

/** An earlier state of a document, as the timeline lists it. */
export const versionSchema = z.strictObject({
  version: z.number().int(),
  /** Milliseconds since 1970, UTC. */
  keptAt: z.number().int(),
  reason: z.enum([...automaticReasons, 'named']),
  /** Given by the person; such a version is never removed by itself. */
  name: z.string().nullable(),
});
export type Version = Readonly<z.infer<typeof versionSchema>>;

/** A version as a file carries it along. */
export type CarriedVersion = Readonly<Pick<Version, 'keptAt' | 'reason' | 'name'> & { readonly document: GovDocument }>;
