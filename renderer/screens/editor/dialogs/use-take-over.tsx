import { type ReactElement, type RefObject, useRef, useState } from 'react';
import type { GovDocument } from '../../../../shared/document/document';
import { takeOver } from '../../../../shared/reuse/take-over';
import { sayError } from '../../../app/say-error';
import { say } from '../../../app/ui/toasts';
import { useUnits } from '../../../app/units';
import type { InsertPlace } from '../../../editor/commands/editor-command';
import type { EditorHandle } from '../../../editor/document-editor';
import { TakeOverDialog } from '../../../features/reuse/take-over-dialog';
import { call } from '../../../ipc/client';
import { metaTakenBack } from '../session/meta-taken-back';
import { takeBack } from '../session/replace-text';
import type { Session } from '../session/use-session';

type TakeOver = Readonly<{ dialog: ReactElement | null; open(): void }>;

/** Behind the chapter that holds the caret, else at the end of the main text. */
const placeOf = (handle: EditorHandle, blockId: string | null): InsertPlace => {
  const main = handle.getDocument().parts.find(({ kind }) => kind === 'main');
  const at = main?.children.findIndex(({ id }) => id === blockId) ?? -1;
  const chapter = main?.children
    .slice(0, at + 1)
    .findLast((block) => block.type === 'clause' && block.level === 1 && block.boxId === undefined);
  return chapter ? { behind: chapter.id } : 'bodyEnd';
};

/** Takes chapters of another document over; the state before is kept as a version that names the source. */
export const useTakeOver = (
  id: string,
  editor: RefObject<EditorHandle | null>,
  { newest, onMeta, saving }: Pick<Session, 'newest' | 'onMeta' | 'saving'>,
): TakeOver => {
  const units = useUnits();
  const [isOpen, setOpen] = useState(false);
  /** Where the caret stood before the dialog took the keyboard. */
  const caret = useRef<string | null>(null);
  /** When the dialog is gone: while it is there it keeps the keyboard. */
  const leave = (then: (handle: EditorHandle) => void): void => {
    setOpen(false);
    setTimeout(() => editor.current && then(editor.current));
  };
  const take = async (handle: EditorHandle, earlier: GovDocument, title: string, chosen: ReadonlySet<string>) => {
    try {
      await saving.flush();
      await call('versions:keep', { id, name: `取用《${title.slice(0, 48)}》之前` });
    } catch (error) {
      sayError(error);
      return;
    }
    const before = newest.current.meta;
    const document = { ...newest.current, parts: handle.getDocument().parts };
    const source = { title, at: Date.now() };
    const { blocks, leftovers, takenOver } = takeOver(document, earlier, chosen, units, source);
    handle.run({ type: 'insertBlocks', blocks, where: placeOf(handle, caret.current) });
    const after = handle.getDocument().parts;
    const noted = { ...before, ...(leftovers.length > 0 && { leftovers: [...leftovers] }), takenOver: [...takenOver] };
    onMeta(noted);
    const undo = (): void => {
      if (takeBack(editor, after)) onMeta(metaTakenBack(before, noted, newest.current.meta));
    };
    say(`已取用《${title}》的 ${chosen.size} 章，请逐个核对待填和旧稿遗留。`, { label: '撤销', run: undo });
  };
  return {
    open: () => {
      caret.current = editor.current?.getCaret().blockId ?? null;
      setOpen(true);
    },
    dialog: isOpen ? (
      <TakeOverDialog
        id={id}
        onClose={() => leave((handle) => handle.focus())}
        onTake={(earlier, title, chosen) => leave((handle) => void take(handle, earlier, title, chosen))}
      />
    ) : null,
  };
};
