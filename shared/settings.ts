import { z } from 'zod';

/** After so many minutes without a key or a click the windows can be covered. */
export const lockMinutes = [5, 10, 30] as const;

/** 锁屏: when, and whether a password uncovers the windows or a click does. */
export const lockSchema = z.strictObject({
  after: z.union(lockMinutes.map((minutes) => z.literal(minutes))).nullable(),
  hasPassword: z.boolean(),
});
export type Lock = Readonly<z.infer<typeof lockSchema>>;

/** Characters of the password that uncovers the windows. */
export const shortestLockPassword = 4;
