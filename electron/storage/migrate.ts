import type Database from 'better-sqlite3';
import { AppError } from '../../shared/ipc/app-error';
import { documentsMigration } from './migrations/0010-documents';
import { versionsMigration } from './migrations/0020-versions';
import { searchMigration } from './migrations/0030-search';
import { templatesMigration } from './migrations/0040-templates';
import { picturesMigration } from './migrations/0050-pictures';
import { filingMigration } from './migrations/0060-filing';
import { summaryRulesMigration } from './migrations/0080-summary-rules';
import { takenOverMigration } from './migrations/0100-taken-over';

/** One step of the database's structure. Versions go up in tens; a step that has been published never changes. */
export type Migration = Readonly<{ version: number; up: (db: Database.Database) => void }>;

export const migrations: readonly Migration[] = [
  documentsMigration,
  versionsMigration,
  searchMigration,
  templatesMigration,
  picturesMigration,
  filingMigration,
  summaryRulesMigration,
  takenOverMigration,
];

const versionOf = (db: Database.Database): number => Number(db.pragma('user_version', { simple: true }));

const latestOf = (steps: readonly Migration[]): number => Math.max(...steps.map((step) => step.version));

/** Whether nothing was ever written into it. */
export const isBlank = (db: Database.Database): boolean =>
  versionOf(db) === 0 && db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined;

/** Whether a database may be one of ours, and of this version or an earlier one. */
export const isOurs = (db: Database.Database): 'ours' | 'later' | 'foreign' => {
  const hasDocuments = db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'documents'").get();
  if (!hasDocuments || versionOf(db) === 0) return 'foreign';
  return versionOf(db) > latestOf(migrations) ? 'later' : 'ours';
};

/** Whether the database holds something that a migration is about to change. */
export const needsMigration = (db: Database.Database, steps: readonly Migration[] = migrations): boolean =>
  versionOf(db) > 0 && steps.some((step) => step.version > versionOf(db));

/**
 * Brings the database up to date: all pending migrations in one transaction, so that it is the old one or the new.
 * @throws AppError 'storage' for a database written by a later version; it is left as it is
 */
export const migrate = (db: Database.Database, steps: readonly Migration[] = migrations): void => {
  const current = versionOf(db);
  const latest = latestOf(steps);
  if (current > latest)
    throw new AppError(
      'storage',
      `文库是由较新版本的“拟稿”写成的（库版本 ${current}，本程序只认识到 ${latest}），没有打开，也没有改动。请安装新版本后再启动，或从备份恢复。`,
    );
  const pending = steps.filter((step) => step.version > current);
  if (pending.length === 0) return;
  db.transaction(() => {
    for (const step of pending) step.up(db);
    db.pragma(`user_version = ${latest}`);
  }).immediate();
};
