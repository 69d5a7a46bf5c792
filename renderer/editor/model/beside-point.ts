import { Editor, Node, type Point } from 'slate';
import type { Beside } from '../../../shared/document/beside-text';
import type { GovEditor } from '../slate-types';
import type { BlockEntry } from './blocks';

/** Where the caret comes nearest to words beside a block: at the sign of the footnote, in the first cell of the table. */
export const besidePoint = (editor: GovEditor, [block, path]: BlockEntry, beside: Beside): Point => {
  if (beside.kind === 'footnote')
    for (const [leaf, at] of Node.texts(block))
      if (leaf.footnote?.id === beside.id) return { path: [...path, ...at], offset: 0 };
  return Editor.start(editor, path);
};
