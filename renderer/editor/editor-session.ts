import type { Operation } from 'slate';
import type { Block } from '../../shared/document/block';
import type { GovDocument, Part } from '../../shared/document/document';
import type { DocumentFunction } from '../../shared/functions/types';
import { isCaptioned } from '../../shared/numbering/compute-labels';
import { type CaretState, readCaret, sameCaret } from './caret-state';
import type { EditorCommand } from './commands/editor-command';
import { followWalk } from './commands/placeholders';
import { performCommand, runCommand } from './commands/run-command';
import { createEditor } from './create-editor';
import { createFindingMarks, type FindingMarks } from './findings/finding-marks';
import { createHitMarks, type HitMarks } from './findings/hit-marks';
import { createFootnoteNumbers, type FootnoteNumbers, touchesFootnotes } from './footnotes/footnote-numbers';
import { type CompositionGate, createCompositionGate } from './ime/composition-gate';
import { type BlockViews, createBlockViews } from './labels/block-views';
import { createInsertMenu, type InsertMenu } from './menu/menu-state';
import { blockEntryAt, currentBlock } from './model/blocks';
import { isStructural } from './plugins/with-structure';
import type { GovEditor } from './slate-types';
import { type CellMarks, createCellMarks } from './tables/cell-marks';

/** What the surroundings give the editor and hear from it; read anew each time, so it may change. */
export type SessionHost = {
  onChange(document: GovDocument): void;
  onCaret(caret: CaretState): void;
  functions: ReadonlyMap<string, DocumentFunction>;
  missing: readonly DocumentFunction[];
  buildMissing(fn: DocumentFunction): readonly Block[];
  say?(sentence: string): void;
  /** The person wants to refer to something; `typed` is the sign at the caret that asked, if any. */
  onPickReference?(typed: string): void;
  /** The person wants the units of the note at the caret to be asked for. */
  onPickUnits?(): void;
  /** The person has clicked the sign of a footnote. */
  onFootnote?(id: string): void;
  /** A picture was pasted. */
  onPictureFile?(file: File): void;
  /** The person wants a picture put in at the caret. */
  onChoosePicture?(): void;
  /** The person wants to say how a picture is shown. */
  onPicture?(id: string): void;
};

/** One document being edited: the kernel, and the stores beside it. Works without a window. */
export type EditorSession = Readonly<{
  editor: GovEditor;
  gate: CompositionGate;
  views: BlockViews;
  marks: FindingMarks;
  hits: HitMarks;
  menu: InsertMenu;
  cells: CellMarks;
  footnotes: FootnoteNumbers;
  getDocument(): GovDocument;
  getCaret(): CaretState;
  run(command: EditorCommand): void;
  openFootnote(id: string): void;
  pickUnits(): void;
  openPicture(id: string): void;
}>;

/** For what waits until the change is drawn; the caret is reported once a frame at most. */
const nextFrame = (task: () => void): void => {
  if (typeof requestAnimationFrame === 'function') requestAnimationFrame(task);
  else setTimeout(task, 0);
};

/** `lost` is an editor that had to be given up: its undo steps and its caret are carried over. */
export const createEditorSession = (initial: GovDocument, host: SessionHost, lost?: GovEditor): EditorSession => {
  const gate = createCompositionGate();
  /** When the text is drawn and the editor has set its caret: until then it takes no notice of losing the keyboard. */
  const pickReference = (typed: string): void => nextFrame(() => setTimeout(() => host.onPickReference?.(typed), 0));
  const editor = createEditor(initial.parts, {
    gate,
    labelOf: (id) => views.get(id).label,
    openMenu: () => menu.open(),
    pickReference,
    takePicture: (file) => host.onPictureFile?.(file),
    say: (sentence) => host.say?.(sentence),
  });
  if (lost) {
    editor.history = lost.history;
    editor.selection = lost.selection;
  }
  const parts = (): Part[] => editor.children as Part[];
  const views = createBlockViews(parts());
  const marks = createFindingMarks(editor);
  const hits = createHitMarks(editor);
  const cells = createCellMarks(editor);
  const footnotes = createFootnoteNumbers(parts());
  const commandContext = {
    get functions() {
      return host.functions;
    },
    buildMissing: (fn: DocumentFunction) => host.buildMissing(fn),
    say: (sentence: string) => host.say?.(sentence),
  };
  const menu = createInsertMenu(editor, () => ({
    missing: host.missing,
    functions: host.functions,
    buildMissing: (fn) => host.buildMissing(fn),
    perform: (command) => performCommand(editor, command, commandContext),
    pickReference: () => pickReference(''),
    choosePicture: () => nextFrame(() => setTimeout(() => host.onChoosePicture?.(), 0)),
  }));

  let document = initial;
  const getDocument = (): GovDocument => {
    if (document.parts !== editor.children) document = { ...document, parts: parts() };
    return document;
  };

  const getCaret = (): CaretState => readCaret(editor, (id) => views.get(id).label);

  let caretDue = false;
  let reported: CaretState | null = null;
  const reportCaret = (): void => {
    if (caretDue) return;
    caretDue = true;
    nextFrame(() => {
      caretDue = false;
      gate.pass('caret', () => {
        const caret = getCaret();
        if (reported && sameCaret(reported, caret)) return;
        reported = caret;
        host.onCaret(caret);
      });
    });
  };

  /** Whether a picture has got its caption by it, or lost it: only with one it has a number. */
  const changesCaption = (operation: Operation): boolean => {
    if (!('path' in operation) || operation.path.length < 3) return false;
    const [block] = blockEntryAt(editor, operation.path) ?? [];
    return block?.type === 'picture' && isCaptioned(block) !== (views.get(block.id).label !== '');
  };

  const { apply, onChange } = editor;
  editor.apply = (operation) => {
    marks.follow(operation);
    hits.follow(operation);
    apply(operation);
  };
  editor.onChange = (options) => {
    const operations = [...editor.operations];
    if (operations.some(({ type }) => type !== 'set_selection')) {
      if (operations.some((operation) => isStructural(operation) || changesCaption(operation)))
        gate.pass('structure', () => {
          views.updateStructure(parts());
          nextFrame(() =>
            gate.pass('marks', () => {
              marks.refreshAll();
              hits.refreshAll();
            }),
          );
        });
      else gate.pass('text', () => views.updateText(parts()));
      if (operations.some(touchesFootnotes)) gate.pass('footnotes', () => footnotes.update(parts()));
      host.onChange(getDocument());
    }
    gate.pass('current', () => views.updateCurrent(currentBlock(editor)?.[0].id ?? null));
    gate.pass('menu', () => menu.follow(operations));
    followWalk(editor);
    gate.pass('cells', cells.follow);
    reportCaret();
    onChange(options);
  };

  return {
    editor,
    gate,
    views,
    marks,
    hits,
    menu,
    cells,
    footnotes,
    getDocument,
    getCaret,
    run: (command) => runCommand(editor, command, commandContext),
    openFootnote: (id) => host.onFootnote?.(id),
    pickUnits: () => host.onPickUnits?.(),
    openPicture: (id) => host.onPicture?.(id),
  };
};
