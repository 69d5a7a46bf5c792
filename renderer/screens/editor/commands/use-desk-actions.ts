import type { RefObject } from 'react';
import { showAppDialog } from '../../../app/app-dialogs';
import { type OutlineRow, pathTo } from '../../../app/outline/outline-rows';
import { setPreferences } from '../../../app/preferences';
import { sayError } from '../../../app/say-error';
import { say } from '../../../app/ui/toasts';
import { useStable } from '../../../app/use-stable';
import type { EditorCommand } from '../../../editor/commands/editor-command';
import type { EditorHandle } from '../../../editor/document-editor';
import type { FindingView } from '../../../features/findings/use-finding-view';
import type { OutlineHandle } from '../../../features/outline/outline-panel';
import type { useChapterFocus } from '../chapter/use-chapter-focus';
import type { DeskDialog } from '../dialogs/desk-dialogs';
import type { DeskTools } from '../dialogs/use-desk-tools';
import type { useFindingActions } from '../session/use-finding-actions';
import type { useOutlineActions } from '../session/use-outline-actions';
import { useReviewExport } from '../session/use-review-export';
import type { Session } from '../session/use-session';
import type { SideTab } from '../side-panel';
import type { DeskActions } from './desk-state';

type Grounds = Readonly<{
  id: string;
  editor: RefObject<EditorHandle | null>;
  outline: RefObject<OutlineHandle | null>;
  session: Session;
  tools: DeskTools;
  chapter: ReturnType<typeof useChapterFocus>;
  finding: ReturnType<typeof useFindingActions>;
  view: FindingView;
  outlineActions: ReturnType<typeof useOutlineActions>;
  /** Index of the row a block belongs to. */
  rowOf: ReadonlyMap<string, number>;
  openDialog(dialog: DeskDialog): void;
  openRules(rule: string | null): void;
  showTab(tab: SideTab): void;
  togglePanel(): void;
  preview(): void;
  toLibrary(): void;
}>;

/** The chapter or attachment at the head of a path, which can be shown alone. */
export const chapterIn = (path: readonly OutlineRow[]): OutlineRow | null => {
  const home = path.find((row) => row.depth === 0);
  return home && (home.kind === 'clause' || home.kind === 'attachment') ? home : null;
};

/** What bars, keys and palette do: the same functions for as long as the desk is there. */
export const useDeskActions = (grounds: Grounds): DeskActions => {
  const { id, editor, outline, session, tools, chapter, finding, view, rowOf } = grounds;
  const { openDialog, openRules, showTab } = grounds;
  // Keys ask where the caret stands now: the last report may be a frame old.
  const caretBlock = () => editor.current?.getCaret().blockId ?? null;
  const pickUnits = () => tools.unitPicker.open(caretBlock());
  const exportReview = useReviewExport(id, session.saving);
  return useStable({
    // The unit note is asked for first.
    run: (command: EditorCommand) =>
      command.type === 'insertResponsibility' ? pickUnits() : editor.current?.run(command),
    addPart: grounds.outlineActions.addPart,
    fix: finding.fix,
    stepFinding: (direction) => {
      if (!finding.step(direction)) return say('没有可以定位的问题。');
      showTab('findings');
    },
    showOnly: chapter.showOnly,
    showAll: chapter.showAll,
    toggleChapter: () => {
      const at = chapterIn(pathTo(session.reading.rows, rowOf.get(caretBlock() ?? '') ?? -1));
      if (chapter.row) chapter.showAll();
      else if (at) chapter.showOnly(at);
      else say('请先把光标放到要看的一章里。');
    },
    setPreferences,
    save: () =>
      void session.saving.flush().then(
        () => say('已保存。'),
        (error) => sayError(error),
      ),
    pickUnits,
    askReference: () => tools.referencePicker.open(''),
    askFootnote: tools.footnote.ask,
    askCaption: tools.tableCaption.open,
    insertPicture: tools.pictures.choose,
    pictureSettings: () => tools.pictures.open(),
    turnPicture: () => tools.pictures.turn(),
    openNumbering: () => openDialog('numbering'),
    openPalette: () => openDialog('palette'),
    exportFile: () => openDialog('export'),
    openForm: () => openDialog('form'),
    preview: grounds.preview,
    circulate: () => openDialog('circulation'),
    togglePanel: grounds.togglePanel,
    showIndicators: () => showTab('indicators'),
    showTasks: () => showTab('tasks'),
    showSuperiors: tools.plans.showSuperiors,
    showCoverage: tools.plans.showCoverage,
    showTimes: tools.plans.showTimes,
    showDraft: tools.plans.showDraft,
    showVersions: () => showTab('versions'),
    showReview: () => showTab('review'),
    compareFile: tools.versions.compareFile,
    exportReview,
    openRules: () => openRules(null),
    turnFindings: view.turn,
    find: tools.findBar.open,
    stepHit: tools.findBar.step,
    reword: tools.wording.open,
    takeOver: tools.taking.open,
    filterOutline: () => outline.current?.focusFilter(),
    focusPaper: () => editor.current?.focus(),
    showShortcuts: () => showAppDialog('help'),
    toLibrary: grounds.toLibrary,
  } satisfies DeskActions);
};
