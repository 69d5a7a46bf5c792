import { readdir, stat } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';
import { maxSourceBytes } from '../../shared/file/limits';
import type { ImportedFolder } from '../../shared/ipc/contract';
import { type ImportServices, importFiles, type ReadingProgress, sourceHash } from './import-files';

const readable: ReadonlySet<string> = new Set(['.docx', '.txt', '.nigao']);
/** Files that Word, WPS and file managers keep beside others, and hidden ones. */
const isOwn = (name: string): boolean => !/^(?:~\$|\.)/.test(name);

/** Documents in a folder and below, by path; links are not followed. @throws a file error */
const listDocuments = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && isOwn(entry.name) && readable.has(extname(entry.name).toLowerCase()))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

/** What the library has been given of this very file, unchanged; null when nothing. */
const findKnown = async (path: string, { documents }: ImportServices): Promise<string | null> => {
  // What is too large is refused by the reader, with its sentence.
  if ((await stat(path)).size > maxSourceBytes) return null;
  return documents().findSource(await sourceHash({ path }));
};

/**
 * Reads all documents of a folder into the library, one after the other; one that fails does not stop the others, and
 * one that was read before is not read again.
 * @param signal ends it at once; what was read before stays
 */
export const importFolder = async (
  folder: string,
  services: ImportServices,
  onProgress: ReadingProgress,
  signal: AbortSignal,
): Promise<ImportedFolder> => {
  const result: ImportedFolder = { imported: [], failed: [], known: [], cancelled: false };
  const paths = await listDocuments(folder);
  for (const [at, path] of paths.entries()) {
    if (signal.aborted) return { ...result, cancelled: true };
    const file = relative(folder, path);
    onProgress(at, paths.length, file);
    const id = await findKnown(path, services).catch(() => null);
    if (id !== null) {
      result.known.push({ id, file });
      continue;
    }
    const { imported, failed, locked } = await importFiles([{ path }], services, { signal });
    if (signal.aborted && imported.length + failed.length + locked.length === 0) return { ...result, cancelled: true };
    result.imported.push(...imported);
    for (const { key } of locked) {
      services.locked.forget(key);
      result.failed.push({ file, message: '设有密码，没有读入。请用“打开已有文稿”单独打开。' });
    }
    result.failed.push(...failed.map(({ message }) => ({ file, message })));
  }
  return result;
};
