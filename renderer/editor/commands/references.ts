import { type Descendant, Editor, type Path, Range, Transforms } from 'slate';
import type { Block } from '../../../shared/document/block';
import { footnoteSign, type TextLeaf } from '../../../shared/document/text';
import { referenceNames } from '../../../shared/references/reference-names';
import { isTextBlock, partAt, partsOf } from '../model/blocks';
import type { GovEditor } from '../slate-types';
import { selectPlaceholderAt } from './placeholders';

/** A leaf that refers to something, and where it stands. */
export type ReferenceEntry = Readonly<{ leaf: TextLeaf & { ref: string }; path: Path; part: string; block: string }>;

const inLeaves = (
  leaves: readonly TextLeaf[],
  path: Path,
  found: (leaf: TextLeaf & { ref: string }, path: Path) => void,
): void => {
  for (const [index, leaf] of leaves.entries())
    if (leaf.ref !== undefined) found({ ...leaf, ref: leaf.ref }, [...path, index]);
};

/** All references of the document: one pass over the leaves. */
export const referenceEntries = (editor: GovEditor): ReferenceEntry[] => {
  const entries: ReferenceEntry[] = [];
  for (const [partIndex, { id: part, children }] of partsOf(editor).entries())
    for (const [index, block] of children.entries()) {
      const put = (leaf: TextLeaf & { ref: string }, path: Path): void => {
        entries.push({ leaf, path, part, block: block.id });
      };
      if (isTextBlock(block)) inLeaves(block.children, [partIndex, index], put);
      else
        for (const [at, row] of block.children.entries())
          for (const [cell, { children: leaves }] of row.children.entries())
            inLeaves(leaves, [partIndex, index, at, cell], put);
    }
  return entries;
};

/**
 * Puts a reference at the caret, in place of what is selected or of the sign that was `typed` to ask for it.
 * Something without a number cannot be referred to: nothing happens.
 */
export const insertReference = (editor: GovEditor, target: string, typed: string): void => {
  const { selection } = editor;
  if (!selection) return;
  const { id: part } = partAt(editor, selection.focus.path[0]!)!;
  const name = referenceNames({ parts: [...partsOf(editor)] }).nameOf(target, part);
  if (name === undefined) return;
  if (Range.isExpanded(selection)) editor.deleteFragment();
  else if (typed !== '' && textBefore(editor).endsWith(typed))
    Transforms.delete(editor, { distance: typed.length, reverse: true });
  selectPlaceholderAt(editor);
  if (editor.selection && Range.isExpanded(editor.selection)) {
    editor.deleteFragment();
    selectPlaceholderAt(editor);
  }
  Transforms.insertNodes(editor, { text: name, ref: target }, { select: true });
};

/** Text of the block or cell before the caret, without the signs of footnotes. */
export const textBefore = (editor: GovEditor): string => {
  const focus = editor.selection?.focus;
  if (!focus) return '';
  const before = Editor.string(editor, { anchor: Editor.start(editor, focus.path.slice(0, -1)), focus });
  return before.replaceAll(footnoteSign, '');
};

/** A block with all its leaves changed, those in cells too. */
export const withLeaves = (block: Block, change: (leaf: TextLeaf) => TextLeaf): Block =>
  isTextBlock(block)
    ? ({ ...block, children: block.children.map(change) } as Block)
    : {
        ...block,
        children: block.children.map((row) => ({
          ...row,
          children: row.children.map((cell) => ({ ...cell, children: cell.children.map(change) })),
        })),
      };

const asText = ({ ref: _ref, ...leaf }: TextLeaf): TextLeaf => leaf;

/** Copied blocks: a reference of which only a piece was selected is copied as text. */
export const copiedReferences = (editor: GovEditor, fragment: readonly Descendant[]): Block[] => {
  const names = referenceNames({ parts: [...partsOf(editor)] });
  return fragment.flatMap((part) =>
    'type' in part && part.type === 'part'
      ? part.children.map((block) =>
          withLeaves(block, (leaf) =>
            leaf.ref !== undefined && names.nameOf(leaf.ref, part.id) !== leaf.text ? asText(leaf) : leaf,
          ),
        )
      : [],
  );
};

/**
 * Pasted blocks: references to what was pasted with them lead to the copies (`renamed`: new ids by old ones), those
 * to what is not in this document become text.
 */
export const pastedReferences = (
  editor: GovEditor,
  blocks: readonly Block[],
  renamed: ReadonlyMap<string, string>,
): Block[] => {
  const known = new Set(renamed.values());
  for (const { id, children } of partsOf(editor)) {
    known.add(id);
    for (const block of children) known.add(block.id);
  }
  return blocks.map((block) =>
    withLeaves(block, (leaf) => {
      if (leaf.ref === undefined) return leaf;
      const ref = renamed.get(leaf.ref) ?? leaf.ref;
      return known.has(ref) ? { ...leaf, ref } : asText(leaf);
    }),
  );
};
