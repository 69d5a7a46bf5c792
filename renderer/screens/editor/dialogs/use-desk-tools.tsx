import { Fragment, type RefObject } from 'react';
import type { OutlineRow } from '../../../app/outline/outline-rows';
import type { CaretState } from '../../../editor/caret-state';
import type { EditorHandle } from '../../../editor/document-editor';
import type { Session } from '../session/use-session';
import { useFindBar } from '../use-find-bar';
import { useFootnote } from './use-footnote';
import { usePictures } from './use-pictures';
import { usePlanDialogs } from './use-plan-dialogs';
import { useReferencePicker } from './use-reference-picker';
import { useReview } from './use-review';
import { useTableCaption } from './use-table-caption';
import { useTakeOver } from './use-take-over';
import { useTemplate } from './use-template';
import { useUnitPicker } from './use-unit-picker';
import { useVersions } from './use-versions';
import { useWording } from './use-wording';

type Grounds = Readonly<{
  id: string;
  editor: RefObject<EditorHandle | null>;
  session: Session;
  caret: CaretState | null;
  /** The rows above the caret, from the top. */
  path: readonly OutlineRow[];
  /** Makes a block visible that one chapter alone leaves out. */
  uncover(blockId: string): void;
  reveal(blockId: string, range?: Readonly<{ start: number; end: number }>): void;
  jump(blockId: string): void;
  showReview(): void;
  onOpenDocument(id: string): void;
}>;

/** What is asked for over the editor: each tool with its way to open it, and what of them is open in `layers`. */
export const useDeskTools = (grounds: Grounds) => {
  const { id, editor, session, caret, path, uncover, reveal, jump, showReview, onOpenDocument } = grounds;
  const findBar = useFindBar(editor, session.functions, session.composing, uncover);
  session.searchAgain.current = findBar.changed;
  const unitPicker = useUnitPicker(editor);
  const versions = useVersions(id, editor, session, jump);
  const compare = versions.showCompared;
  const review = useReview({ id, editor, session, reveal, compare, onShow: showReview, onOpenDocument });
  const plans = usePlanDialogs({ id, editor, session, reveal, onOpenDocument });
  const wording = useWording(editor, session, jump);
  const taking = useTakeOver(id, editor, session);
  const template = useTemplate(editor, session, path, jump);
  const referencePicker = useReferencePicker(editor, caret?.partId ?? null);
  const footnote = useFootnote(editor);
  const tableCaption = useTableCaption(editor);
  const pictures = usePictures(id, editor);
  const asking = { referencePicker, unitPicker, versions, review, wording, plans, taking };
  const filling = { footnote, template, tableCaption, pictures };
  const dialogs = Object.entries({ ...asking, ...filling }).map(([name, { dialog }]) => ({ name, dialog }));
  return {
    ...asking,
    ...filling,
    findBar,
    isAsking: dialogs.some(({ dialog }) => dialog !== null),
    layers: dialogs.map(({ name, dialog }) => dialog && <Fragment key={name}>{dialog}</Fragment>),
  };
};

export type DeskTools = ReturnType<typeof useDeskTools>;
