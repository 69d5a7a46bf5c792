import { Editor, Transforms } from 'slate';
import { HistoryEditor } from 'slate-history';
import { assertNever } from '../../../shared/assert-never';
import type { Fix } from '../../../shared/checks/types';
import type { Block } from '../../../shared/document/block';
import type { DocumentFunction } from '../../../shared/functions/types';
import { insertFootnote, writeFootnote } from '../footnotes/edit-footnotes';
import { branchEnd, findBlock, partAt, partsOf, pointAt } from '../model/blocks';
import { patchBlock } from '../model/reshape';
import type { GovEditor } from '../slate-types';
import { runTableAction, stepCell } from '../tables/run-table-action';
import { deleteRange } from './delete-range';
import { setDocumentLines } from './document-lines';
import type { EditorCommand, HistoryCommand } from './editor-command';
import {
  insertAttachment,
  insertBlocks,
  insertBox,
  insertDash,
  insertMissing,
  insertResponsibility,
  insertTable,
} from './insert-elements';
import { selectBlocks, setLevel, shiftLevel, toggleRunIn } from './levels';
import { moveBranch } from './move-branch';
import { addNotice, removeNotice } from './notice';
import { freezeNumbers, setNumbering, toggleNumberLock, unfreezeNumbers } from './numbers';
import { insertPicture, replacePictures, resizePicture, setPicture } from './pictures';
import { placeBranch, stepBranch } from './place-branch';
import { stepPlaceholder } from './placeholders';
import { insertReference } from './references';
import { replaceParts } from './replace-parts';
import { replaceTexts } from './replace-text';
import { takeBlocks } from './take-blocks';
import { writeNote } from './unit-note';

/** What commands need to know beyond the document. */
export type CommandContext = Readonly<{
  functions: ReadonlyMap<string, DocumentFunction>;
  buildMissing(fn: DocumentFunction): readonly Block[];
  /** Tells the person why a command did not do what was asked. */
  say?(sentence: string): void;
}>;

/** Runs a command as one step of undo. A command that does not fit where the caret stands does nothing. */
export const runCommand = (editor: GovEditor, command: EditorCommand, context: CommandContext): void => {
  switch (command.type) {
    case 'undo':
      editor.undo();
      break;
    case 'redo':
      editor.redo();
      break;
    default:
      asOneStep(editor, () => performCommand(editor, command, context));
      break;
  }
};

/** Runs changes as one step of undo of their own. Unlike slate-history's own way it survives an exception. */
export const asOneStep = (editor: GovEditor, change: () => void): void => {
  const thrown: unknown[] = [];
  HistoryEditor.withNewBatch(editor, () => {
    try {
      Editor.withoutNormalizing(editor, change);
    } catch (error) {
      thrown.push(error);
    }
  });
  if (thrown.length > 0) throw thrown[0];
};

/** Carries out a command inside a step that is already open. */
export const performCommand = (
  editor: GovEditor,
  command: Exclude<EditorCommand, HistoryCommand>,
  context: CommandContext,
): void => {
  const say = (sentence: string): void => context.say?.(sentence);
  switch (command.type) {
    case 'setLevel':
      setLevel(editor, command.level);
      break;
    case 'promote':
      shiftLevel(editor, -1);
      break;
    case 'demote':
      shiftLevel(editor, 1);
      break;
    case 'toggleRunIn':
      toggleRunIn(editor);
      break;
    case 'moveBranch':
      moveBranch(editor, command.direction);
      break;
    case 'insertResponsibility':
      insertResponsibility(editor);
      break;
    case 'insertDash':
      insertDash(editor);
      break;
    case 'insertBox':
      insertBox(editor);
      break;
    case 'insertTable':
      insertTable(editor);
      break;
    case 'insertAttachment':
      insertAttachment(editor, command.title, command.blocks);
      break;
    case 'setDocumentLines':
      setDocumentLines(editor, command.lines);
      break;
    case 'addNotice':
      addNotice(editor, command.organ);
      break;
    case 'removeNotice':
      removeNotice(editor);
      break;
    case 'writeNote':
      writeNote(editor, command.place);
      break;
    case 'writeNotes':
      replaceTexts(editor, command.edits);
      for (const place of command.places) writeNote(editor, place);
      break;
    case 'table':
      runTableAction(editor, command.action, say);
      break;
    case 'setCaption':
      setCaption(editor, command.table, command.caption);
      break;
    case 'insertPicture':
      insertPicture(editor, command.file);
      break;
    case 'setPicture':
      setPicture(editor, command.id, command.widthPercent, command.altText, command.whole);
      break;
    case 'replacePictures':
      replacePictures(editor, command.pictures);
      break;
    case 'resizePicture':
      resizePicture(editor, command.by);
      break;
    case 'stepCell':
      stepCell(editor, command.by, say);
      break;
    case 'insertBlocks':
      insertBlocks(editor, command.blocks, command.where);
      break;
    case 'insertMissing':
      insertMissing(editor, command.function, context.buildMissing(command.function), context.functions);
      break;
    case 'applyFix':
      applyFix(editor, command.fix);
      break;
    case 'applyFixes':
      // From the end of each block, so that no fix moves the place of another.
      for (const fix of command.fixes.toSorted((a, b) => startOf(b) - startOf(a))) applyFix(editor, fix);
      break;
    case 'replaceTexts':
      replaceTexts(editor, command.edits);
      break;
    case 'setNumbering':
      setNumbering(editor, command.part, command.numbering);
      break;
    case 'freezeNumbers':
      freezeNumbers(editor);
      break;
    case 'unfreezeNumbers':
      unfreezeNumbers(editor);
      break;
    case 'toggleNumberLock':
      toggleNumberLock(editor);
      break;
    case 'insertReference':
      insertReference(editor, command.target, command.typed);
      break;
    case 'takeBlocks':
      takeBlocks(editor, command.takes);
      break;
    case 'replaceParts':
      replaceParts(editor, command.parts);
      break;
    case 'insertFootnote':
      insertFootnote(editor, command.text);
      break;
    case 'writeFootnote':
      writeFootnote(editor, command.id, command.text);
      break;
    case 'nextPlaceholder':
    case 'previousPlaceholder':
      if (!stepPlaceholder(editor, command.type === 'nextPlaceholder' ? 1 : -1)) say('没有待填的内容了。');
      break;
    case 'selectBranch':
    case 'deleteBranch':
      onBranch(editor, command.id, command.type);
      break;
    case 'stepBranch':
      stepBranch(editor, command.id, command.step);
      break;
    case 'placeBranch':
      placeBranch(editor, command.id, command.place, command.level);
      break;
    default:
      assertNever(command);
  }
};

const setCaption = (editor: GovEditor, table: string, words: string): void => {
  const entry = findBlock(editor, table);
  if (entry?.[0].type !== 'table') return;
  const caption = words.trim();
  patchBlock(editor, entry, caption === '' ? { caption: undefined, fixedLabel: undefined } : { caption });
};

const startOf = (fix: Fix): number => (fix.kind === 'replace' ? fix.start : 0);

const applyFix = (editor: GovEditor, fix: Fix): void => {
  const entry = findBlock(editor, fix.blockId);
  if (!entry) return;
  if (fix.kind === 'clear-source-number') {
    patchBlock(editor, entry, { sourceNumber: undefined });
    for (const id of fix.followers ?? []) {
      const follower = findBlock(editor, id);
      if (follower) patchBlock(editor, follower, { sourceNumber: undefined });
    }
    return;
  }
  // Footnotes within what is replaced stay.
  if (fix.end > fix.start) replaceTexts(editor, [fix]);
  else if (fix.text !== '') Transforms.insertText(editor, fix.text, { at: pointAt(editor, entry, fix.start) });
};

const onBranch = (editor: GovEditor, id: string, what: 'selectBranch' | 'deleteBranch'): void => {
  const partIndex = partsOf(editor).findIndex((part) => part.id === id);
  if (partIndex >= 0) {
    const part = partAt(editor, partIndex)!;
    if (what === 'selectBranch') selectBlocks(editor, partIndex, 0, part.children.length);
    else if (part.kind !== 'main') Transforms.removeNodes(editor, { at: [partIndex] });
    return;
  }
  const entry = findBlock(editor, id);
  if (!entry) return;
  const [, [part, index]] = entry;
  const { children } = partAt(editor, part)!;
  const end = branchEnd(children, index);
  if (what === 'selectBranch') selectBlocks(editor, part, index, end);
  else if (index === 0 && end === children.length) {
    deleteRange(editor, Editor.range(editor, [part]));
  } else for (let at = end - 1; at >= index; at -= 1) Transforms.removeNodes(editor, { at: [part, at] });
};
