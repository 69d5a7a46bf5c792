import { type ReactElement, type RefObject, useCallback, useEffect, useState } from 'react';
import type { PictureBlock } from '../../../../shared/document/block';
import type { PictureFile } from '../../../../shared/document/picture';
import { maxPictureBytes, tooLargePicture } from '../../../../shared/file/limits';
import { widestPicture } from '../../../../shared/layout/lay-out-picture';
import { onPictureDrop } from '../../../app/picture-drops';
import { sayError } from '../../../app/say-error';
import { say } from '../../../app/ui/toasts';
import { uprightPicture } from '../../../app/upright-picture';
import type { EditorHandle } from '../../../editor/document-editor';
import { PictureDialog } from '../../../features/pictures/picture-dialog';
import { call } from '../../../ipc/client';
import { keepTurned } from './keep-turned';

export type PicturesState = Readonly<{
  /** Asks for a file and puts it in at the caret. */
  choose(): void;
  /** Puts in a picture that was pasted. */
  take(file: File): void;
  /** Asks how the picture of this block, or of the caret's, is shown. */
  open(id?: string): void;
  /** Turns the picture at the caret a quarter to the right. */
  turn(): void;
  dialog: ReactElement | null;
}>;

const keep = async (id: string, bytes: Uint8Array): Promise<PictureFile> =>
  call('pictures:add', { id, bytes: await uprightPicture(new Uint8Array(bytes)) });

/** Pictures of the open document: from a file, the clipboard or a drop, and their settings. */
export const usePictures = (id: string, editor: RefObject<EditorHandle | null>): PicturesState => {
  const [asked, setAsked] = useState<PictureBlock | null>(null);

  /** Keeps what has been read and puts it in at the caret; says why it cannot be. */
  const insert = useCallback(
    async (read: () => Promise<Uint8Array | null>) => {
      try {
        const bytes = await read();
        if (bytes) editor.current?.run({ type: 'insertPicture', file: await keep(id, bytes) });
        else editor.current?.focus();
      } catch (error) {
        sayError(error);
      }
    },
    [id, editor],
  );
  const choose = useCallback(() => void insert(async () => (await call('pictures:choose', {})).bytes), [insert]);
  const take = useCallback(
    (file: File) => {
      if (file.size > maxPictureBytes) say(tooLargePicture(file.size));
      else void insert(async () => new Uint8Array(await file.arrayBuffer()));
    },
    [insert],
  );
  useEffect(
    () =>
      onPictureDrop((file, point) => {
        const onPaper = editor.current?.caretTo(point) === true;
        if (onPaper) take(file);
        return onPaper;
      }),
    [editor, take],
  );
  /** The picture of this block, or of the caret's; says so where there is none. */
  const find = useCallback(
    (block?: string): PictureBlock | null => {
      const wanted = block ?? editor.current?.getCaret().blockId;
      const blocks = editor.current?.getDocument().parts.flatMap(({ children }) => children) ?? [];
      const found = blocks.find((one) => one.id === wanted);
      if (found?.type === 'picture') return found;
      say('请先把光标放到图片上。');
      return null;
    },
    [editor],
  );
  const open = useCallback((block?: string) => setAsked(find(block)), [find]);
  const turn = useCallback(() => {
    const block = find();
    if (!block) return;
    keepTurned(id, block, { degrees: 90 })
      .then((by) => editor.current?.run({ type: 'replacePictures', pictures: [by] }))
      .catch((error) => sayError(error));
  }, [id, editor, find]);

  /** When the dialog is gone: while it is there it keeps the keyboard. */
  const close = (then: (handle: EditorHandle) => void) => {
    setAsked(null);
    setTimeout(() => editor.current && then(editor.current), 0);
  };
  const dialog = asked && (
    <PictureDialog
      picture={asked.picture}
      widest={widestPicture(asked.picture, asked.boxId !== undefined)}
      onClose={() => close((handle) => handle.focus())}
      onSave={(widthPercent, altText, whole) =>
        close((handle) => handle.run({ type: 'setPicture', id: asked.id, widthPercent, altText, whole }))
      }
    />
  );
  return { choose, take, open, turn, dialog };
};
