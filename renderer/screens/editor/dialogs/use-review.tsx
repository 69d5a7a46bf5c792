import { type ReactElement, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { createId } from '../../../../shared/document/block-id';
import type { GovDocument, SetAsideLine } from '../../../../shared/document/document';
import type { ReviewItem } from '../../../../shared/document/review-item';
import type { Output } from '../../../../shared/ipc/contract';
import { sayError } from '../../../app/say-error';
import { say } from '../../../app/ui/toasts';
import type { EditorHandle } from '../../../editor/document-editor';
import { ChangesDialog } from '../../../features/doubts/changes-dialog';
import {
  type Correction,
  correctGuess,
  followEdit,
  refuseChange,
  restoreParagraph,
} from '../../../features/doubts/corrections';
import { DoubtsPanel } from '../../../features/doubts/doubts-panel';
import { ReturnedPanel } from '../../../features/doubts/returned-panel';
import { present } from '../../../features/versions/compare-choice';
import { call } from '../../../ipc/client';
import { replaceText, takeBack } from '../session/replace-text';
import type { Session } from '../session/use-session';
import { useTurnedPictures } from './use-turned-pictures';
import type { Compared } from './use-versions';

type Returned = Output<'arrival:compare'> & Readonly<{ before: GovDocument }>;

type Review = Readonly<{
  /** 待核对 beside the paper; null for a document of which nothing was ever to be looked at. */
  panel: ReactElement | null;
  dialog: ReactElement | null;
  /** How many items are still open. */
  open: number;
}>;

/** Until the paper shows what a command has changed. */
const drawDelay = 50;

type Surroundings = Readonly<{
  id: string;
  editor: RefObject<EditorHandle | null>;
  session: Session;
  reveal(blockId: string, range?: Readonly<{ start: number; end: number }>): void;
  compare(compared: Compared): void;
  /** Shows the panel. */
  onShow(): void;
  onOpenDocument(id: string): void;
}>;

/** What is to be looked at in a document that was read from a file, and what is asked when it has just been read. */
export const useReview = (surroundings: Surroundings): Review => {
  const { id, editor, session, reveal, compare, onShow, onOpenDocument } = surroundings;
  const { newest, meta, onMeta, saving, reading } = session;
  const [changes, setChanges] = useState<number | null>(null);
  const [returned, setReturned] = useState<Returned | null>(null);
  /** From the question about a file that arrived until all is settled that it asks. */
  const handling = useRef(false);

  /** Puts another state in the place of the text, in one step. */
  const replace = useCallback(
    (document: GovDocument) => replaceText(editor, { newest, onMeta }, document),
    [editor, newest, onMeta],
  );
  const takeReturned = useCallback(async () => {
    // The comparison is with what is stored.
    await saving.flush();
    const found = await call('arrival:compare', { id });
    if (found.comparison.blocks.length === 0) {
      await call('arrival:forget', { id });
      handling.current = false;
      return say(`“${found.file}”与文库里的这份文稿没有差别。`);
    }
    // What stood here stays among the versions, whatever is made of the file.
    await call('versions:keep', { id, name: null });
    const before = newest.current;
    replace({ ...before, parts: found.other.parts });
    setReturned({ ...found, before });
    onShow();
  }, [id, newest, saving, replace, onShow]);
  useEffect(() => {
    const ask = () => {
      if (handling.current) return;
      handling.current = true;
      call('arrival:ask', { id })
        .then(async (arrival) => {
          if (arrival?.kind === 'changes') setChanges(arrival.count);
          else if (arrival) await takeReturned();
          else handling.current = false;
        })
        .catch((error) => {
          handling.current = false;
          sayError(error);
        });
    };
    ask();
    // A file that comes back while its document is open here, read by another window, brings this one to the front.
    addEventListener('focus', ask);
    return () => removeEventListener('focus', ask);
  }, [id, takeReturned]);

  const choose = async (choice: 'accepted' | 'rejected' | 'review'): Promise<void> => {
    setChanges(null);
    try {
      if (choice === 'accepted') {
        await call('arrival:forget', { id });
        editor.current?.focus();
        return;
      }
      // What stands here stays among the versions.
      await saving.flush();
      await call('versions:keep', { id, name: null });
      const { document } = await call('arrival:read-again', { id, revisions: choice });
      const undo = replace(document);
      if (choice === 'review') onShow();
      say(choice === 'review' ? '修订已逐处列在右栏。' : '已恢复修订以前的文字。', { label: '撤销', run: undo });
    } catch (error) {
      sayError(error);
    } finally {
      handling.current = false;
    }
  };

  const items = meta.review;
  const mark = useCallback(
    (marked: readonly ReviewItem[], done: boolean, more: Pick<ReviewItem, 'restored'> = {}) => {
      const { review = [], ...rest } = newest.current.meta;
      const chosen = new Set(marked);
      onMeta({
        ...rest,
        review: review.map((item) => {
          if (!chosen.has(item)) return item;
          const { done: _, ...open } = item;
          return done ? { ...open, ...more, done: true } : open;
        }),
      });
    },
    [newest, onMeta],
  );
  const jump = useCallback(
    ({ blockId, behind, kind, text }: ReviewItem) => {
      if (blockId === null) return;
      const start = behind?.at ?? 0;
      reveal(blockId, behind && { start, end: kind === 'added' ? start + text.length : start });
    },
    [reveal],
  );
  /** Changes the text, marks the items, and offers to take both back. */
  const settle = useCallback(
    (settled: readonly ReviewItem[], change: () => void, said: string, more: Pick<ReviewItem, 'restored'> = {}) => {
      const before = newest.current.meta;
      change();
      mark(settled, true, more);
      const after = editor.current?.getDocument().parts;
      const undo = () => {
        if (takeBack(editor, after))
          onMeta({ ...newest.current.meta, ...(before.review && { review: before.review }) });
      };
      say(said, { label: '撤销', run: undo });
    },
    [newest, mark, editor, onMeta],
  );
  const correct = useCallback(
    (item: ReviewItem, correction: Correction) => {
      const place = correction.kind === 'split' ? editor.current?.getPlace() : null;
      const wanted = place && place.blockId === item.blockId ? ({ kind: 'split', at: place.at } as const) : correction;
      const takes = editor.current && correctGuess(editor.current.getDocument(), item, wanted);
      if (!takes)
        return say(
          correction.kind === 'split' ? '请先把光标放到要拆开的地方。' : '这一段已经改动，请直接在正文里修改。',
        );
      const { blockId } = item;
      settle(
        [item],
        () => {
          editor.current?.runFromOutside({ type: 'takeBlocks', takes });
          // Once the block is drawn as what it is now.
          if (blockId !== null) setTimeout(() => editor.current && reveal(blockId), drawDelay);
        },
        '已改正。',
      );
    },
    [editor, settle, reveal],
  );
  const refuse = useCallback(
    (item: ReviewItem) => {
      const { review: all = [] } = newest.current.meta;
      const back = item.paragraph && editor.current && restoreParagraph(editor.current.getDocument(), item, all);
      if (back) {
        const restore = () => editor.current?.runFromOutside({ type: 'takeBlocks', takes: back.takes });
        return settle([item], restore, '已恢复删去的一段。', { restored: back.id });
      }
      const edit = item.paragraph || !editor.current ? null : refuseChange(editor.current.getDocument(), item);
      if (!edit) return say('这段文字已经改动，请直接在正文里修改。');
      settle(
        [item],
        () => {
          const { review = [], ...rest } = newest.current.meta;
          editor.current?.runFromOutside({ type: 'replaceTexts', edits: [edit] });
          const after = editor.current?.getDocument();
          const others = review.filter((one) => one !== item);
          const followed = after ? followEdit(others, edit, after) : others;
          onMeta({ ...rest, review: review.map((one) => (one === item ? one : followed[others.indexOf(one)]!)) });
        },
        item.kind === 'added' ? '已删去新增的文字。' : '已恢复删去的文字。',
      );
    },
    [editor, newest, onMeta, settle],
  );
  useTurnedPictures({ id, editor, items, settle });
  const insert = useCallback(
    ({ text }: SetAsideLine) =>
      editor.current?.run({
        type: 'insertBlocks',
        blocks: [{ type: 'paragraph', id: createId(), children: [{ text }] }],
        where: 'caret',
      }),
    [editor],
  );

  const { setAside } = newest.current;
  const panel = useMemo(() => {
    if (returned) {
      const { comparison, file, before, other } = returned;
      const leave = (then: () => void) => {
        setReturned(null);
        void call('arrival:forget', { id })
          .then(then, (error) => sayError(error))
          .finally(() => {
            handling.current = false;
          });
      };
      return (
        <ReturnedPanel
          file={file}
          comparison={comparison}
          onJump={reveal}
          onCompare={() => compare({ ours: 'after', before: '来稿以前', after: present, comparison, other: before })}
          onRefuse={() =>
            leave(() => {
              const undo = replace({ ...newest.current, parts: before.parts });
              say('已全部改回。', { label: '撤销', run: undo });
            })
          }
          onKeepApart={() => {
            replace({ ...newest.current, parts: before.parts });
            saving
              .flush()
              .then(() => call('arrival:keep-apart', { id }))
              .then(({ id: own }) => onOpenDocument(own))
              .catch((error) => sayError(error));
          }}
          onDone={() =>
            leave(() =>
              say(`已采用“${file}”的改动；原来的文稿留在版本里。${other.meta.review ? '来稿中的批注没有并入。' : ''}`),
            )
          }
        />
      );
    }
    if (!items && setAside.length === 0) return null;
    return (
      <DoubtsPanel
        document={reading.document}
        items={items ?? []}
        setAside={setAside}
        onJump={jump}
        onCorrect={correct}
        onRefuse={refuse}
        onDone={mark}
        onInsert={insert}
      />
    );
  }, [
    returned,
    items,
    setAside,
    reading.document,
    id,
    newest,
    saving,
    reveal,
    compare,
    replace,
    onOpenDocument,
    jump,
    correct,
    refuse,
    mark,
    insert,
  ]);
  return {
    panel,
    dialog: changes === null ? null : <ChangesDialog count={changes} onChoose={(choice) => void choose(choice)} />,
    open: items?.filter(({ done }) => !done).length ?? 0,
  };
};
