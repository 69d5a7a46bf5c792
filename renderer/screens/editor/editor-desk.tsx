import { memo, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { functionIds } from '../../../shared/checks/rules/completeness/function-examples';
import type { Finding } from '../../../shared/checks/types';
import type { DocumentMeta, GovDocument } from '../../../shared/document/document';
import { type DocumentFunction, documentFunctions } from '../../../shared/functions/types';
import { buildMissingPart } from '../../../shared/templates/missing-part';
import { pathTo, rowOfBlocks } from '../../app/outline/outline-rows';
import { say } from '../../app/ui/toasts';
import type { CaretState } from '../../editor/caret-state';
import { DocumentEditor, type EditorHandle } from '../../editor/document-editor';
import { useChecks } from '../../features/checking/use-checks';
import { DocumentFormDialog } from '../../features/document-form/document-form-dialog';
import { ExportDialog } from '../../features/export/export-dialog';
import { findingKey, fixOrder } from '../../features/findings/group-findings';
import { OutlinePanel } from '../../features/outline/outline-panel';
import { RequiredParts } from '../../features/required-parts/required-parts';
import { useSaving } from '../../features/saving/use-saving';
import { sentenceOf } from '../../ipc/client';
import { reportError } from '../../ipc/report-error';
import { SaveTrouble } from './save-trouble';
import { SidePanel } from './side-panel';
import { StatusBar } from './status-bar';
import { TopBar } from './top-bar';
import { useReading } from './use-reading';
import { useShortcuts } from './use-shortcuts';
import { stepZoom } from './zoom';
import './editor-screen.css';

type EditorDeskProps = Readonly<{
  id: string;
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
/** Until the caret stands where a command put it. */
const caretDelay = 50;
const noCounts = { must: 0, should: 0, hint: 0 };
const noFindings: readonly Finding[] = [];

/** The editor with everything around it. Typing re-renders the paper only; the panels follow when they change. */
export const EditorDesk = ({ id, opened, revision, onBack, onReload }: EditorDeskProps) => {
  const editor = useRef<EditorHandle>(null);
  const newest = useRef(opened);
  const composition = useRef(false);
  const composing = useCallback(() => composition.current, []);

  const [meta, setMeta] = useState(opened.meta);
  const [caret, setCaret] = useState<CaretState | null>(null);
  const [zoom, setZoom] = useState(100);
  const [panelOpen, setPanelOpen] = useState(() => innerWidth >= roomForPanel);
  const [dialog, setDialog] = useState<'export' | 'form' | null>(null);
  const [active, setActive] = useState<string | null>(null);

  const saving = useSaving(id, opened, revision);
  const { report, titles, checker } = useChecks(opened, composing);
  const { reading, reader } = useReading(opened, composing);

  const take = useCallback(
    (document: GovDocument) => {
      newest.current = document;
      saving.changed(document);
      reader.changed(document);
      checker.changed(document);
    },
    [saving, reader, checker],
  );
  // The editor changes the text, the form the fields; each keeps what the other wrote.
  const onChange = useCallback((document: GovDocument) => take({ ...document, meta: newest.current.meta }), [take]);
  const onMeta = (next: DocumentMeta) => {
    take({ ...newest.current, meta: next });
    setMeta(next);
    setDialog(null);
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

  const jump = useCallback((blockId: string) => editor.current?.reveal(blockId), []);
  const addPart = useCallback((name: DocumentFunction) => {
    editor.current?.run({ type: 'insertMissing', function: name });
    // The command came from outside the paper, so nothing has scrolled to the caret yet.
    setTimeout(() => getSelection()?.focusNode?.parentElement?.scrollIntoView({ block: 'center' }), caretDelay);
  }, []);
  const jumpTo = useCallback((finding: Finding) => {
    setActive(findingKey(finding));
    if (finding.blockId !== null) editor.current?.reveal(finding.blockId, finding);
  }, []);
  const fix = useCallback(
    (wanted: readonly Finding[]) => {
      const asChecked = new Set(checker.checkedDocument().parts.flatMap((part) => part.children));
      const untouched = new Set(
        newest.current.parts.flatMap((part) =>
          part.children.filter((block) => asChecked.has(block)).map(({ id }) => id),
        ),
      );
      const fixes = fixOrder(wanted).filter((finding) => untouched.has(finding.fix!.blockId));
      for (const finding of fixes) editor.current?.run({ type: 'applyFix', fix: finding.fix! });
      if (fixes.length < wanted.length) say('有文字刚刚改过，请等检查更新后再改。');
    },
    [checker],
  );
  const addPartFor = useCallback(
    (finding: Finding) => {
      const name = missing.find((candidate) => finding.rule === `completeness/${functionIds[candidate]}-missing`);
      return name ? () => addPart(name) : null;
    },
    [missing, addPart],
  );

  const stepFinding = (direction: 1 | -1) => {
    const all = findings.filter((finding) => finding.blockId !== null);
    if (all.length === 0) return say('没有可以定位的问题。');
    const at = all.findIndex((finding) => findingKey(finding) === active);
    const next = at < 0 ? (direction === 1 ? 0 : all.length - 1) : (at + direction + all.length) % all.length;
    setPanelOpen(true);
    jumpTo(all[next]!);
  };
  const saveNow = () =>
    void saving.flush().then(
      () => say('已保存。'),
      (error) => say(sentenceOf(error)),
    );
  useShortcuts(
    {
      'Ctrl+S': saveNow,
      'Ctrl+E': () => setDialog('export'),
      'Ctrl+=': () => setZoom(stepZoom(zoom, 1)),
      'Ctrl+-': () => setZoom(stepZoom(zoom, -1)),
      'Ctrl+0': () => setZoom(100),
      F8: () => stepFinding(1),
      'Shift+F8': () => stepFinding(-1),
    },
    dialog === null,
  );

  return (
    <div className="frame frame-with-status">
      <TopBar
        title={reading.facts.title}
        genre={meta.genre}
        saving={saving}
        caret={caret}
        counts={report?.counts ?? null}
        panelOpen={panelOpen}
        run={(command) => editor.current?.run(command)}
        onBack={onBack}
        onTogglePanel={() => setPanelOpen(!panelOpen)}
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
            document={reading.document}
            rows={reading.rows}
            current={current}
            functions={functions}
            findings={findings}
            assessments={assessments}
            onJump={jump}
            onAddPart={addPart}
          />
        </aside>
        <main
          className="workspace-paper"
          onCompositionStart={() => {
            composition.current = true;
          }}
          onCompositionEnd={() => {
            composition.current = false;
            checker.compositionEnded();
            reader.compositionEnded();
          }}
        >
          <SaveTrouble id={id} saving={saving} onReload={onReload} />
          <Paper
            ref={editor}
            document={opened}
            onChange={onChange}
            onCaret={setCaret}
            functions={functions}
            findings={findings}
            missing={missing}
            buildMissing={buildMissing}
            zoom={zoom / 100}
            onError={reportEditorError}
          />
        </main>
        {panelOpen && (
          <SidePanel
            document={reading.document}
            path={path}
            findings={report?.findings ?? null}
            counts={report?.counts ?? noCounts}
            functions={functions}
            titles={titles}
            active={active}
            onJump={jumpTo}
            onFix={fix}
            addPartFor={addPartFor}
            onFold={() => setPanelOpen(false)}
          />
        )}
      </div>
      <StatusBar
        rows={reading.rows}
        current={current}
        facts={reading.facts}
        genre={meta.genre}
        zoom={zoom}
        saving={saving}
        onJump={jump}
        onNextPlaceholder={() => editor.current?.run({ type: 'nextPlaceholder' })}
        onZoom={setZoom}
      />
      {dialog === 'form' && <DocumentFormDialog meta={meta} onSave={onMeta} onClose={() => setDialog(null)} />}
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
