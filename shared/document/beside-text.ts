import type { Block } from './block';

/** Where words stand that belong to a block but not to its text: the caption of a table, a footnote by its id. */
export type Beside = Readonly<{ kind: 'caption' }> | Readonly<{ kind: 'footnote'; id: string }>;
/** Tells one from another within a block. */
export const besideKey = (beside: Beside): string => (beside.kind === 'caption' ? 'caption' : `note ${beside.id}`);

export type BesideText = Readonly<{ beside: Beside; text: string }>;

/** The words beside the text of a block: the caption first, then the footnotes in the order of their signs. */
export const besideTexts = (block: Block): readonly BesideText[] => {
  const leaves =
    block.type === 'table'
      ? block.children.flatMap((row) => row.children.flatMap((cell) => cell.children))
      : block.children;
  const caption: readonly BesideText[] =
    block.type === 'table' && block.caption !== undefined ? [{ beside: { kind: 'caption' }, text: block.caption }] : [];
  const notes = leaves.flatMap(({ footnote }): BesideText[] =>
    footnote ? [{ beside: { kind: 'footnote', id: footnote.id }, text: footnote.text }] : [],
  );
  return [...caption, ...notes];
};
