import type { ExportOptions } from '../../shared/export/export-options';
import type { CirculationManifest } from '../../shared/file/circulation-manifest';
import { AppError } from '../../shared/ipc/app-error';
import type { Output } from '../../shared/ipc/contract';
import { documentTitle } from '../../shared/layout/document-title';
import type { Progress } from '../engine/engine';
import { sha256 } from '../files/picture-files';
import { writeFolderAtomically } from '../files/write-folder';
import { keepQuietly } from '../storage/keep-quietly';
import { documentName } from './document-name';
import type { Services } from './services';

const today = (now: Date): string => `${now.getFullYear()}年${now.getMonth() + 1}月${now.getDate()}日`;

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
  const { document, revision } = services.documents().open(id);
  const pictures = services.pictures().of(id, document);
  const made = await services.engine.circulate({ document, revision, pictures }, options, progress, signal);
  if (made.obstacles) throw new AppError('conflict', `还不能出稿。${made.obstacles.join('')}`);
  progress(0.5, '生成 PDF');
  const pdf = await services.printer.toPdf({ html: made.html, pictures }, signal);
  progress(0.9, '请选择文件夹');
  const parent = await services.desktop.askFolder('出稿到哪个文件夹');
  if (parent === null) return { path: null, files: [], messages: [] };

  const now = new Date();
  const name = documentName(services, document);
  const contents = new Map([
    [`${name}.docx`, made.docx],
    [`${name}.pdf`, pdf],
  ]);
  const manifest: CirculationManifest = {
    format: 'nigao-circulation',
    version: 1,
    title: documentTitle(document),
    documentNumber: document.meta.documentNumber ?? null,
    issuedAt: now.toISOString(),
    revision,
    contentHash: made.contentHash,
    pages: made.pages,
    program: { name: '拟稿', version: services.version },
    files: [...contents].map(([file, bytes]) => ({ name: file, bytes: bytes.length, sha256: sha256(bytes) })),
  };
  contents.set('清单.json', new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`));
  const path = await writeFolderAtomically(parent, `${name} 出稿${today(now)}`, contents);
  keepQuietly(services, (versions) => versions.keepNamed(id, `出稿 ${today(now)}`));
  services.desktop.showInFolder(path);
  return { path, files: [...contents.keys()], messages: [...made.messages] };
};
