import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { z } from 'zod';
import { lockMinutes } from '../../shared/settings';
import { writeFileAtomically } from '../files/atomic-write';

const settingsSchema = z.object({
  /** Where the daily backup goes besides the app's own folder. */
  backupFolder: z.string().nullable().catch(null),
  /** Minutes without a key or a click after which the windows are covered; null: never. */
  lockAfter: z
    .union(lockMinutes.map((minutes) => z.literal(minutes)))
    .nullable()
    .catch(null),
  /** What uncovers them, by scrypt; null: a click does. */
  lockPassword: z.strictObject({ salt: z.string(), hash: z.string() }).nullable().catch(null),
});
type Settings = Readonly<z.infer<typeof settingsSchema>>;

/** What is set up on this machine and belongs to no document; kept beside the library, not in it. */
export type MachineSettings = Readonly<{
  current(): Settings;
  change(patch: Partial<Pick<Settings, 'backupFolder' | 'lockAfter'>>): Promise<void>;
  /** null takes the password away. */
  setLockPassword(password: string | null): Promise<void>;
  /** True also where none is set. */
  isLockPassword(password: string): Promise<boolean>;
}>;

const hashBytes = 32;
const deriveHash = promisify<string, Buffer, number, Buffer>(scrypt);
const hashOf = (password: string, salt: Buffer): Promise<Buffer> =>
  deriveHash(password.normalize('NFC'), salt, hashBytes);

const load = (path: string): Settings => {
  try {
    return settingsSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    // Not there yet, or unreadable: as at the first start.
    return settingsSchema.parse({});
  }
};

/** Reads the settings of a file, which is made with the first change. */
export const openMachineSettings = (path: string): MachineSettings => {
  let settings = load(path);
  const put = async (patch: Partial<Settings>): Promise<void> => {
    const next = { ...settings, ...patch };
    await writeFileAtomically(path, Buffer.from(`${JSON.stringify(next, null, 2)}\n`));
    settings = next;
  };
  return {
    current: () => settings,
    change: put,
    setLockPassword: async (password) => {
      if (password === null) return put({ lockPassword: null });
      const salt = randomBytes(16);
      const hash = await hashOf(password, salt);
      return put({ lockPassword: { salt: salt.toString('base64'), hash: hash.toString('base64') } });
    },
    isLockPassword: async (password) => {
      const { lockPassword } = settings;
      if (lockPassword === null) return true;
      const known = Buffer.from(lockPassword.hash, 'base64');
      const given = await hashOf(password, Buffer.from(lockPassword.salt, 'base64'));
      return known.length === given.length && timingSafeEqual(known, given);
    },
  };
};
