import { existsSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { damageError } from './storage-error';

export type DatabaseOptions = Readonly<{
  path: string;
  /** Addon to use instead of the packaged one, for a runtime whose Node-API is too old for it. */
  nativeBinding?: string | undefined;
  /** Whether it is known to lie on a network drive, also where the path does not show it. */
  isNetwork?: boolean | undefined;
}>;

/**
 * Milliseconds a call waits for another program that holds the file, while the machine's side answers nobody else. A
 * save that is refused then is tried again by itself.
 */
const patience = 2000;

/**
 * Opens (or creates) the database so that what is committed stays committed through a power cut.
 * @throws SqliteError when it cannot be opened or is damaged: see `isDamage`
 */
export const openDatabase = ({ path, nativeBinding, isNetwork }: DatabaseOptions): Database.Database => {
  const isSuspect = size(`${path}-wal`) > 0 || existsSync(damageMark(path));
  const db = new Database(path, { timeout: patience, ...(nativeBinding && { nativeBinding }) });
  try {
    db.pragma(`journal_mode = ${isNetwork || isNetworkFolder(dirname(path)) ? 'DELETE' : 'WAL'}`);
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    if (isSuspect || size(path) <= alwaysCheckedBytes) assertSound(db);
    rmSync(damageMark(path), { force: true });
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
};

/**
 * Up to this size the whole file is checked at every start (0.8 ms per MB); a larger one only after an unclean end
 * or when damage was met while it was in use.
 */
const alwaysCheckedBytes = 64 * 1024 * 1024;

/** Opens it and reads it whole, whatever its size. @throws as `openDatabase`, also for damage that it would not meet */
export const openSound = (options: DatabaseOptions): Database.Database => {
  const db = openDatabase(options);
  try {
    assertSound(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
};

/** Side file that asks the next start to check the database. */
export const damageMark = (path: string): string => `${path}-damaged`;

/** Notes that damage was met in a database that is open. */
export const markDamaged = (db: Database.Database): void => {
  if (db.memory) return;
  try {
    writeFileSync(damageMark(db.name), '');
  } catch {
    // The disk fails as a whole; the next start will meet that too.
  }
};

const size = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/** @throws an error with the code SQLITE_CORRUPT when pages, rows or indexes do not fit together */
const assertSound = (db: Database.Database): void => {
  const answer: unknown = db.pragma('quick_check(1)', { simple: true });
  if (answer !== 'ok') throw damageError('quick_check failed');
};

/** File system types of statfs(2) that lie on the network: NFS, SMB, CIFS, SMB2, sshfs and other FUSE. */
const networkTypes: ReadonlySet<number> = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x65735546]);

/** WAL needs shared memory, which network drives do not have. A mapped Windows drive is not recognised by its path. */
export const isNetworkFolder = (folder: string): boolean =>
  folder.startsWith('\\\\') || (process.platform === 'linux' && networkTypes.has(statfsSync(folder).type >>> 0));
