import { countCharacters } from '../../../../shared/checks/count-characters';
import type { GovDocument } from '../../../../shared/document/document';
import type { OutlineRow } from '../../../app/outline/outline-rows';

/** How long a part or chapter is: 字数 as Word counts them. */
export type SectionLength = Readonly<{ row: OutlineRow; characters: number; inMain: boolean }>;

/** Lengths of the chapters of the main text, of the 印发通知 and of each attachment, in document order. */
export const countLengths = (
  document: Pick<GovDocument, 'parts'>,
  rows: readonly OutlineRow[],
): readonly SectionLength[] => {
  const heads = rows.filter(({ depth }) => depth === 0);
  return heads.flatMap((row, index): SectionLength[] => {
    const part = document.parts[row.part];
    if (!part) return [];
    const next = heads[index + 1];
    const end = next?.part === row.part ? next.at : part.children.length;
    const characters = countCharacters([{ ...part, children: part.children.slice(row.at, end) }]);
    return [{ row, characters, inMain: part.kind === 'main' }];
  });
};
