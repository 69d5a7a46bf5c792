import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { GovDocument, ReviewAnswer } from '../../../shared/document/document';
import { countPlaceholders } from '../../app/outline/document-facts';
import { type OutlineRow, pathTo, rowOfBlocks } from '../../app/outline/outline-rows';
import { preferences, setPreferences, usePreferences } from '../../app/preferences';
import { say } from '../../app/ui/toasts';
import { useStable } from '../../app/use-stable';
import type { CaretState } from '../../editor/caret-state';
import type { EditorCommand } from '../../editor/commands/editor-command';
import type { EditorHandle } from '../../editor/document-editor';
import { FindingsPanel } from '../../features/findings/findings-panel';
import { ReportButtons } from '../../features/findings/report-buttons';
import { useFindingView } from '../../features/findings/use-finding-view';
import { LeftoversPanel, leftoverRule } from '../../features/leftovers/leftovers-panel';
import { readNumbers } from '../../features/numbering/numbering-menu';
import type { OutlineHandle } from '../../features/outline/outline-panel';
import { sentenceOf } from '../../ipc/client';
import { StatusBar } from './bars/status-bar';
import { TopBar } from './bars/top-bar';
import { useChapterFocus } from './chapter/use-chapter-focus';
import { deskCommands } from './commands/desk-commands';
import type { DeskActions } from './commands/desk-state';
import { type DeskDialog, DeskDialogs } from './dialogs/desk-dialogs';
import { useFootnote } from './dialogs/use-footnote';
import { usePictures } from './dialogs/use-pictures';
import { usePlanDialogs } from './dialogs/use-plan-dialogs';
import { useReferencePicker } from './dialogs/use-reference-picker';
import { useReview } from './dialogs/use-review';
import { useTableCaption } from './dialogs/use-table-caption';
import { useTakeOver } from './dialogs/use-take-over';
import { useTemplate } from './dialogs/use-template';
import { useUnitPicker } from './dialogs/use-unit-picker';
import { useVersions } from './dialogs/use-versions';
import { useWording } from './dialogs/use-wording';
import { IndicatorsTab } from './indicators-tab';
import { LeftPanel } from './left-panel';
import { PaperArea } from './paper-area';
import { PreviewLayer } from './preview-layer';
import { useFindingActions } from './session/use-finding-actions';
import { useOutlineActions } from './session/use-outline-actions';
import { useReviewExport } from './session/use-review-export';
import { useSession } from './session/use-session';
import { SidePanel, type SideTab } from './side-panel';
import { TasksTab } from './tasks-tab';
import { useDeskShortcuts } from './use-desk-shortcuts';
import { useFindBar } from './use-find-bar';
import './editor-screen.css';
import './views.css';

type EditorDeskProps = Readonly<{
  id: string;
  /** Where the caret stands at first; at the start where none is given. */
  blockId: string | undefined;
  /** The name given in the library, if any. */
  name: string | null;
  opened: GovDocument;
  revision: number;
  onBack(): void;
  onOpenDocument(id: string): void;
  /** Opens the stored state again, dropping what is unsaved. */
  onReload(): void;
}>;

/** Width of the window, in px, at which paper and both panels fit beside each other. */
const roomForPanel = 1200;
const appName = '拟稿';
const noAnswers: readonly ReviewAnswer[] = [];

/** What a person wants to see first beside a document that was just begun or read. */
const firstTab = ({ meta }: GovDocument, fresh: boolean): SideTab => {
  if (meta.review?.some(({ done }) => !done)) return 'review';
  if (!fresh) return 'findings';
  return meta.leftovers ? 'leftovers' : 'guidance';
};

/** The chapter or attachment at the head of a path, which can be shown alone. */
const chapterIn = (path: readonly OutlineRow[]): OutlineRow | null => {
  const home = path.find((row) => row.depth === 0);
  return home && (home.kind === 'clause' || home.kind === 'attachment') ? home : null;
};

/** The editor with everything around it. Typing re-renders the paper only; the panels follow when they change. */
export const EditorDesk = (props: EditorDeskProps) => {
  const { id, blockId, name, opened, revision, onBack, onOpenDocument, onReload } = props;
  const editor = useRef<EditorHandle>(null);
  const outline = useRef<OutlineHandle>(null);
  const session = useSession(id, opened, revision);
  const { meta, saving, reading, paging, report, findings, functions, missing } = session;
  const [caret, setCaret] = useState<CaretState | null>(null);
  const [panelOpen, setPanelOpen] = useState(() => innerWidth >= roomForPanel);
  /** Nothing was ever saved: the draft has just been begun. */
  const [fresh] = useState(revision === 1 && countPlaceholders(opened) > 0);
  const [tab, setTab] = useState<SideTab>(() => firstTab(opened, fresh));
  const [dialog, setDialog] = useState<DeskDialog | null>(null);
  const { zoom } = usePreferences();
  const [previewed, setPreviewed] = useState(false);

  useEffect(() => {
    if (blockId !== undefined) editor.current?.reveal(blockId);
    else if (fresh) editor.current?.run({ type: 'nextPlaceholder' });
    else editor.current?.focus();
  }, [blockId, fresh]);
  const title = name ?? reading.facts.title;
  // Windows are told apart by it in the task bar.
  useEffect(() => {
    document.title = title === '' ? appName : `${title} - ${appName}`;
    return () => {
      document.title = appName;
    };
  }, [title]);

  const rowOf = useMemo(() => rowOfBlocks(reading.document, reading.rows), [reading.document, reading.rows]);
  const current = caret?.blockId ? (rowOf.get(caret.blockId) ?? -1) : -1;
  const path = useMemo(() => pathTo(reading.rows, current), [reading.rows, current]);

  const page = paging?.starts.get(caret?.blockId ?? '') ?? 0;

  const chapter = useChapterFocus(reading, editor, caret?.blockId ?? null);
  const { uncover } = chapter;
  const reveal = useCallback(
    (blockId: string, range?: Readonly<{ start: number; end: number }>) => {
      uncover(blockId);
      editor.current?.reveal(blockId, range);
    },
    [uncover],
  );
  const jump = useCallback((blockId: string) => reveal(blockId), [reveal]);
  const focusPaper = useCallback(() => editor.current?.focus(), []);
  const readDocument = () => editor.current?.getDocument() ?? opened;
  const numbers = () => readNumbers(readDocument(), caret?.blockId ?? null);

  const findBar = useFindBar(editor, functions, session.composing, uncover);
  session.searchAgain.current = findBar.changed;
  const unitPicker = useUnitPicker(editor);
  const versions = useVersions(id, editor, session, jump);
  const showTab = useCallback((next: SideTab) => {
    setTab(next);
    setPanelOpen(true);
  }, []);
  const showReview = useCallback(() => showTab('review'), [showTab]);
  const review = useReview({
    id,
    editor,
    session,
    reveal,
    compare: versions.showCompared,
    onShow: showReview,
    onOpenDocument,
  });
  const plans = usePlanDialogs({ id, editor, session, reveal });
  const wording = useWording(editor, session, jump);
  const taking = useTakeOver(id, editor, session);
  const template = useTemplate(editor, session, path, jump);
  const referencePicker = useReferencePicker(editor, caret?.partId ?? null);
  const footnote = useFootnote(editor);
  const tableCaption = useTableCaption(editor);
  const pictures = usePictures(id, editor);
  const outlineActions = useOutlineActions(editor);
  const { addPart } = outlineActions;
  const view = useFindingView(reading.document, functions, findings);
  const finding = useFindingActions({
    editor,
    newest: session.newest,
    shown: view.shown,
    missing,
    checkedDocument: session.checkedDocument,
    onMeta: session.onMeta,
    addPart,
    reveal,
  });

  // Keys ask where the caret stands now: the last report may be a frame old.
  const caretBlock = useCallback(() => editor.current?.getCaret().blockId ?? null, []);
  const { open: openUnits } = unitPicker;
  const pickUnits = useCallback(() => openUnits(caretBlock()), [openUnits, caretBlock]);
  /** Runs a command from the bars; the unit note is asked for first. */
  const run = (command: EditorCommand) =>
    command.type === 'insertResponsibility' ? pickUnits() : editor.current?.run(command);
  const exportReview = useReviewExport(id, saving);
  const reportButtons = useMemo(() => <ReportButtons onReport={exportReview} />, [exportReview]);
  const { leaveLayout } = session;
  useEffect(() => {
    if (dialog === null && !previewed) leaveLayout();
  }, [dialog, previewed, leaveLayout]);
  const [rule, setRule] = useState<string | null>(null);
  const openRules = useCallback((wanted: string | null) => {
    setRule(wanted);
    setDialog('rules');
  }, []);
  const actions: DeskActions = useStable({
    run,
    addPart,
    fix: finding.fix,
    stepFinding: (direction) => {
      if (!finding.step(direction)) return say('没有可以定位的问题。');
      showTab('findings');
    },
    showOnly: chapter.showOnly,
    showAll: chapter.showAll,
    toggleChapter: () => {
      const at = chapterIn(pathTo(reading.rows, rowOf.get(caretBlock() ?? '') ?? -1));
      if (chapter.row) chapter.showAll();
      else if (at) chapter.showOnly(at);
      else say('请先把光标放到要看的一章里。');
    },
    setPreferences,
    save: () =>
      void saving.flush().then(
        () => say('已保存。'),
        (error) => say(sentenceOf(error)),
      ),
    pickUnits,
    askReference: () => referencePicker.open(''),
    askFootnote: footnote.ask,
    askCaption: tableCaption.open,
    insertPicture: pictures.choose,
    pictureSettings: () => pictures.open(),
    openNumbering: () => setDialog('numbering'),
    openPalette: () => setDialog('palette'),
    exportFile: () => setDialog('export'),
    openForm: () => setDialog('form'),
    preview: () => setPreviewed(true),
    circulate: () => setDialog('circulation'),
    togglePanel: () => setPanelOpen(!panelOpen),
    showIndicators: () => showTab('indicators'),
    showTasks: () => showTab('tasks'),
    showSuperiors: plans.showSuperiors,
    showCoverage: plans.showCoverage,
    showVersions: () => showTab('versions'),
    showReview,
    compareFile: versions.compareFile,
    exportReview,
    openRules: () => openRules(null),
    turnFindings: view.turn,
    find: findBar.open,
    stepHit: findBar.step,
    reword: wording.open,
    takeOver: taking.open,
    filterOutline: () => outline.current?.focusFilter(),
    focusPaper,
    showShortcuts: () => setDialog('shortcuts'),
    toLibrary: onBack,
  });
  const asked = useStable({ readDocument, numbers });
  const steady = useStable({
    onNextPlaceholder: () => run({ type: 'nextPlaceholder' }),
    onZoom: (next: number) => setPreferences({ zoom: next }),
  });
  const closePreview = (then: () => void = focusPaper) => {
    setPreviewed(false);
    // The desk takes the keyboard again once it is drawn without the preview.
    setTimeout(then);
  };
  useDeskShortcuts(
    actions,
    {
      inUnitNote: caret?.type === 'responsibility',
      atPicture: caret?.type === 'picture',
      chapterAlone: chapter.row !== null,
    },
    !previewed &&
      [
        dialog,
        referencePicker.dialog,
        unitPicker.dialog,
        footnote.dialog,
        tableCaption.dialog,
        pictures.dialog,
        versions.dialog,
        review.dialog,
        wording.dialog,
        plans.dialog,
        taking.dialog,
        template.dialog,
      ].every((one) => one === null),
  );
  const readCommands = () =>
    deskCommands({
      ...actions,
      document: readDocument(),
      caret,
      rows: reading.rows,
      chapter: chapterIn(path),
      only: chapter.row,
      findings,
      missing,
      placeholders: reading.facts.placeholders,
      panelOpen,
      toReview: review.panel ? review.open : null,
      preferences: preferences(),
      numbers: numbers(),
    });

  return (
    <div className="frame frame-with-status" inert={previewed}>
      <TopBar
        title={title}
        genre={meta.genre}
        saving={saving}
        caret={caret}
        counts={report?.counts ?? null}
        panelOpen={panelOpen}
        actions={actions}
        readNumbers={asked.numbers}
      />
      <div className="workspace" data-panel={panelOpen || undefined}>
        <LeftPanel
          ref={outline}
          session={session}
          actions={outlineActions}
          current={current}
          onJump={jump}
          onOnly={chapter.showOnly}
          onLeave={focusPaper}
        />
        <PaperArea
          id={id}
          editor={editor}
          opened={opened}
          session={session}
          caret={caret}
          only={chapter.row}
          findBar={findBar.bar}
          run={run}
          onCaret={setCaret}
          onPickReference={referencePicker.open}
          onPickUnits={pickUnits}
          onFootnote={footnote.open}
          onCaption={tableCaption.open}
          pictures={pictures}
          onShowAll={chapter.showAll}
          onFocus={focusPaper}
          onReload={onReload}
          notice={template.bar}
        />
        {panelOpen && (
          <SidePanel
            tab={tab}
            onTab={setTab}
            guidance={template.guidance}
            leftovers={
              meta.leftovers ? (
                <LeftoversPanel
                  leftovers={meta.leftovers}
                  findings={findings.filter(({ rule }) => rule === leftoverRule)}
                  onJump={finding.jumpTo}
                  onChange={(leftovers) => session.onMeta({ ...meta, leftovers: [...leftovers] })}
                />
              ) : null
            }
            review={review.panel}
            indicators={<IndicatorsTab id={id} editor={editor} session={session} reveal={reveal} />}
            tasks={
              <TasksTab
                id={id}
                editor={editor}
                session={session}
                plans={plans}
                onJump={jump}
                pickUnits={unitPicker.open}
              />
            }
            versions={versions.panel}
            findings={
              report && (
                <FindingsPanel
                  document={reading.document}
                  result={report}
                  view={view}
                  titles={session.titles}
                  active={finding.active}
                  onJump={finding.jumpTo}
                  onJumpTo={jump}
                  changes={finding.changes}
                  onRules={openRules}
                  answers={meta.reviewAnswers ?? noAnswers}
                  onAnswers={finding.answer}
                  addPartFor={finding.addPartFor}
                  foot={reportButtons}
                />
              )
            }
            onFold={() => setPanelOpen(false)}
          />
        )}
      </div>
      <StatusBar
        rows={reading.rows}
        current={current}
        facts={reading.facts}
        genre={meta.genre}
        budget={template.length}
        functions={functions}
        readDocument={asked.readDocument}
        page={page}
        pages={paging?.count ?? 0}
        onPreview={actions.preview}
        zoom={zoom}
        saving={saving}
        onJump={jump}
        {...steady}
      />
      <DeskDialogs
        open={dialog}
        id={id}
        editor={editor}
        opened={opened}
        session={session}
        caret={caret}
        readCommands={readCommands}
        rule={rule}
        onOpen={setDialog}
        onJump={jump}
        onShowFindings={() => closePreview(() => showTab('findings'))}
        onNextPlaceholder={() => closePreview(() => run({ type: 'nextPlaceholder' }))}
      />
      {referencePicker.dialog}
      {unitPicker.dialog}
      {previewed && (
        <PreviewLayer
          id={id}
          title={name ?? reading.facts.title}
          session={session}
          first={page}
          readDocument={readDocument}
          onClose={closePreview}
          onReveal={reveal}
          onShowFindings={() => showTab('findings')}
          onNextPlaceholder={() => run({ type: 'nextPlaceholder' })}
          onShowForm={actions.openForm}
          onCirculate={actions.circulate}
          covered={dialog !== null}
        />
      )}
      {versions.dialog}
      {review.dialog}
      {wording.dialog}
      {plans.dialog}
      {taking.dialog}
      {footnote.dialog}
      {template.dialog}
      {tableCaption.dialog}
      {pictures.dialog}
    </div>
  );
};
