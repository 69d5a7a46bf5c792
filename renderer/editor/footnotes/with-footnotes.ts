import { Node, type NodeEntry, type Path } from 'slate';
import { footnoteSign } from '../../../shared/document/text';
import type { GovEditor } from '../slate-types';

/**
 * Keeps a footnote and its sign together: a leaf without the sign is no footnote any more, and what stands beside
 * the sign in one leaf is text of its own.
 */
export const withFootnotes = (editor: GovEditor): GovEditor => {
  const { normalizeNode } = editor;
  editor.normalizeNode = (entry, options) => {
    if (!settleLeaf(editor, entry)) normalizeNode(entry, options);
  };
  return editor;
};

const settleLeaf = (editor: GovEditor, [leaf, path]: NodeEntry): boolean => {
  if (!Node.isText(leaf) || !leaf.footnote || leaf.text === footnoteSign) return false;
  const sign = leaf.text.indexOf(footnoteSign);
  const { footnote } = leaf;
  const unmark = (at: Path): void =>
    editor.apply({ type: 'set_node', path: at, properties: { footnote }, newProperties: {} });
  const cut = (at: Path, position: number): void =>
    editor.apply({ type: 'split_node', path: at, position, properties: { footnote } });
  if (sign < 0) unmark(path);
  else if (sign > 0) {
    cut(path, sign);
    unmark(path);
  } else {
    cut(path, 1);
    unmark([...path.slice(0, -1), path.at(-1)! + 1]);
  }
  return true;
};
