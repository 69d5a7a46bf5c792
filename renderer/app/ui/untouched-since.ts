import type { RefObject } from 'react';
import { say } from './toasts';

/** What of an editor is asked for. */
type Edited<Parts> = Readonly<{ getDocument(): Readonly<{ parts: Parts }> }>;

/**
 * Whether the text is still what a command left, so that one undo takes just that command back; else tells the person
 * how to go back.
 * @param after the parts right behind the command
 */
export const untouchedSince = <Parts>(editor: RefObject<Edited<Parts> | null>, after: Parts | undefined): boolean => {
  const untouched = editor.current?.getDocument().parts === after;
  if (!untouched) say('之后又有改动，请用 Ctrl+Z 逐步撤销。');
  return untouched;
};
