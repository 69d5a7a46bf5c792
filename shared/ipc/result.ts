import { z } from 'zod';

/** Why a call over the door failed. `message` is the sentence the person reads. */
export const appErrorSchema = z.strictObject({
  code: z.enum(['bad-input', 'not-found', 'conflict', 'file', 'password', 'storage', 'cancelled', 'internal']),
  message: z.string(),
});
export type AppErrorShape = Readonly<z.infer<typeof appErrorSchema>>;

export type Result<Value> = Readonly<{ ok: true; value: Value }> | Readonly<{ ok: false; error: AppErrorShape }>;
