/**
 * Documents may say where their chapters come from (`meta.takenOver`). Nothing changes in the tables; an earlier
 * version of the app, to which such a document looks damaged, refuses the library instead.
 */
export const takenOverMigration = { version: 100, up: (): void => undefined };
