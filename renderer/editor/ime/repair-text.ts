import { Node } from 'slate';
import { ReactEditor } from 'slate-react';
import { currentBlock } from '../model/blocks';
import type { GovEditor } from '../slate-types';

/**
 * Brings the text on the screen back to the model in the caret's block after a composition. A composition writes
 * into the leaf where it began; when its text belongs to the neighbour (at the edge of a placeholder), Slate does
 * not render that leaf again and the letters would stay there.
 */
export const repairText = (editor: GovEditor): void => {
  const entry = currentBlock(editor);
  if (!entry) return;
  for (const [leaf] of Node.texts(entry[0])) {
    const strings = ReactEditor.toDOMNode(editor, leaf).querySelectorAll('[data-slate-string]');
    const [only] = strings;
    if (strings.length === 1 && only && only.textContent !== leaf.text) only.textContent = leaf.text;
  }
};
