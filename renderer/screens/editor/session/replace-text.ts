import type { RefObject } from 'react';
import type { GovDocument } from '../../../../shared/document/document';
import { untouchedSince } from '../../../app/ui/untouched-since';
import type { EditorHandle } from '../../../editor/document-editor';
import { metaTakenBack } from './meta-taken-back';
import type { Session } from './use-session';

type Editor = RefObject<EditorHandle | null>;

/** Undoes the last step, unless the text has changed since it was `after`. */
export const takeBack = (editor: Editor, after: GovDocument['parts'] | undefined): boolean => {
  const untouched = untouchedSince(editor, after);
  if (untouched) editor.current?.run({ type: 'undo' });
  return untouched;
};

/**
 * Puts another state in the place of the open one, in one step; what takes that back. Form fields that were written in
 * since stay as they are.
 */
export const replaceText = (
  editor: Editor,
  { newest, onMeta }: Pick<Session, 'newest' | 'onMeta'>,
  { parts, meta }: Pick<GovDocument, 'parts' | 'meta'>,
): (() => void) => {
  const before = newest.current.meta;
  editor.current?.run({ type: 'replaceParts', parts });
  onMeta(meta);
  const after = editor.current?.getDocument().parts;
  return () => {
    if (takeBack(editor, after)) onMeta(metaTakenBack(before, meta, newest.current.meta));
  };
};
