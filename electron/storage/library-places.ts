/** Where a library lies, and how it is opened there. */
export type LibraryPlaces = Readonly<{
  dataFolder: string;
  database: string;
  backups: string;
  /** Folder for databases that were moved aside. */
  damaged: string;
  nativeBinding?: string | undefined;
  /** Known to be on a network drive. */
  isNetwork?: boolean | undefined;
}>;

/** What SQLite may keep beside a database, and our mark that damage was met. */
export const sideFileEnds = ['-wal', '-shm', '-journal', '-damaged'] as const;
