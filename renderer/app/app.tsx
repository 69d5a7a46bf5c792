import { Tooltip } from '@base-ui/react/tooltip';
import { useCallback, useEffect, useState } from 'react';
import type { Imported, LockedFile } from '../../shared/ipc/contract';
import { UnlockDialog } from '../features/sealing/unlock-dialog';
import { openSample } from '../features/tour/open-sample';
import { goToStep } from '../features/tour/tour';
import { TourCard } from '../features/tour/tour-card';
import { call, listen, sentenceOf } from '../ipc/client';
import { EditorScreen } from '../screens/editor/editor-screen';
import { type Incoming, IncomingScreen } from '../screens/incoming/incoming-screen';
import { LibraryScreen } from '../screens/library/library-screen';
import { RecoveryScreen } from '../screens/recovery/recovery-screen';
import { AppDialogs } from './app-dialogs-shown';
import { handOverAll } from './before-leaving';
import { DropTarget } from './drop-target';
import { ErrorBoundary } from './error-boundary';
import { importFiles } from './import-files';
import { ImportReport } from './import-report';
import { LockPage } from './lock/lock-page';
import { beginLock, lockWithMachine } from './lock/lock-state';
import { ReadingProgress, whileReading } from './reading-files';
import { sayError } from './say-error';
import { ConfirmDialog } from './ui/confirm-dialog';
import { say, Toasts } from './ui/toasts';

type Screen =
  | Readonly<{ name: 'starting' }>
  | Readonly<{ name: 'recovery'; problem: string; dataFolder: string }>
  | Readonly<{ name: 'library'; visit: number }>
  | Readonly<{ name: 'incoming'; incoming: Incoming }>
  | Readonly<{ name: 'editor'; id: string; blockId?: string | undefined; visit?: number | undefined }>;

/** The shell: starts, switches screens, takes files, answers the machine's events. */
export const App = () => {
  const [screen, setScreen] = useState<Screen>({ name: 'starting' });
  /** Files that wait for their password, asked for one after the other. */
  const [locked, setLocked] = useState<readonly LockedFile[]>([]);
  const [report, setReport] = useState<Imported | null>(null);
  const [unsaved, setUnsaved] = useState<{ reason: string; goOn: () => void } | null>(null);

  /** Does `goOn` once everything is saved; when it cannot be, asks. */
  const leaveThen = useCallback((goOn: () => void) => {
    handOverAll().then(goOn, (error) => setUnsaved({ reason: sentenceOf(error), goOn }));
  }, []);
  const toLibrary = useCallback(() => leaveThen(() => setScreen({ name: 'library', visit: Date.now() })), [leaveThen]);
  const toEditor = useCallback(
    (id: string, blockId?: string, visit?: number) =>
      leaveThen(() => setScreen({ name: 'editor', id, blockId, visit })),
    [leaveThen],
  );

  const showIncoming = useCallback((incoming: Incoming) => setScreen({ name: 'incoming', incoming }), []);

  /** Opens the sample, a document like any other, and goes round the editor. */
  const showTour = useCallback(() => {
    whileReading(openSample()).then(
      (id) => {
        toEditor(id, undefined, Date.now());
        goToStep(0);
      },
      (error) => sayError(error),
    );
  }, [toEditor]);

  const start = useCallback(async () => {
    try {
      const { problem, notice, dataFolder, settingsFile, openDocument, ...rest } = await call('app:start', {});
      beginLock(rest.lock, settingsFile);
      if (problem !== null) setScreen({ name: 'recovery', problem, dataFolder });
      else setScreen(openDocument === null ? { name: 'library', visit: 0 } : { name: 'editor', id: openDocument });
      if (notice !== null) say(notice, undefined, true);
      setLocked((before) => [...before, ...rest.locked]);
    } catch (error) {
      setScreen({ name: 'recovery', problem: sentenceOf(error), dataFolder: '' });
    }
  }, []);

  const showImported = useCallback(
    (result: Imported) => {
      const [first, ...others] = result.imported;
      if (result.locked.length > 0) setLocked((before) => [...before, ...result.locked]);
      if (result.failed.length > 0) setReport(result);
      if (first && others.length === 0 && result.failed.length === 0) {
        // A file can come back to the very document that is open: it is opened anew.
        toEditor(first.id, undefined, Date.now());
        say(first.doubts > 0 ? `已读入。${first.doubts} 处要核对，见右栏。` : '已读入。');
        return;
      }
      if (first && result.failed.length === 0) say(`已读入 ${result.imported.length} 份文稿。`);
      if (first) toLibrary();
    },
    [toEditor, toLibrary],
  );
  const takeFiles = useCallback(
    (files: readonly File[]) => void whileReading(importFiles(files)).then(showImported),
    [showImported],
  );

  useEffect(() => {
    void start();
  }, [start]);
  useEffect(() => listen('open-document', ({ id }) => toEditor(id)), [toEditor]);
  useEffect(() => listen('files-locked', ({ locked: more }) => setLocked((before) => [...before, ...more])), []);
  useEffect(
    () =>
      listen('library-replaced', () =>
        // What is being checked without being kept is in no library.
        setScreen((before) => (before.name === 'incoming' ? before : { name: 'library', visit: Date.now() })),
      ),
    [],
  );
  useEffect(() => listen('away', lockWithMachine), []);
  useEffect(() => listen('message', ({ text }) => say(text, undefined, true)), []);
  useEffect(
    () =>
      listen('closing', () => {
        // What cannot be saved shows in the status line; the machine asks the person when no answer comes.
        void handOverAll()
          .then(() => call('app:ready-to-close', {}))
          .catch(() => {});
      }),
    [],
  );

  return (
    <Tooltip.Provider delay={500}>
      <ErrorBoundary key={screen.name} onLeave={() => setScreen({ name: 'library', visit: Date.now() })}>
        {screen.name === 'starting' && <div className="waiting">正在打开…</div>}
        {screen.name === 'recovery' && <RecoveryScreen {...screen} onRetry={() => void start()} />}
        {screen.name === 'library' && (
          <LibraryScreen
            key={screen.visit}
            onOpen={toEditor}
            onImported={showImported}
            onIncoming={showIncoming}
            onTour={showTour}
          />
        )}
        {screen.name === 'incoming' && (
          <IncomingScreen incoming={screen.incoming} onBack={toLibrary} onImported={showImported} />
        )}
        {screen.name === 'editor' && (
          <EditorScreen
            key={`${screen.id} ${screen.visit ?? 0}`}
            id={screen.id}
            blockId={screen.blockId}
            onBack={toLibrary}
            onOpenDocument={(id) => toEditor(id)}
          />
        )}
      </ErrorBoundary>
      {(screen.name === 'library' || screen.name === 'editor') && <DropTarget onFiles={takeFiles} />}
      {locked[0] && (
        <UnlockDialog
          key={locked[0].key}
          locked={locked[0]}
          onClose={() => setLocked(locked.slice(1))}
          onOpened={(result) => {
            setLocked(locked.slice(1));
            showImported(result);
          }}
        />
      )}
      {report && <ImportReport report={report} onClose={() => setReport(null)} />}
      {unsaved && (
        <ConfirmDialog
          title="还有改动没有保存"
          text={`${unsaved.reason} 现在离开，最近的改动会丢失。`}
          action="仍要离开"
          cancel="留在这里"
          danger
          onConfirm={() => {
            setUnsaved(null);
            unsaved.goOn();
          }}
          onCancel={() => setUnsaved(null)}
        />
      )}
      {screen.name === 'editor' && <TourCard />}
      <AppDialogs onTour={showTour} />
      <ReadingProgress />
      <Toasts />
      <LockPage />
    </Tooltip.Provider>
  );
};
