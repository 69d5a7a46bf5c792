import { ReactEditor } from 'slate-react';
import type { GovEditor } from './slate-types';

/** Milliseconds until a change has been drawn, and how often to wait for it. */
const pause = 10;
const mostTries = 5;

/**
 * Gives the paper the keyboard once what was changed has been drawn. A dialog that has opened meanwhile keeps it:
 * the next key, pressed right behind the last one, is meant for that.
 */
export const focusPaper = (editor: GovEditor, tries = mostTries): void => {
  if (document.activeElement?.closest('[role="dialog"]:not([aria-modal="false"])')) return;
  if (editor.operations.length > 0 && tries > 0) setTimeout(() => focusPaper(editor, tries - 1), pause);
  else ReactEditor.focus(editor);
};
