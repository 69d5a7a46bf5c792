import { ReactEditor } from 'slate-react';
import type { GovEditor } from './slate-types';

/** Milliseconds until a change has been drawn or a dialog has closed, and how often to wait for it. */
const pause = 10;
const mostTries = 5;

const isInDialog = (): boolean =>
  document.activeElement?.closest('[role="dialog"]:not([aria-modal="false"])') instanceof Element;

/**
 * Gives the paper the keyboard once what was changed has been drawn and the dialog that asked for it has closed. One
 * that stays, or has opened meanwhile, keeps it: the next key, pressed right behind the last one, is meant for that.
 */
export const focusPaper = (editor: GovEditor, tries = mostTries): void => {
  if (tries > 0 && (editor.operations.length > 0 || isInDialog()))
    setTimeout(() => focusPaper(editor, tries - 1), pause);
  else if (!isInDialog()) ReactEditor.focus(editor);
};
