import { diffDocuments } from '../../shared/document/changes';
import type { GovDocument } from '../../shared/document/document';
import type { ExportOptions } from '../../shared/export/export-options';
import type { CirculationManifest } from '../../shared/file/circulation-manifest';
import { AppError } from '../../shared/ipc/app-error';
import type { Output } from '../../shared/ipc/contract';
import { documentTitle } from '../../shared/layout/document-title';
import { withFrozenNumbers } from '../../shared/numbering/freeze-numbers';
import type { Progress } from '../engine/lane';
import { sha256 } from '../files/picture-files';
import { writeFolderAtomically } from '../files/write-folder';
import { keepQuietly } from '../storage/keep-quietly';
import { documentName } from './document-name';
import type { Services } from './services';

const today = (now: Date): string => `${now.getFullYear()}年${now.getMonth() + 1}月${now.getDate()}日`;

type Stored = Readonly<{ id: string; document: GovDocument; revision: number }>;
type Made = Readonly<{ folder: string; contents: ReadonlyMap<string, Uint8Array>; messages: readonly string[] }>;

/** Word file, PDF and manifest of one state of a document. @throws AppError 'conflict' with what is still open, 'cancelled' */
const makeFiles = async (
  services: Services,
  { id, document, revision }: Stored,
  options: ExportOptions,
  progress: Progress,
  signal: AbortSignal,
): Promise<Made> => {
  const pictures = services.pictures().of(id, document);
  const made = await services.engine.circulate({ document, revision, pictures }, options, progress, signal);
  if (made.obstacles) throw new AppError('conflict', `还不能出稿。${made.obstacles.join('')}`);
  progress(0.5, '生成 PDF');
  const pdf = await services.printer.toPdf({ html: made.html, pictures }, signal);
  const contents = new Map([
    [documentName(services, document, '.docx'), made.docx],
    [documentName(services, document, '.pdf'), pdf],
  ]);
  const manifest: CirculationManifest = {
    format: 'nigao-circulation',
    version: 1,
    title: documentTitle(document),
    documentNumber: document.meta.documentNumber ?? null,
    issuedAt: new Date().toISOString(),
    revision,
    contentHash: made.contentHash,
    pages: made.pages,
    program: { name: '拟稿', version: services.version },
    files: [...contents].map(([file, bytes]) => ({ name: file, bytes: bytes.length, sha256: sha256(bytes) })),
  };
  contents.set('清单.json', new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`));
  return { folder: documentName(services, document, ` 出稿${today(new Date())}`), contents, messages: made.messages };
};

/** The files in a folder of their own, and a version named after the day in the library. @returns the folder */
const putOut = async (services: Services, id: string, parent: string, { folder, contents }: Made): Promise<string> => {
  const path = await writeFolderAtomically(parent, folder, contents);
  keepQuietly(services, (versions) => versions.keepNamed(id, `出稿 ${today(new Date())}`));
  return path;
};

/**
 * 出稿: the stored document as Word file, PDF and manifest in a folder of their own, written as a whole, and a version
 * named after the day in the library.
 * @throws AppError 'conflict' with what is still open, 'cancelled', 'file'
 */
export const circulate = async (
  services: Services,
  id: string,
  options: ExportOptions,
  progress: Progress,
  signal: AbortSignal,
): Promise<Output<'export:circulate'>> => {
  const made = await makeFiles(services, { id, ...services.documents().open(id) }, options, progress, signal);
  progress(0.9, '请选择文件夹');
  const parent = await services.desktop.askFolder('出稿到哪个文件夹');
  if (parent === null) return { path: null, files: [], messages: [] };
  const path = await putOut(services, id, parent, made);
  services.desktop.showInFolder(path);
  return { path, files: [...made.contents.keys()], messages: [...made.messages] };
};

/** As the library calls it. */
const rowName = (services: Services, id: string): string | null => {
  const row = services.documents().row(id);
  return row?.name ?? row?.summary?.title ?? null;
};

/** One of many: its numbers are fixed in the library only when its files are there. */
const circulateOne = async (
  services: Services,
  id: string,
  parent: string,
  options: ExportOptions,
  progress: Progress,
  signal: AbortSignal,
): Promise<readonly string[]> => {
  if (services.desk.isElsewhere(id))
    throw new AppError('conflict', '文稿正在另一个窗口中打开。请关闭那个窗口后再出稿。');
  const { document, revision } = services.documents().open(id);
  const frozen = withFrozenNumbers(document);
  const changes = diffDocuments(document, frozen);
  const stored = { id, document: frozen, revision: changes ? revision + 1 : revision };
  const made = await makeFiles(services, stored, document.meta.layout ?? options, progress, signal);
  // Before the folder is there: a draft that was changed meanwhile is refused, and nothing is put out.
  if (changes) services.documents().save(id, revision, changes);
  await putOut(services, id, parent, made);
  return made.messages;
};

/**
 * 出稿 of many documents into one folder. A document that cannot go out is told with the reason and the others go on;
 * a cancel keeps what is done.
 * @throws AppError 'file' when nothing can be asked or begun
 */
export const circulateMany = async (
  services: Services,
  ids: readonly string[],
  options: ExportOptions,
  progress: Progress,
  signal: AbortSignal,
): Promise<Output<'export:circulate-many'>> => {
  const folder = await services.desktop.askFolder('出稿到哪个文件夹');
  const done: Output<'export:circulate-many'>['done'] = [];
  const failed: Output<'export:circulate-many'>['failed'] = [];
  if (folder === null) return { folder, done, failed, left: ids.length };
  for (const [at, id] of ids.entries()) {
    if (signal.aborted) break;
    let title = `第 ${at + 1} 份文稿`;
    try {
      title = rowName(services, id) ?? title;
      const say: Progress = (share, step) =>
        progress((at + share) / ids.length, `第 ${at + 1} 份，共 ${ids.length} 份：${step}`);
      done.push({ id, title, messages: [...(await circulateOne(services, id, folder, options, say, signal))] });
    } catch (error) {
      if (error instanceof AppError && error.code === 'cancelled') break;
      if (!(error instanceof AppError)) throw error;
      failed.push({ id, title, reason: error.message });
    }
  }
  if (done.length > 0) services.desktop.showInFolder(folder);
  return { folder, done, failed, left: ids.length - done.length - failed.length };
};
