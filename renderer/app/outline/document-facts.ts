import { countCharacters } from '../../../shared/checks/count-characters';
import type { GovDocument } from '../../../shared/document/document';
import { leavesText } from '../../../shared/document/plain-text';
import type { TextLeaf } from '../../../shared/document/text';
import { areNumbersFrozen } from '../../../shared/numbering/compute-labels';

/** What the shell shows of a document while it is being written. */
export type DocumentFacts = Readonly<{
  title: string;
  /** 字数 of the main text, without notice and attachments. */
  characters: number;
  /** Stretches still to be written. */
  placeholders: number;
  /** The numbers are frozen, as for a circulated draft. */
  frozen: boolean;
}>;

const countOpen = (leaves: readonly TextLeaf[]): number => leaves.filter((leaf) => leaf.placeholder).length;

/** Stretches of a document that are still to be written. */
export const countPlaceholders = (document: Pick<GovDocument, 'parts'>): number => {
  let placeholders = 0;
  for (const part of document.parts)
    for (const block of part.children) {
      if (block.type === 'table') {
        for (const row of block.children) for (const cell of row.children) placeholders += countOpen(cell.children);
      } else placeholders += countOpen(block.children);
    }
  return placeholders;
};

/** One pass over the document, O(n). */
export const documentFacts = (document: Pick<GovDocument, 'parts'>): DocumentFacts => {
  const title = document.parts.find((part) => part.kind === 'main')?.children.find((block) => block.type === 'title');
  return {
    title: title && title.type === 'title' ? leavesText(title.children).replace(/\s*\n\s*/g, '') : '',
    characters: countCharacters(document.parts.filter((part) => part.kind === 'main')),
    placeholders: countPlaceholders(document),
    frozen: areNumbersFrozen(document),
  };
};
