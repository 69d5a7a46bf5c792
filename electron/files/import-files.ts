import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { createId } from '../../shared/document/block-id';
import type { GovDocument } from '../../shared/document/document';
import type { Pictures } from '../../shared/document/picture';
import type { DocumentSummary } from '../../shared/document/summary';
import { AppError } from '../../shared/ipc/app-error';
import type { Imported } from '../../shared/ipc/contract';
import type { Engine } from '../engine/engine';
import type { SourceFile } from '../engine/engine-tasks';
import { ruleSetOf } from '../ipc/rule-set';
import type { Log } from '../log';
import { keepQuietly } from '../storage/keep-quietly';
import type { BureauRepo } from '../storage/repos/bureau-repo';
import type { DocumentsRepo } from '../storage/repos/documents-repo';
import type { PicturesRepo } from '../storage/repos/pictures-repo';
import type { VersionsRepo } from '../storage/repos/versions-repo';
import type { Arrivals } from './arrivals';
import type { LockedFiles } from './locked-files';
import { identifyPicture } from './picture-files';

export type ImportServices = Readonly<{
  documents: () => DocumentsRepo;
  versions: () => VersionsRepo;
  pictures: () => PicturesRepo;
  bureau: () => BureauRepo;
  version: string;
  engine: Engine;
  arrivals: Arrivals;
  locked: LockedFiles;
  log: Log;
}>;

/** So many of so many files are read, and the one in hand. */
export type ReadingProgress = (done: number, total: number, file: string) => void;

/** SHA-256 of a file, by which it is recognised when it is read again. @throws a file error */
export const sourceHash = async (file: SourceFile): Promise<string> => {
  const hash = createHash('sha256');
  if ('path' in file) for await (const chunk of createReadStream(file.path)) hash.update(chunk);
  else hash.update(file.bytes);
  return hash.digest('hex');
};

/** Puts the pictures of a file that was read beside its document. */
export const addPictures = (id: string, pictures: Pictures, services: Pick<ImportServices, 'pictures'>): void => {
  for (const bytes of pictures.values()) services.pictures().add(id, identifyPicture(bytes), bytes);
};

/**
 * Reads files into the library, one after the other; one that fails does not stop the others. An export of a document
 * that is in the library comes back to it: nothing is added, its window asks what is to become of the changes.
 * @param signal ends it at once; what was read before stays
 * @param password of all of them; without one, those that have a password wait for it
 */
export const importFiles = async (
  files: readonly SourceFile[],
  services: ImportServices,
  {
    onProgress,
    signal,
    password,
  }: Readonly<{ onProgress?: ReadingProgress; signal?: AbortSignal; password?: string }> = {},
): Promise<Imported> => {
  const imported: Imported['imported'] = [];
  const failed: Imported['failed'] = [];
  const locked: Imported['locked'] = [];
  for (const [at, file] of files.entries()) {
    const name = 'path' in file ? basename(file.path) : file.name;
    onProgress?.(at, files.length, name);
    try {
      const rules = ruleSetOf(services);
      const read = await services.engine.importSource(file, { password, signal });
      const { document, pictures, summary, doubts, changes, anchors, versions = [] } = read;
      const origin = services.documents().withBlocks(anchors);
      if (origin !== null) {
        addPictures(origin, pictures, services);
        services.arrivals.keep(origin, { kind: 'returned', name, document });
        imported.push({ id: origin, title: summary.title, doubts: 0 });
        continue;
      }
      const details = { summary, rules, source: await sourceHash(file) };
      // The whole file or nothing of it: what a power cut left behind would be taken for the unchanged document.
      const id = services.documents().together(() => {
        const added = addToLibrary(document, details, services);
        services.versions().take(added.id, versions);
        addPictures(added.id, pictures, services);
        if (added.isNew) keepQuietly(services, (repo) => repo.keep(added.id, 'imported'));
        return added.id;
      });
      if (changes > 0) services.arrivals.keep(id, { kind: 'changes', file, count: changes });
      imported.push({ id, title: summary.title, doubts });
    } catch (error) {
      if (signal?.aborted) break;
      if (error instanceof AppError && error.code === 'password') {
        // Another password than the one that was given: whoever gave it asks again.
        if (password !== undefined) throw error;
        locked.push(services.locked.keep(file, name));
      } else failed.push({ file: name, message: sentenceFor(error, services.log) });
    }
  }
  return { imported, failed, locked };
};

/**
 * Adds a document. One that is there already, unchanged, is not added again; a changed one (the same .nigao file,
 * worked on elsewhere), and one that can no longer be read here, becomes a document of its own, whose name says so.
 */
const addToLibrary = (
  document: GovDocument,
  details: Readonly<{ summary: DocumentSummary; rules: string; source: string }>,
  services: Pick<ImportServices, 'documents'>,
): Readonly<{ id: string; isNew: boolean }> => {
  const documents = services.documents();
  const stored = documents.row(document.id);
  if (!stored) {
    documents.create(document, details);
    return { id: document.id, isNew: true };
  }
  if (stored.trashedAt === null && isUnchanged(document, documents)) return { id: document.id, isNew: false };
  const id = createId();
  documents.create({ ...document, id }, { ...details, name: `${details.summary.title}（从文件导入）` });
  return { id, isNew: true };
};

/** Both have gone through the same schema, which fixes the order of the keys. */
const isUnchanged = (document: GovDocument, documents: DocumentsRepo): boolean => {
  try {
    return JSON.stringify(documents.open(document.id).document) === JSON.stringify(document);
  } catch {
    return false;
  }
};

const sentenceFor = (error: unknown, log: Log): string => {
  if (error instanceof AppError) return error.message;
  const id = log.error('import', error);
  return `打开时程序内部出错（编号 ${id}）。文件没有改动；请把编号告诉维护人员。`;
};
