import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { GovDocument, ReviewAnswer } from '../../../shared/document/document';
import { countPlaceholders } from '../../app/outline/document-facts';
import { pathTo, rowOfBlocks } from '../../app/outline/outline-rows';
import { preferences, setPreferences, usePreferences } from '../../app/preferences';
import { useStable } from '../../app/use-stable';
import type { CaretState } from '../../editor/caret-state';
import type { EditorHandle } from '../../editor/document-editor';
import { FindingsPanel } from '../../features/findings/findings-panel';
import { ReportButtons } from '../../features/findings/report-buttons';
import { useFindingView } from '../../features/findings/use-finding-view';
import { readNumbers } from '../../features/numbering/numbering-menu';
import type { OutlineHandle } from '../../features/outline/outline-panel';
import { StatusBar } from './bars/status-bar';
import { TopBar } from './bars/top-bar';
import { useChapterFocus } from './chapter/use-chapter-focus';
import { deskCommands } from './commands/desk-commands';
import { chapterIn, useDeskActions } from './commands/use-desk-actions';
import { type DeskDialog, DeskDialogs } from './dialogs/desk-dialogs';
import { useDeskTools } from './dialogs/use-desk-tools';
import { IndicatorsTab } from './indicators-tab';
import { LeftPanel } from './left-panel';
import { LeftoversTab } from './leftovers-tab';
import { PaperArea } from './paper-area';
import { PreviewLayer } from './preview-layer';
import { useFindingActions } from './session/use-finding-actions';
import { useOutlineActions } from './session/use-outline-actions';
import { useSession } from './session/use-session';
import { SidePanel, type SideTab } from './side-panel';
import { TasksTab } from './tasks-tab';
import { useDeskShortcuts } from './use-desk-shortcuts';
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
  const showTab = useCallback((next: SideTab) => {
    setTab(next);
    setPanelOpen(true);
  }, []);
  const showReview = useCallback(() => showTab('review'), [showTab]);
  const tools = useDeskTools({
    id,
    editor,
    session,
    caret,
    path,
    uncover,
    reveal,
    jump,
    showReview,
    onOpenDocument,
  });
  const { template, review, versions, pictures } = tools;
  const outlineActions = useOutlineActions(editor);
  const view = useFindingView(reading.document, functions, findings);
  const finding = useFindingActions({
    editor,
    newest: session.newest,
    shown: view.shown,
    missing,
    checkedDocument: session.checkedDocument,
    onMeta: session.onMeta,
    addPart: outlineActions.addPart,
    reveal,
  });

  const { leaveLayout } = session;
  useEffect(() => {
    if (dialog === null && !previewed) leaveLayout();
  }, [dialog, previewed, leaveLayout]);
  const [rule, setRule] = useState<string | null>(null);
  const openRules = useCallback((wanted: string | null) => {
    setRule(wanted);
    setDialog('rules');
  }, []);
  const actions = useDeskActions({
    id,
    editor,
    outline,
    session,
    tools,
    chapter,
    finding,
    view,
    outlineActions,
    rowOf,
    openDialog: setDialog,
    openRules,
    showTab,
    togglePanel: () => setPanelOpen(!panelOpen),
    preview: () => setPreviewed(true),
    toLibrary: onBack,
  });
  const { run, focusPaper } = actions;
  const reportButtons = useMemo(() => <ReportButtons onReport={actions.exportReview} />, [actions]);
  const { readDocument, numbers, ...answers } = useStable({
    readDocument: () => editor.current?.getDocument() ?? opened,
    numbers: () => readNumbers(editor.current?.getDocument() ?? opened, caret?.blockId ?? null),
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
    !previewed && dialog === null && !tools.isAsking,
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
        readNumbers={numbers}
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
          findBar={tools.findBar.bar}
          run={run}
          onCaret={setCaret}
          onPickReference={tools.referencePicker.open}
          onPickUnits={actions.pickUnits}
          onFootnote={tools.footnote.open}
          onCaption={tools.tableCaption.open}
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
              meta.leftovers || meta.takenOver ? (
                <LeftoversTab session={session} onJump={finding.jumpTo} onJumpTo={jump} />
              ) : null
            }
            review={review.panel}
            indicators={<IndicatorsTab id={id} editor={editor} session={session} reveal={reveal} />}
            tasks={
              <TasksTab
                id={id}
                editor={editor}
                session={session}
                plans={tools.plans}
                onJump={jump}
                pickUnits={tools.unitPicker.open}
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
        readDocument={readDocument}
        page={page}
        pages={paging?.count ?? 0}
        onPreview={actions.preview}
        zoom={zoom}
        saving={saving}
        onJump={jump}
        {...answers}
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
        onNextPlaceholder={() => closePreview(answers.onNextPlaceholder)}
      />
      {tools.layers}
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
          onNextPlaceholder={answers.onNextPlaceholder}
          onShowForm={actions.openForm}
          onCirculate={actions.circulate}
          covered={dialog !== null}
        />
      )}
    </div>
  );
};
