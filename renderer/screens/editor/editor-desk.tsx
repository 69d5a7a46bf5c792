import { memo, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Finding } from '../../../shared/checks/types';
import type { DocumentMeta, GovDocument } from '../../../shared/document/document';
import { type DocumentFunction, documentFunctions } from '../../../shared/functions/types';
import { buildMissingPart } from '../../../shared/templates/missing-part';
import { type OutlineRow, pathTo, rowOfBlocks } from '../../app/outline/outline-rows';
import { preferences, setPreferences, usePreferences } from '../../app/preferences';
import { say } from '../../app/ui/toasts';
import { useShortcuts } from '../../app/use-shortcuts';
import type { CaretState } from '../../editor/caret-state';
import type { EditorCommand } from '../../editor/commands/editor-command';
import { DocumentEditor, type EditorHandle } from '../../editor/document-editor';
import { useChecks } from '../../features/checking/use-checks';
import { ExportDialog } from '../../features/export/export-dialog';
import { FrozenBar } from '../../features/numbering/frozen-bar';
import { NumberingDialog } from '../../features/numbering/numbering-dialog';
import { readNumbers } from '../../features/numbering/numbering-menu';
import { type OutlineHandle, OutlinePanel } from '../../features/outline/outline-panel';
import { Palette } from '../../features/palette/palette';
import { ShortcutsDialog } from '../../features/palette/shortcuts-dialog';
import { RequiredParts } from '../../features/required-parts/required-parts';
import { useSaving } from '../../features/saving/use-saving';
import { TableMenu } from '../../features/table-tools/table-menu';
import { TableTools } from '../../features/table-tools/table-tools';
import { sentenceOf } from '../../ipc/client';
import { reportError } from '../../ipc/report-error';
import { ChapterBar } from './chapter/chapter-bar';
import { useChapterFocus } from './chapter/use-chapter-focus';
import { DocumentForm } from './document-form';
import { deskCommands, headingPlaces } from './palette-commands';
import { focusRegion } from './regions';
import { SaveTrouble } from './save-trouble';
import { SidePanel } from './side-panel';
import { StatusBar } from './status-bar';
import { TopBar } from './top-bar';
import { useFindBar } from './use-find-bar';
import { useFindingActions } from './use-finding-actions';
import { useReading } from './use-reading';
import { useReferencePicker } from './use-reference-picker';
import { useUnitPicker } from './use-unit-picker';
import { stepZoom } from './zoom';
import './editor-screen.css';
import './views.css';

type EditorDeskProps = Readonly<{
  id: string;
  /** The name given in the library, if any. */
  name: string | null;
  opened: GovDocument;
  revision: number;
  onBack(): void;
  /** Opens the stored state again, dropping what is unsaved. */
  onReload(): void;
}>;

const Paper = memo(DocumentEditor);
const noFunctions: ReadonlyMap<string, DocumentFunction> = new Map();
/** Width of the window, in px, at which paper and both panels fit beside each other. */
const roomForPanel = 1200;
/** The chapter or attachment at the head of a path, which can be shown alone. */
const chapterIn = (path: readonly OutlineRow[]): OutlineRow | null => {
  const home = path.find((row) => row.depth === 0);
  return home && (home.kind === 'clause' || home.kind === 'attachment') ? home : null;
};

/** Until the caret stands where a command put it. */
const caretDelay = 50;
const noCounts = { must: 0, should: 0, hint: 0 };
const noFindings: readonly Finding[] = [];

/** The editor with everything around it. Typing re-renders the paper only; the panels follow when they change. */
export const EditorDesk = ({ id, name, opened, revision, onBack, onReload }: EditorDeskProps) => {
  const editor = useRef<EditorHandle>(null);
  const outline = useRef<OutlineHandle>(null);
  const newest = useRef(opened);
  const composition = useRef(false);
  const composing = useCallback(() => composition.current, []);

  const [meta, setMeta] = useState(opened.meta);
  const [caret, setCaret] = useState<CaretState | null>(null);
  const { zoom, view } = usePreferences();
  const setZoom = (next: number) => setPreferences({ zoom: next });
  const [panelOpen, setPanelOpen] = useState(() => innerWidth >= roomForPanel);
  const [dialog, setDialog] = useState<'export' | 'form' | 'palette' | 'shortcuts' | 'numbering' | null>(null);

  const saving = useSaving(id, opened, revision);
  const { report, titles, checker } = useChecks(opened, composing);
  const { reading, reader } = useReading(opened, composing);

  const searchAgain = useRef<() => void>(() => undefined);
  const take = useCallback(
    (document: GovDocument) => {
      newest.current = document;
      saving.changed(document);
      reader.changed(document);
      checker.changed(document);
      searchAgain.current();
    },
    [saving, reader, checker],
  );
  // The editor changes the text, the form the fields; each keeps what the other wrote.
  const onChange = useCallback((document: GovDocument) => take({ ...document, meta: newest.current.meta }), [take]);
  const onMeta = (next: DocumentMeta) => {
    take({ ...newest.current, meta: next });
    setMeta(next);
  };

  useEffect(() => editor.current?.focus(), []);

  const rowOf = useMemo(() => rowOfBlocks(reading.document, reading.rows), [reading.document, reading.rows]);
  const current = caret?.blockId ? (rowOf.get(caret.blockId) ?? -1) : -1;
  const path = useMemo(() => pathTo(reading.rows, current), [reading.rows, current]);

  const findings = report?.findings ?? noFindings;
  const functions = report?.functions ?? noFunctions;
  const assessments = report?.assessments ?? null;
  const missing = useMemo(
    () =>
      documentFunctions.filter(
        (name) => assessments?.[name].state === 'missing' && assessments[name].requirement === 'required',
      ),
    [assessments],
  );
  const buildMissing = useCallback((name: DocumentFunction) => buildMissingPart(newest.current, name), []);

  const chapter = useChapterFocus(reading, editor, caret?.blockId ?? null);
  const { uncover } = chapter;
  const reveal = useCallback(
    (blockId: string, range?: Readonly<{ start: number; end: number }>) => {
      uncover(blockId);
      editor.current?.reveal(blockId, range);
    },
    [uncover],
  );
  const findBar = useFindBar(editor, functions, composing, uncover);
  searchAgain.current = findBar.changed;
  const unitPicker = useUnitPicker(editor);
  const pickUnits = () => unitPicker.open(editor.current?.getCaret().blockId ?? null);
  /** Runs a command from the bars; the unit note is asked for first. */
  const run = (command: EditorCommand) =>
    command.type === 'insertResponsibility' ? pickUnits() : editor.current?.run(command);
  const jump = useCallback((blockId: string) => reveal(blockId), [reveal]);
  const addPart = useCallback((name: DocumentFunction) => {
    editor.current?.run({ type: 'insertMissing', function: name });
    // The command came from outside the paper, so nothing has scrolled to the caret yet.
    setTimeout(() => getSelection()?.focusNode?.parentElement?.scrollIntoView({ block: 'center' }), caretDelay);
  }, []);
  const finding = useFindingActions({
    editor,
    newest,
    findings,
    missing,
    checkedDocument: checker.checkedDocument,
    addPart,
    reveal,
  });
  const stepFinding = (direction: 1 | -1) => {
    if (!finding.step(direction)) return say('没有可以定位的问题。');
    setPanelOpen(true);
  };
  const runFromOutline = useCallback((command: EditorCommand) => editor.current?.runFromOutside(command), []);
  const deleteRow = useCallback((row: OutlineRow) => {
    const before = editor.current?.getDocument().parts;
    editor.current?.runFromOutside({ type: 'deleteBranch', id: row.id });
    const after = editor.current?.getDocument().parts;
    if (after === before) return;
    const undo = () => {
      if (editor.current?.getDocument().parts === after) editor.current?.runFromOutside({ type: 'undo' });
      else say('删除之后又有改动，请用 Ctrl+Z 逐步撤销。');
    };
    say(`已删除“${row.label}${row.text}”。`, { label: '撤销', run: undo });
  }, []);
  const focusPaper = useCallback(() => editor.current?.focus(), []);
  const only = chapterIn(path);
  // Keys ask where the caret stands now: the last report may be a frame old.
  const caretBlock = () => editor.current?.getCaret().blockId ?? null;
  const toggleChapter = () => {
    const at = chapterIn(pathTo(reading.rows, rowOf.get(caretBlock() ?? '') ?? -1));
    if (chapter.row) chapter.showAll();
    else if (at) chapter.showOnly(at);
    else say('请先把光标放到要看的一章里。');
  };
  const numbers = () => readNumbers(editor.current?.getDocument() ?? opened, caret?.blockId ?? null);
  const referencePicker = useReferencePicker(editor, caret?.partId ?? null);
  const askReference = () => referencePicker.open('');
  const saveNow = () =>
    void saving.flush().then(
      () => say('已保存。'),
      (error) => say(sentenceOf(error)),
    );
  useShortcuts(
    {
      'Ctrl+S': saveNow,
      'Ctrl+E': () => setDialog('export'),
      'Ctrl+K': () => setDialog('palette'),
      'Ctrl+F': () => findBar.open(false),
      'Ctrl+H': () => findBar.open(true),
      F3: () => findBar.step(1),
      'Shift+F3': () => findBar.step(-1),
      'Ctrl+Shift+R': pickUnits,
      ...(caret?.type === 'responsibility' && { 'Ctrl+Enter': pickUnits }),
      F1: () => setDialog('shortcuts'),
      F6: () => focusRegion(1, focusPaper),
      'Shift+F6': () => focusRegion(-1, focusPaper),
      'Ctrl+/': () => setDialog('shortcuts'),
      'Ctrl+Shift+Y': askReference,
      'Ctrl+Shift+O': () => outline.current?.focusFilter(),
      'Ctrl+Shift+L': toggleChapter,
      ...(chapter.row && { Escape: chapter.showAll }),
      'Ctrl+=': () => setZoom(stepZoom(zoom, 1)),
      'Ctrl++': () => setZoom(stepZoom(zoom, 1)),
      'Ctrl+-': () => setZoom(stepZoom(zoom, -1)),
      'Ctrl+0': () => setZoom(100),
      F8: () => stepFinding(1),
      'Shift+F8': () => stepFinding(-1),
    },
    dialog === null && referencePicker.dialog === null && unitPicker.dialog === null,
  );

  return (
    <div className="frame frame-with-status">
      <TopBar
        title={name ?? reading.facts.title}
        genre={meta.genre}
        saving={saving}
        caret={caret}
        counts={report?.counts ?? null}
        panelOpen={panelOpen}
        run={run}
        onBack={onBack}
        onTogglePanel={() => setPanelOpen(!panelOpen)}
        readNumbers={numbers}
        onNumbering={() => setDialog('numbering')}
        onReference={askReference}
        onFind={() => findBar.open(false)}
        onForm={() => setDialog('form')}
        onExport={() => setDialog('export')}
      />
      <div className="workspace" data-panel={panelOpen || undefined}>
        <aside className="workspace-left" aria-label="要素与提纲">
          <RequiredParts
            document={reading.document}
            rows={reading.rows}
            assessments={assessments}
            onJump={jump}
            onAddPart={addPart}
          />
          <OutlinePanel
            ref={outline}
            document={reading.document}
            rows={reading.rows}
            current={current}
            functions={functions}
            findings={findings}
            assessments={assessments}
            onJump={jump}
            onAddPart={addPart}
            onRun={runFromOutline}
            onDelete={deleteRow}
            onOnly={chapter.showOnly}
            onLeave={focusPaper}
          />
        </aside>
        <main
          className="workspace-paper"
          data-frozen={reading.facts.frozen || undefined}
          data-view={view}
          data-chapter={chapter.row ? true : undefined}
          onKeyDownCapture={(event) => {
            // 全选 takes what can be seen, so that nothing out of sight is deleted with it.
            if (!chapter.row || event.key.toLowerCase() !== 'a' || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            event.stopPropagation();
            editor.current?.run({ type: 'selectBranch', id: chapter.row.id });
          }}
          onCompositionStart={() => {
            composition.current = true;
          }}
          onCompositionEnd={() => {
            composition.current = false;
            checker.compositionEnded();
            reader.compositionEnded();
          }}
        >
          {chapter.row && (
            <ChapterBar
              row={chapter.row}
              onShowAll={() => {
                chapter.showAll();
                editor.current?.focus();
              }}
            />
          )}
          <SaveTrouble id={id} saving={saving} onReload={onReload} />
          <TableTools caret={caret} run={run} />
          {findBar.bar}
          <TableMenu caret={caret} run={run} onLeave={focusPaper}>
            <Paper
              ref={editor}
              document={opened}
              onChange={onChange}
              onCaret={setCaret}
              functions={functions}
              findings={findings}
              missing={missing}
              buildMissing={buildMissing}
              say={say}
              onPickReference={referencePicker.open}
              zoom={zoom / 100}
              onError={reportEditorError}
            />
          </TableMenu>
          {reading.facts.frozen && <FrozenBar onUnfreeze={() => run({ type: 'unfreezeNumbers' })} />}
        </main>
        {panelOpen && (
          <SidePanel
            document={reading.document}
            path={path}
            findings={report?.findings ?? null}
            counts={report?.counts ?? noCounts}
            functions={functions}
            titles={titles}
            active={finding.active}
            onJump={finding.jumpTo}
            onFix={finding.fix}
            addPartFor={finding.addPartFor}
            onFold={() => setPanelOpen(false)}
          />
        )}
      </div>
      <StatusBar
        rows={reading.rows}
        current={current}
        facts={reading.facts}
        genre={meta.genre}
        functions={functions}
        readDocument={() => editor.current?.getDocument() ?? opened}
        zoom={zoom}
        saving={saving}
        onJump={jump}
        onNextPlaceholder={() => editor.current?.run({ type: 'nextPlaceholder' })}
        onZoom={setZoom}
      />
      {dialog === 'palette' && (
        <Palette
          commands={deskCommands({
            document: editor.current?.getDocument() ?? reading.document,
            caret,
            rows: reading.rows,
            chapter: only,
            only: chapter.row,
            findings,
            missing,
            placeholders: reading.facts.placeholders,
            panelOpen,
            preferences: preferences(),
            run,
            addPart,
            fix: finding.fix,
            stepFinding,
            showOnly: chapter.showOnly,
            showAll: chapter.showAll,
            setPreferences,
            save: saveNow,
            numbers: numbers(),
            askReference,
            openNumbering: () => setDialog('numbering'),
            exportFile: () => setDialog('export'),
            openForm: () => setDialog('form'),
            togglePanel: () => setPanelOpen(!panelOpen),
            find: findBar.open,
            filterOutline: () => outline.current?.focusFilter(),
            showShortcuts: () => setDialog('shortcuts'),
            toLibrary: onBack,
          })}
          places={headingPlaces(reading.rows, jump)}
          onClose={() => setDialog(null)}
          onReturn={() => editor.current?.focus()}
        />
      )}
      {referencePicker.dialog}
      {dialog === 'numbering' && (
        <NumberingDialog
          document={editor.current?.getDocument() ?? opened}
          part={caret?.partId ?? null}
          onApply={(part, numbering) => {
            setDialog(null);
            run({ type: 'setNumbering', part, numbering });
          }}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'shortcuts' && <ShortcutsDialog onClose={() => setDialog(null)} />}
      {unitPicker.dialog}
      {dialog === 'form' && (
        <DocumentForm editor={editor} meta={meta} onMeta={onMeta} onClose={() => setDialog(null)} />
      )}
      {dialog === 'export' && (
        <ExportDialog
          id={id}
          must={report?.counts.must ?? 0}
          placeholders={reading.facts.placeholders}
          redHeadReady={Boolean(meta.issuingOrgan && meta.documentNumber)}
          flush={saving.flush}
          onClose={() => setDialog(null)}
          onShowFindings={() => {
            setDialog(null);
            setPanelOpen(true);
          }}
          onShowForm={() => setDialog('form')}
        />
      )}
    </div>
  );
};

const reportEditorError = (error: unknown) => reportError('editor', error);
