import type Database from 'better-sqlite3';
import type { LibraryPlaces } from '../library-places';
import { openDamaged } from './damaged-database';
import { type RescuedDocuments, rescueDocuments } from './rescue-documents';
import { type RescuedRows, rescueBureau, rescueFurther, rescuePictures } from './rescue-others';
import { type RescuedVersions, rescueVersions, versionsIn } from './rescue-versions';

/** What was found in a damaged database. */
export type Rescued = Readonly<{
  documents: RescuedDocuments;
  versions: RescuedVersions;
  pictures: RescuedRows;
  bureau: RescuedRows;
}>;

export const nothingRescued: Rescued = {
  documents: { found: [], partial: [], lost: [], troubles: [] },
  versions: { added: 0, named: 0, unreadable: 0 },
  pictures: { added: 0, unreadable: 0 },
  bureau: { added: 0, unreadable: 0 },
};

/**
 * Reads what it can out of a damaged database, table by table and row by row, and brings the library that took its
 * place up to it, all or nothing.
 * @param folder where the damaged database lies, moved aside; nothing in it is changed
 * @param finish done in the same transaction
 * @throws a file error or SqliteError when the copy or the library cannot be written
 */
export const rescueLibrary = (
  folder: string,
  target: Database.Database,
  places: LibraryPlaces,
  now: () => number,
  finish: (rescued: Rescued) => void,
): Rescued => {
  const source = openDamaged(folder, places, target);
  try {
    const rescue = target.transaction((): Rescued => {
      // Before the documents: the state of the backup, kept as a version, comes after them.
      const first = rescueVersions(source, target, versionsIn(source));
      const documents = rescueDocuments(source, target, now);
      const rest = rescueVersions(source, target, first.left);
      rescueFurther(source, target);
      const rescued: Rescued = {
        documents,
        versions: {
          added: first.added + rest.added,
          named: first.named + rest.named,
          unreadable: first.unreadable + rest.unreadable,
        },
        pictures: rescuePictures(source, target),
        bureau: rescueBureau(source, target),
      };
      finish(rescued);
      return rescued;
    });
    return rescue.immediate();
  } finally {
    source.close();
  }
};
