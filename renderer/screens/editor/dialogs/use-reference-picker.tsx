import { type ReactElement, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { say } from '../../../app/ui/toasts';
import type { EditorHandle } from '../../../editor/document-editor';
import { ReferencePicker } from '../../../features/references/reference-picker';

type ReferencePickerState = Readonly<{
  /** Opens it for the caret in a part; `typed` is the sign that asked. Says why when there is no caret. */
  open(typed: string): void;
  dialog: ReactElement | null;
}>;

/** The picker of what a text refers to, over the editor. */
export const useReferencePicker = (
  editor: RefObject<EditorHandle | null>,
  part: string | null,
): ReferencePickerState => {
  const [askedBy, setAskedBy] = useState<string | null>(null);
  const answer = useRef<Readonly<{ target: string | null; typed: string }> | null>(null);
  const latest = useRef(part);
  latest.current = part;

  const open = useCallback((typed: string) => {
    if (latest.current === null) say('请先把光标放到要写引用的地方。');
    else setAskedBy(typed);
  }, []);
  // Behind the picker's own leaving, which keeps the keyboard from everything else until it is done.
  useEffect(() => {
    if (askedBy !== null || !answer.current) return;
    const { target, typed } = answer.current;
    answer.current = null;
    if (target === null) editor.current?.focus();
    else editor.current?.run({ type: 'insertReference', target, typed });
  }, [askedBy, editor]);

  const document = editor.current?.getDocument();
  const dialog = askedBy !== null && part !== null && document && (
    <ReferencePicker
      document={document}
      part={part}
      onClose={(target) => {
        answer.current = { target, typed: askedBy };
        setAskedBy(null);
      }}
    />
  );
  return { open, dialog: dialog || null };
};
