import { type ReactElement, type RefObject, useCallback, useState } from 'react';
import { listFootnotes } from '../../../../shared/footnotes/list-footnotes';
import { say } from '../../../app/ui/toasts';
import type { EditorHandle } from '../../../editor/document-editor';
import { FootnotePopover } from '../../../features/footnotes/footnote-popover';

type FootnoteState = Readonly<{
  /** A new one at the caret, or the one whose sign the caret touches. */
  ask(): void;
  /** The one of this id. */
  open(id: string): void;
  dialog: ReactElement | null;
}>;

/** `id` is null for a new footnote, which comes to where the caret was. */
type Asked = Readonly<{ id: string | null; text: string; place: DOMRect }>;

/** Where the caret stands on the screen; its block where the page's selection is elsewhere (in a menu, in the palette). */
const caretRect = (blockId: string): DOMRect | null => {
  const block = document.querySelector(`.paper [data-block="${blockId}"]`);
  const selection = getSelection();
  if (!selection?.rangeCount || !block?.contains(selection.focusNode)) return block?.getBoundingClientRect() ?? null;
  const rects = selection.getRangeAt(0).getClientRects();
  return rects.item(rects.length - 1) ?? block.getBoundingClientRect();
};

const signOf = (id: string): Element | null => document.querySelector(`.paper [data-footnote="${id}"]`);

/** The words of a footnote, asked for beside its sign. */
export const useFootnote = (editor: RefObject<EditorHandle | null>): FootnoteState => {
  const [asked, setAsked] = useState<Asked | null>(null);

  const open = useCallback(
    (id: string) => {
      const parts = editor.current?.getDocument().parts ?? [];
      const found = parts.flatMap(({ children }) => listFootnotes(children)).find((footnote) => footnote.id === id);
      const place = signOf(id)?.getBoundingClientRect();
      if (found && place) setAsked({ id, text: found.text, place });
    },
    [editor],
  );
  const ask = useCallback(() => {
    const caret = editor.current?.getCaret();
    if (caret?.footnote) return open(caret.footnote);
    const place = caret?.blockId ? caretRect(caret.blockId) : null;
    if (place) setAsked({ id: null, text: '', place });
    else say('请先把光标放到要加脚注的地方。');
  }, [editor, open]);

  const close = (text: string | null) => {
    const id = asked?.id ?? null;
    setAsked(null);
    // When the card is gone: while it is there it keeps the keyboard.
    setTimeout(() => {
      if (text === null || (id === null && text === '')) editor.current?.focus();
      else editor.current?.run(id === null ? { type: 'insertFootnote', text } : { type: 'writeFootnote', id, text });
    }, 0);
  };
  const dialog = asked && (
    <FootnotePopover
      key={asked.id}
      anchor={() => (asked.id === null ? null : signOf(asked.id)) ?? { getBoundingClientRect: () => asked.place }}
      text={asked.text}
      onClose={close}
    />
  );
  return { ask, open, dialog };
};
