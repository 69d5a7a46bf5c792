import { z } from 'zod';
import { blockIdSchema } from './block';

/** Why a finding is let stand. */
export const waiverReasons = ['checked', 'special', 'instructed', 'not-applicable'] as const;
export type WaiverReason = (typeof waiverReasons)[number];

export const waiverReasonNames: Readonly<Record<WaiverReason, string>> = {
  checked: '已核对无误',
  special: '本件情况特殊',
  instructed: '已请示同意',
  'not-applicable': '本条不适用',
};

/** A finding that a person has let stand, with the reason; holds as long as what it is about stays as it is. */
export const waiverSchema = z.strictObject({
  rule: z.string().max(80),
  /** Null: about the whole document. */
  blockId: blockIdSchema.nullable(),
  /** Fingerprint of what was found and of the text it was found in. */
  content: z.string().max(20),
  reason: z.enum(waiverReasons),
  /** In the person's own words; may be empty. */
  text: z.string().max(500),
  /** Who decided; may be empty. */
  by: z.string().max(40),
  /** Milliseconds since 1970, UTC. */
  at: z.number().int(),
});
export type Waiver = Readonly<z.infer<typeof waiverSchema>>;
