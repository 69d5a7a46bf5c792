import type { Finding } from '../../../../shared/checks/types';
import type { Block } from '../../../../shared/document/block';
import type { GovDocument } from '../../../../shared/document/document';
import type { DraftKind } from '../../../../shared/document/edited-part';
import type { DocumentFunction } from '../../../../shared/functions/types';
import type { ReviewKind } from '../../../../shared/ipc/contract';
import type { OutlineRow } from '../../../app/outline/outline-rows';
import type { Preferences } from '../../../app/preferences';
import type { CaretState } from '../../../editor/caret-state';
import type { EditorCommand } from '../../../editor/commands/editor-command';
import type { NumberState } from '../../../features/numbering/numbering-menu';
import type { PaletteCommand } from '../../../features/palette/palette-command';

/** What bars, keys and palette of the editor screen do. */
export type DeskActions = Readonly<{
  run(command: EditorCommand): void;
  addPart(name: DocumentFunction): void;
  fix(findings: readonly Finding[]): void;
  stepFinding(direction: 1 | -1): void;
  showOnly(row: OutlineRow): void;
  showAll(): void;
  /** One chapter alone, or all again. */
  toggleChapter(): void;
  setPreferences(patch: Partial<Preferences>): void;
  save(): void;
  pickUnits(): void;
  askReference(): void;
  askFootnote(): void;
  askCaption(): void;
  insertPicture(): void;
  pictureSettings(): void;
  turnPicture(): void;
  openNumbering(): void;
  openPalette(): void;
  exportFile(): void;
  preview(): void;
  /** 出稿. */
  circulate(): void;
  openForm(): void;
  togglePanel(): void;
  showIndicators(): void;
  showTasks(): void;
  /** 贯彻落实对照. */
  showSuperiors(): void;
  /** 目标任务覆盖情况. */
  showCoverage(): void;
  /** 时间线. */
  showTimes(): void;
  /** 起草说明, 政策解读. */
  showDraft(kind: DraftKind): void;
  showVersions(): void;
  /** What is to be looked at in a text that was read from a file. */
  showReview(): void;
  compareFile(): void;
  exportReview(kind: ReviewKind): void;
  /** 校核规则. */
  openRules(): void;
  /** Findings by kind or by place. */
  turnFindings(): void;
  find(replacing: boolean): void;
  stepHit(direction: 1 | -1): void;
  /** Shows what a rewording of the whole text would change. */
  reword(kind: 'mainland' | 'full-width'): void;
  /** Chapters of another document. */
  takeOver(): void;
  filterOutline(): void;
  focusPaper(): void;
  showShortcuts(): void;
  toLibrary(): void;
}>;

/** What the commands of the editor screen depend on and do. */
export type DeskState = DeskActions &
  Readonly<{
    document: GovDocument;
    caret: CaretState | null;
    rows: readonly OutlineRow[];
    /** The row that holds the caret. */
    chapter: OutlineRow | null;
    only: OutlineRow | null;
    findings: readonly Finding[];
    missing: readonly DocumentFunction[];
    placeholders: number;
    panelOpen: boolean;
    /** So many places are still to be looked at; null where there is no list of them. */
    toReview: number | null;
    preferences: Preferences;
    numbers: NumberState;
  }>;

/** A command of the palette, left out where `when` is false. */
export type DeskEntry = PaletteCommand & Readonly<{ when?: boolean }>;

/** The part with the caret, and where in it the caret stands. */
export const blocksHere = ({
  document,
  caret,
}: DeskState): Readonly<{ blocks: readonly Block[]; at: number; here: boolean }> => {
  const blocks = document.parts.find(({ id }) => id === caret?.partId)?.children ?? [];
  const at = blocks.findIndex(({ id }) => id === caret?.blockId);
  return { blocks, at, here: at >= 0 };
};
