import type { Fix } from '../../../shared/checks/types';
import type { Block, Level } from '../../../shared/document/block';
import type { Numbering, Part } from '../../../shared/document/document';
import type { Crop, PictureFile } from '../../../shared/document/picture';
import type { DocumentFunction } from '../../../shared/functions/types';
import type { TableAction } from '../tables/table-actions';
import type { DocumentLines } from './document-lines';
import type { BranchPlace, BranchStep } from './place-branch';
import type { TextEdit } from './replace-text';
import type { BlockTake } from './take-blocks';
import type { NotePlace } from './unit-note';

/** Where blocks are put in: at the caret, at the end of the body of the main text, or beside a block. */
export type InsertPlace =
  | 'caret'
  | 'bodyEnd'
  | Readonly<{ before: string }>
  /** Behind a block and everything below it. */
  | Readonly<{ behind: string }>;

export type HistoryCommand = Readonly<{ type: 'undo' | 'redo' }>;

/** Everything the toolbar, the outline and the panels can ask of the editor. Each is one step of undo. */
export type EditorCommand =
  | HistoryCommand
  /** Makes the selected blocks headings or items of a level, or plain paragraphs. */
  | Readonly<{ type: 'setLevel'; level: Level | 'body' }>
  /** One level up or down, with everything below (Shift+Tab, Tab). */
  | Readonly<{ type: 'promote' | 'demote' }>
  | Readonly<{ type: 'toggleRunIn' }>
  | Readonly<{ type: 'moveBranch'; direction: 'up' | 'down' }>
  | Readonly<{ type: 'insertResponsibility' | 'insertBox' | 'insertTable' | 'insertDash' }>
  /** A new attachment behind all others: empty, or with a title and what follows it. */
  | Readonly<{ type: 'insertAttachment'; title?: string; blocks?: readonly Block[] }>
  /** Writes, changes or takes away the unit note of a block. */
  | Readonly<{ type: 'writeNote'; place: NotePlace }>
  /** Several unit notes and stretches of text at once. */
  | Readonly<{ type: 'writeNotes'; places: readonly NotePlace[]; edits: readonly TextEdit[] }>
  /** 主送, 署名 and 成文日期 in the text. */
  | Readonly<{ type: 'setDocumentLines'; lines: DocumentLines }>
  /** 印发通知 before the text; `organ` where the text is not signed. */
  | Readonly<{ type: 'addNotice'; organ: string | undefined }>
  | Readonly<{ type: 'removeNotice' }>
  /** On the table at the caret; several cells where several are selected. */
  | Readonly<{ type: 'table'; action: TableAction }>
  /** Gives a table a caption, and so a number, or (empty) takes both away. */
  | Readonly<{ type: 'setCaption'; table: string; caption: string }>
  /** A picture that is kept already, at the caret. */
  | Readonly<{ type: 'insertPicture'; file: PictureFile }>
  /** How a picture is shown; no words take the 替代文字 away. */
  | Readonly<{ type: 'setPicture'; id: string; widthPercent: number; altText: string; whole?: boolean }>
  /** Other pixels in the place of pictures: turned ones. */
  | Readonly<{
      type: 'replacePictures';
      pictures: readonly Readonly<{ id: string; file: PictureFile; crop?: Crop }>[];
    }>
  /** The picture at the caret, percent of the text's width. */
  | Readonly<{ type: 'resizePicture'; by: number }>
  /** The next or previous cell (Tab, Shift+Tab); behind the last one a new row. */
  | Readonly<{ type: 'stepCell'; by: 1 | -1 }>
  | Readonly<{ type: 'insertBlocks'; blocks: readonly Block[]; where: InsertPlace }>
  /** Puts a missing required part where it belongs and the caret into it. */
  | Readonly<{ type: 'insertMissing'; function: DocumentFunction }>
  | Readonly<{ type: 'applyFix'; fix: Fix }>
  /** All of them as one step of undo; offsets are those before the first. */
  | Readonly<{ type: 'applyFixes'; fixes: readonly Fix[] }>
  | Readonly<{ type: 'replaceTexts'; edits: readonly TextEdit[] }>
  /** How far the numbers of each level run in a part. */
  | Readonly<{ type: 'setNumbering'; part: string; numbering: Numbering }>
  /** Fixes all present numbers, or lets them be computed again. */
  | Readonly<{ type: 'freezeNumbers' | 'unfreezeNumbers' }>
  /** Locks the number at the caret, or releases it. */
  | Readonly<{ type: 'toggleNumberLock' }>
  /** A reference to a clause, 专栏 or attachment at the caret, in place of the sign that asked for it. */
  | Readonly<{ type: 'insertReference'; target: string; typed: string }>
  /** Takes over differences from another state of the document, in their order. */
  | Readonly<{ type: 'takeBlocks'; takes: readonly BlockTake[] }>
  /** Puts an earlier state of the text in the place of this one. */
  | Readonly<{ type: 'replaceParts'; parts: readonly Part[] }>
  /** A footnote at the caret, with its words. */
  | Readonly<{ type: 'insertFootnote'; text: string }>
  /** Other words for a footnote; none take it away. */
  | Readonly<{ type: 'writeFootnote'; id: string; text: string }>
  /** Selects the next or previous stretch still to be written. */
  | Readonly<{ type: 'nextPlaceholder' | 'previousPlaceholder' }>
  /** A block, or a part, with everything below it. The main text itself cannot be deleted. */
  | Readonly<{ type: 'selectBranch' | 'deleteBranch'; id: string }>
  /** Moves a branch one place or one level, wherever the caret is. */
  | Readonly<{ type: 'stepBranch'; id: string; step: BranchStep }>
  /** Puts a branch elsewhere, at one of the levels that `levelsAt` gives for the place. */
  | Readonly<{ type: 'placeBranch'; id: string; place: BranchPlace; level: Level | null }>;
