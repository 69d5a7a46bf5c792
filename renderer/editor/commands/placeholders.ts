import { Editor, Node, Path, type Point, Range, Transforms } from 'slate';
import type { TextLeaf } from '../../../shared/document/text';
import type { GovEditor } from '../slate-types';

/** Whether a leaf takes no typed text at its edges: a placeholder, a reference, the sign of a footnote. */
export const takesNoText = ({ placeholder, ref, footnote }: TextLeaf): boolean =>
  placeholder !== undefined || ref !== undefined || footnote !== undefined;

const standsApart = (editor: GovEditor, path: Path): boolean => {
  const node = Node.getIf(editor, path);
  return node !== undefined && Node.isText(node) && takesNoText(node);
};

const placeholderAt = (editor: GovEditor, path: Path): boolean => {
  const node = Node.getIf(editor, path);
  return node !== undefined && Node.isText(node) && node.placeholder !== undefined;
};

/**
 * Prepares typing at a caret in a placeholder, to be called without normalising: inside, the whole of it is selected,
 * so that it is replaced; at its edge, and at that of a reference or footnote, the caret gets a leaf of its own, so that what is
 * typed does not become part of it.
 */
export const selectPlaceholderAt = (editor: GovEditor): void => {
  const point = editor.selection?.anchor;
  if (!point || !standsApart(editor, point.path)) return;
  const range = Editor.range(editor, point.path);
  const [leaf] = Editor.leaf(editor, point);
  if (leaf.text === '') {
    const { placeholder, ref, footnote } = leaf;
    const properties = {
      ...(placeholder && { placeholder }),
      ...(ref !== undefined && { ref }),
      ...(footnote && { footnote }),
    };
    editor.apply({ type: 'set_node', path: point.path, properties, newProperties: {} });
    return;
  }
  const atStart = point.offset === 0;
  if (!atStart && point.offset < range.focus.offset) {
    if (leaf.placeholder) Transforms.select(editor, range);
    return;
  }
  const neighbour = atStart ? previousLeaf(editor, point.path) : nextLeaf(editor, point.path);
  if (neighbour) {
    Transforms.select(editor, neighbour);
    return;
  }
  // The caller fills it before Slate tidies the empty leaf away.
  const at = atStart ? point.path : Path.next(point.path);
  editor.apply({ type: 'insert_node', path: at, node: { text: '' } });
  Transforms.select(editor, { path: at, offset: 0 });
};

const previousLeaf = (editor: GovEditor, path: Path): Point | null => {
  if (!Path.hasPrevious(path)) return null;
  const before = Path.previous(path);
  return standsApart(editor, before) ? null : Editor.end(editor, before);
};

const nextLeaf = (editor: GovEditor, path: Path): Point | null => {
  const after = Path.next(path);
  return !Node.has(editor, after) || standsApart(editor, after) ? null : Editor.start(editor, after);
};

/**
 * The block or cell in which the person is filling in placeholders: Tab goes on from here also when the placeholder is
 * written over and the caret stands in plain text. Forgotten when the caret leaves it.
 */
const walks = new WeakMap<GovEditor, Path>();

const placeholderSelected = (editor: GovEditor): boolean => {
  const { selection } = editor;
  return (
    selection !== null &&
    Path.equals(selection.anchor.path, selection.focus.path) &&
    placeholderAt(editor, selection.anchor.path)
  );
};

/** Whether Tab goes to the next placeholder: at a placeholder, and in a block where one has just been filled in. */
export const walksPlaceholders = (editor: GovEditor): boolean => placeholderSelected(editor) || walks.has(editor);

/** To be called after every change: a caret that has left the block takes its Tab back. */
export const followWalk = (editor: GovEditor): void => {
  const home = walks.get(editor);
  const { selection } = editor;
  if (home && (!selection || !Path.equals(Path.parent(selection.anchor.path), home))) walks.delete(editor);
};

const selectWhole = (editor: GovEditor, path: Path): void => {
  Transforms.select(editor, Editor.range(editor, path));
  walks.set(editor, Path.parent(path));
};

/** Selects the placeholder in which a collapsed caret stands, edges excluded (a click into it). */
export const widenToPlaceholder = (editor: GovEditor): void => {
  const { selection } = editor;
  if (!selection || !Range.isCollapsed(selection) || !placeholderAt(editor, selection.anchor.path)) return;
  const range = Editor.range(editor, selection.anchor.path);
  if (selection.anchor.offset > 0 && selection.anchor.offset < range.focus.offset)
    selectWhole(editor, selection.anchor.path);
};

/** Selects the next or previous placeholder from the caret on, going round at the end; false when there is none. */
export const stepPlaceholder = (editor: GovEditor, by: 1 | -1): boolean => {
  const from = editor.selection ? (by > 0 ? Range.end : Range.start)(editor.selection).path : null;
  let round: Path | null = null;
  for (const [leaf, path] of Node.texts(editor, { reverse: by < 0 })) {
    if (!leaf.placeholder) continue;
    round ??= path;
    if (!from || !(by > 0 ? Path.isAfter(path, from) : Path.isBefore(path, from))) continue;
    selectWhole(editor, path);
    return true;
  }
  if (round) selectWhole(editor, round);
  else walks.delete(editor);
  return round !== null;
};
