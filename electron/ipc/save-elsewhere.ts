import type { GovDocument } from '../../shared/document/document';
import { listPictures } from '../../shared/document/list-pictures';
import { noPictures, type Pictures } from '../../shared/document/picture';
import { packNigaoFile } from '../../shared/file/nigao-file';
import type { Output } from '../../shared/ipc/contract';
import { writeFileAtomically } from '../files/atomic-write';
import { documentName } from './document-name';
import type { Services } from './services';

/** The pictures as far as they can be read: the library may be on the disk that is the trouble. */
const readPictures = (services: Services, document: GovDocument): Pictures => {
  try {
    return services.pictures().of(document.id, document);
  } catch (error) {
    services.log.error('pictures out of reach', error);
    return noPictures;
  }
};

/**
 * Asks where, and writes a document as the window has it, while the library cannot take it: on a full disk, on one that
 * is gone. Asks nothing of the library but the pictures.
 */
export const saveElsewhere = async (
  services: Services,
  document: GovDocument,
): Promise<Output<'document:save-elsewhere'>> => {
  const path = await services.desktop.askSavePath(documentName(services, document, '.nigao'), 'nigao');
  if (path === null) return { path, missing: 0 };
  const pictures = readPictures(services, document);
  await writeFileAtomically(path, packNigaoFile(document, pictures));
  const named = new Set(listPictures(document).map(({ sha256 }) => sha256));
  return { path, missing: named.size - pictures.size };
};
