import type { GovDocument } from '../../shared/document/document';
import { noPictures } from '../../shared/document/picture';
import { exportOptionsSchema } from '../../shared/export/export-options';
import { writeFileAtomically } from '../files/atomic-write';
import { safeFileName } from '../files/paths';
import type { Services } from './services';

/**
 * Asks where, and writes a document that the app itself has made (对照表) as an official Word file.
 * @param title of the document it was made of
 * @param words what it is
 * @returns where it is; null when the person cancels
 */
export const exportDerived = async (
  services: Services,
  document: GovDocument,
  title: string,
  words: string,
): Promise<{ path: string | null }> => {
  const path = await services.desktop.askSavePath(safeFileName(title, `${words}.docx`), 'docx');
  if (path === null) return { path };
  const options = exportOptionsSchema.parse({});
  const { signal } = new AbortController();
  const { bytes } = await services.engine.exportDocx(document, noPictures, options, () => undefined, signal);
  await writeFileAtomically(path, bytes);
  services.desktop.showInFolder(path);
  return { path };
};
