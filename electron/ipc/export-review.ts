import type { GovDocument } from '../../shared/document/document';
import type { Pictures } from '../../shared/document/picture';
import type { ReviewKind } from '../../shared/ipc/contract';
import { writeFileAtomically } from '../files/atomic-write';
import type { Services } from './services';

const files = {
  docx: { words: '核稿单', extension: 'docx' },
  json: { words: '核稿数据', extension: 'json' },
  comments: { words: '批注稿', extension: 'docx' },
} as const satisfies Record<ReviewKind, unknown>;

/**
 * Asks where, and writes what can be made of the findings of a document.
 * @param nameWith the document's name as a file, with a suffix
 * @returns where it is; null when the person cancels
 */
export const exportReview = async (
  services: Services,
  { document, pictures }: Readonly<{ document: GovDocument; pictures: Pictures }>,
  kind: ReviewKind,
  nameWith: (suffix: string) => string,
): Promise<{ path: string | null }> => {
  const { words, extension } = files[kind];
  const path = await services.desktop.askSavePath(nameWith(`${words}.${extension}`), extension);
  if (path === null) return { path };
  await writeFileAtomically(path, await services.engine.review(document, pictures, kind, Date.now()));
  services.desktop.showInFolder(path);
  return { path };
};
