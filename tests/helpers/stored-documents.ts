import { join } from 'node:path';
import Database from 'better-sqlite3';
import { createDocumentsRepo } from '../../electron/storage/repos/documents-repo';
import type { GovDocument } from '../../shared/document/document';
import { leavesText } from '../../shared/document/plain-text';
import { computeLabels } from '../../shared/numbering/compute-labels';

/** The documents on disk in an app's data folder, trashed ones included, the last changed first. */
export const storedDocuments = (userData: string): GovDocument[] => {
  const db = new Database(join(userData, 'nigao.db'), { readonly: true });
  try {
    const repo = createDocumentsRepo(db);
    return repo.list().map((row) => repo.open(row.id).document);
  } finally {
    db.close();
  }
};

/** Every text of a document in reading order, each with its number: what must stand on its pages. */
export const printedTexts = (document: GovDocument): string[] => {
  const labels = computeLabels(document);
  return document.parts.flatMap((part) =>
    part.children.flatMap((block) =>
      block.type === 'table'
        ? block.children.flatMap((row) => row.children.map((cell) => leavesText(cell.children)))
        : [`${block.type === 'dash' ? '——' : (labels.get(block.id) ?? '')}${leavesText(block.children)}`],
    ),
  );
};
