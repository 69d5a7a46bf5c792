import { readdir, stat } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';
import { maxPackageBytes } from '../../shared/file/limits';
import { AppError } from '../../shared/ipc/app-error';
import type { ImportedFolder } from '../../shared/ipc/contract';
import { type ImportServices, importFiles, type ReadingProgress, sourceHash } from './import-files';

const readable: ReadonlySet<string> = new Set(['.docx', '.txt', '.nigao']);
/** Files that Word, WPS and file managers keep beside others, and hidden ones. */
const isOwn = (name: string): boolean => !/^(?:~\$|\.)/.test(name);
/** What systems keep at the root of a drive, and usually let nobody read. */
const isSystems = (name: string): boolean => /^(?:System Volume Information|\$RECYCLE\.BIN|lost\+found)$/i.test(name);

type Listed = Readonly<{ files: readonly string[]; unread: readonly string[] }>;

/** Documents in a folder and below, by path, and the folders that cannot be read; links are not followed. */
const listDocuments = async (folder: string, signal: AbortSignal): Promise<Listed> => {
  if (signal.aborted) return { files: [], unread: [] };
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => null);
  if (!entries) return { files: [], unread: [folder] };
  const own = entries.filter(({ name }) => isOwn(name) && !isSystems(name));
  const files = own.filter((entry) => entry.isFile() && readable.has(extname(entry.name).toLowerCase()));
  const found: { files: string[]; unread: string[] } = {
    files: files.map(({ name }) => join(folder, name)),
    unread: [],
  };
  for (const entry of own.filter((one) => one.isDirectory())) {
    const below = await listDocuments(join(folder, entry.name), signal);
    found.files.push(...below.files);
    found.unread.push(...below.unread);
  }
  return found;
};

/** What the library has been given of this very file, unchanged; null when nothing. */
const findKnown = async (path: string, { documents }: ImportServices): Promise<string | null> => {
  // What is too large is refused by the reader, with its sentence.
  if ((await stat(path)).size > maxPackageBytes) return null;
  return documents().findSource(await sourceHash({ path }));
};

/**
 * Reads all documents of a folder into the library, one after the other; one that fails does not stop the others, nor
 * does a folder below that cannot be read, and one that was read before is not read again.
 * @param signal ends it at once; what was read before stays
 * @throws AppError (`file`) when the folder itself cannot be read
 */
export const importFolder = async (
  folder: string,
  services: ImportServices,
  onProgress: ReadingProgress,
  signal: AbortSignal,
): Promise<ImportedFolder> => {
  const { files, unread } = await listDocuments(folder, signal);
  if (unread.includes(folder)) throw new AppError('file', '这个文件夹读不出来。请确认它还在，并且有权打开。');
  const paths = files.toSorted();
  const result: ImportedFolder = {
    imported: [],
    failed: [],
    known: [],
    unread: unread.map((path) => relative(folder, path)),
    cancelled: signal.aborted,
  };
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
