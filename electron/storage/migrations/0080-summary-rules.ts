import type Database from 'better-sqlite3';

/** The set of rules that a summary was made with; null for those of earlier versions, which are made again. */
export const summaryRulesMigration = {
  version: 80,
  up: (db: Database.Database): void => {
    db.exec('ALTER TABLE documents ADD COLUMN summary_rules TEXT');
  },
};
