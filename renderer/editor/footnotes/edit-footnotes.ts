import { Node, Path, type Point, Range, Transforms } from 'slate';
import { createId } from '../../../shared/document/block-id';
import { type Footnote, footnoteSign } from '../../../shared/document/text';
import { selectPlaceholderAt } from '../commands/placeholders';
import type { GovEditor } from '../slate-types';

const footnoteIn = (editor: GovEditor, path: Path): Footnote | undefined => {
  const leaf = Node.getIf(editor, path);
  return leaf && Node.isText(leaf) ? leaf.footnote : undefined;
};

/** The footnote whose sign the caret touches; null when there is none. */
export const footnoteAtCaret = (editor: GovEditor): Footnote | null => {
  const { selection } = editor;
  if (!selection || Range.isExpanded(selection)) return null;
  const { path, offset }: Point = selection.focus;
  const leaf = Node.getIf(editor, path);
  if (!leaf || !Node.isText(leaf)) return null;
  const own = footnoteIn(editor, path);
  const before = offset === 0 && Path.hasPrevious(path) ? footnoteIn(editor, Path.previous(path)) : undefined;
  const behind = offset === leaf.text.length ? footnoteIn(editor, Path.next(path)) : undefined;
  return own ?? before ?? behind ?? null;
};

/** Puts a footnote at the caret, behind what is selected. */
export const insertFootnote = (editor: GovEditor, text: string): void => {
  const { selection } = editor;
  if (!selection || text.trim() === '') return;
  const end = Range.end(selection);
  Transforms.select(editor, end);
  const leaf = Node.leaf(editor, end.path);
  // Never in the middle of a name or prompt.
  if ((leaf.ref !== undefined || leaf.placeholder) && end.offset < leaf.text.length)
    Transforms.select(editor, { path: end.path, offset: leaf.text.length });
  selectPlaceholderAt(editor);
  Transforms.insertNodes(editor, { text: footnoteSign, footnote: { id: createId(), text } }, { select: true });
};

const findFootnote = (editor: GovEditor, id: string): Path | null => {
  for (const [leaf, path] of Node.texts(editor)) if (leaf.footnote?.id === id) return path;
  return null;
};

/** Changes the words of a footnote and leaves its sign. */
export const rewordFootnote = (editor: GovEditor, id: string, text: string): void => {
  const path = findFootnote(editor, id);
  const before = path && Node.leaf(editor, path).footnote;
  if (!before || before.text === text) return;
  editor.apply({ type: 'set_node', path, properties: { footnote: before }, newProperties: { footnote: { id, text } } });
};

/** Changes the words of a footnote; without words it goes, and its sign with it. */
export const writeFootnote = (editor: GovEditor, id: string, text: string): void => {
  const path = findFootnote(editor, id);
  if (path && text.trim() === '') Transforms.delete(editor, { at: path });
  else rewordFootnote(editor, id, text);
};
