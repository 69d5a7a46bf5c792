import { type ReactElement, type Ref, useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import { Editor, Path, Transforms } from 'slate';
import { ReactEditor } from 'slate-react';
import type { Finding } from '../../shared/checks/types';
import type { Block } from '../../shared/document/block';
import type { GovDocument } from '../../shared/document/document';
import { blockText } from '../../shared/document/plain-text';
import { footnoteSign } from '../../shared/document/text';
import type { DocumentFunction } from '../../shared/functions/types';
import type { CaretState } from './caret-state';
import type { EditorCommand } from './commands/editor-command';
import { createEditorSession, type EditorSession } from './editor-session';
import { EditorSurface } from './editor-surface';
import { EditorErrorBoundary } from './error-boundary';
import type { TextRange } from './findings/hit-marks';
import { domRange } from './findings/text-marks';
import { focusPaper } from './focus-paper';
import { besidePoint } from './model/beside-point';
import { currentBlock, findBlock, offsetIn, partsOf, pointAt } from './model/blocks';
import { scrollToMiddle } from './paper-chunks';
import { readSelection } from './read-selection';
import './editor.css';

/** What the screen may ask of the editor. */
export type EditorHandle = Readonly<{
  /** The current value, immutable; a change gives a new one in which untouched blocks are the same objects. */
  getDocument(): GovDocument;
  /** Scrolls to a block, or to the first of a part, puts the caret at the start of the range, and lets it light up for a moment. */
  reveal(id: string, range?: Readonly<{ start: number; end: number }>): void;
  run(command: EditorCommand): void;
  /** Runs a command for a panel that keeps the keyboard. */
  runFromOutside(command: EditorCommand): void;
  /** Where the caret stands at this moment; `onCaret` reports it up to a frame later. */
  getCaret(): CaretState;
  /** Behind how many characters of which block the caret stands; null where it stands nowhere. */
  getPlace(): Readonly<{ blockId: string; at: number }> | null;
  focus(): void;
  /** The words selected within one block or cell; empty for anything else. */
  getSelectedText(): string;
  /** Paints what a search has found, in document order, `current` as the one at hand; never during a composition. */
  showHits(hits: readonly TextRange[], current: number): void;
  /** Scrolls to a stretch of text and leaves caret and keyboard where they are. */
  scrollTo(range: TextRange): void;
  /** Puts the caret where a point of the screen is; false when that is not on the paper. */
  caretTo(point: Readonly<{ x: number; y: number }>): boolean;
  /** Selects a stretch of text and gives the paper the keyboard. */
  select(range: TextRange): void;
}>;

export type DocumentEditorProps = Readonly<{
  /** The document to begin with; one with another id mounts the editor anew. */
  document: GovDocument;
  /** After every change of content, at once, also while an input method is open, as soon as text is committed. */
  onChange(document: GovDocument): void;
  /** Once a frame at most, never during a composition. */
  onCaret(caret: CaretState): void;
  /** Which block serves which function: the bar in the margin. */
  functions: ReadonlyMap<string, DocumentFunction>;
  findings: readonly Finding[];
  /** Required functions nothing serves yet, for the insert menu. */
  missing: readonly DocumentFunction[];
  buildMissing(fn: DocumentFunction): readonly Block[];
  /** Tells the person, in a sentence, why a command did not do what was asked. */
  say?(sentence: string): void;
  /** The person wants to refer to something: by `@` (then `typed`), by the insert menu. */
  onPickReference?(typed: string): void;
  /** The person wants the units of the unit note at the caret to be asked for: Enter on its prompt. */
  onPickUnits?(): void;
  /** The person has clicked the sign of a footnote. */
  onFootnote?(id: string): void;
  /** A picture was pasted. */
  onPictureFile?(file: File): void;
  /** The person wants a picture put in: by the insert menu. */
  onChoosePicture?(): void;
  /** The person wants to say how a picture is shown: by a double click on it. */
  onPicture?(id: string): void;
  /** 1 is 100 %. */
  zoom?: number;
  /** The editor could not be drawn and was mounted again from its model; no text is lost. */
  onError?(error: unknown): void;
  ref?: Ref<EditorHandle>;
}>;

/** The structured editor of one document. Fills its parent and scrolls by itself. */
export const DocumentEditor = (props: DocumentEditorProps): ReactElement => (
  <MountedEditor key={props.document.id} {...props} />
);

/** So many errors in so many milliseconds are endured by mounting the editor again. */
const failuresEndured = 3;
const failureTime = 10_000;

const MountedEditor = ({ document, ref, zoom = 1, findings, onError, ...rest }: DocumentEditorProps): ReactElement => {
  const [host] = useState(() => ({ ...rest }));
  const [session, setSession] = useState(() => createEditorSession(document, host));
  const [givenUp, setGivenUp] = useState<unknown>(null);
  const failures = useRef<readonly number[]>([]);
  const { functions } = rest;

  useLayoutEffect(() => {
    Object.assign(host, rest);
  });
  useEffect(() => session.gate.pass('functions', () => session.views.updateFunctions(functions)), [session, functions]);
  useEffect(() => session.gate.pass('findings', () => session.marks.show(findings)), [session, findings]);
  useImperativeHandle(ref, () => createHandle(session), [session]);

  const remount = (error: unknown): void => {
    onError?.(error);
    const now = Date.now();
    const recent = failures.current.filter((at) => now - at < failureTime);
    failures.current = [...recent, now];
    if (recent.length < failuresEndured) setSession(createEditorSession(session.getDocument(), host, session.editor));
    else setGivenUp(error);
  };
  // What comes back at once is not a matter of the page: the application's own boundary shows it.
  if (givenUp !== null) throw givenUp;
  return (
    <EditorErrorBoundary key={sessionKey(session)} onError={remount}>
      <EditorSurface session={session} zoom={zoom} />
    </EditorErrorBoundary>
  );
};

const sessionKeys = new WeakMap<EditorSession, number>();
let sessionCount = 0;
/** A new session is a new editor on the screen. */
const sessionKey = (session: EditorSession): number => {
  const known = sessionKeys.get(session);
  if (known !== undefined) return known;
  sessionCount += 1;
  sessionKeys.set(session, sessionCount);
  return sessionCount;
};

const createHandle = (session: EditorSession): EditorHandle => {
  const { editor, gate, hits, marks } = session;
  return {
    getDocument: session.getDocument,
    run: (command) => {
      session.run(command);
      focusPaper(editor);
    },
    runFromOutside: session.run,
    getCaret: () => {
      readSelection(editor);
      return session.getCaret();
    },
    getPlace: () => {
      readSelection(editor);
      const block = currentBlock(editor)?.[0];
      return block && editor.selection ? { blockId: block.id, at: offsetIn(editor, editor.selection.anchor) } : null;
    },
    focus: () => focusPaper(editor),
    getSelectedText: () => {
      const { selection } = editor;
      if (!selection || !Path.equals(Path.parent(selection.anchor.path), Path.parent(selection.focus.path))) return '';
      return Editor.string(editor, selection).replaceAll(footnoteSign, '');
    },
    showHits: (found, current) => gate.pass('hits', () => hits.show(found, current)),
    caretTo: ({ x, y }) => {
      const range = document.elementFromPoint(x, y)?.closest('.paper') ? document.caretRangeFromPoint(x, y) : null;
      const found = range && ReactEditor.toSlateRange(editor, range, { exactMatch: false, suppressThrow: true });
      if (found) Transforms.select(editor, found);
      return found !== null;
    },
    scrollTo: ({ blockId, beside, start, end }) => {
      const entry = findBlock(editor, blockId);
      if (!entry) return;
      const place = beside
        ? ReactEditor.toDOMPoint(editor, besidePoint(editor, entry, beside))[0].parentElement
        : domRange(editor, blockId, start, end)?.startContainer.parentElement;
      if (place) scrollToMiddle(place);
    },
    select: ({ blockId, beside, start, end }) => {
      const entry = findBlock(editor, blockId);
      if (!entry) return;
      if (beside) Transforms.select(editor, besidePoint(editor, entry, beside));
      else Transforms.select(editor, { anchor: pointAt(editor, entry, start), focus: pointAt(editor, entry, end) });
      focusPaper(editor);
    },
    reveal: (id, range) => {
      const part = partsOf(editor).find((one) => one.id === id);
      const entry = findBlock(editor, part?.children[0]?.id ?? id);
      if (!entry) return;
      const [block] = entry;
      Transforms.select(editor, pointAt(editor, entry, range?.start ?? 0));
      focusPaper(editor);
      scrollToMiddle(ReactEditor.toDOMNode(editor, block));
      marks.flash(block.id, range?.start ?? 0, range?.end ?? blockText(block).length);
    },
  };
};
