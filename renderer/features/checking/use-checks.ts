import { startTransition, useEffect, useRef, useState } from 'react';
import type { Bureau } from '../../../shared/checks/bureau/bureau-rules';
import { diffDocuments } from '../../../shared/document/changes';
import type { GovDocument } from '../../../shared/document/document';
import { reportError } from '../../ipc/report-error';
import { applyReport, type ReportChanges } from '../../workers/changed-report';
import type { CheckAnswer, CheckReport, CheckRequest } from '../../workers/check-messages';

type Shown = Readonly<{
  report: CheckReport | null;
  /** What each rule asks for, by its id. */
  titles: ReadonlyMap<string, string>;
}>;

/** The window's end of the checker of one document. Shows nothing while `composing` says so. */
const createChecker = (opened: GovDocument, composing: () => boolean, show: (report: CheckReport) => void) => {
  let watchers = 0;
  let worker: Worker | null = null;
  let sent = opened;
  let version = 0;
  let checkedDocument = opened;
  let latest: CheckReport | null = null;
  let shown: CheckReport | null = null;
  /** Documents sent and not yet answered, by version. */
  const asked = new Map<number, GovDocument>([[0, opened]]);
  const tell = (message: CheckRequest) => worker?.postMessage(message);
  const showLatest = () => {
    if (!latest || latest === shown || composing()) return;
    shown = latest;
    show(latest);
  };
  const take = (answered: number, changes: ReportChanges) => {
    checkedDocument = asked.get(answered) ?? checkedDocument;
    for (const known of asked.keys()) if (known <= answered) asked.delete(known);
    if (Object.keys(changes).length > 0) latest = applyReport(latest, changes);
    showLatest();
  };
  return {
    start(bureau: Bureau, onTitles: (titles: ReadonlyMap<string, string>) => void) {
      worker = new Worker(new URL('../../workers/check-worker.ts', import.meta.url), { type: 'module' });
      worker.onmessage = ({ data }: MessageEvent<CheckAnswer>) => {
        if (data.kind === 'rules') onTitles(data.titles);
        else if (data.kind === 'report') take(data.version, data.changes);
        else void reportError(`check:${data.name}`, null);
      };
      worker.onerror = () => void reportError('check:worker', null);
      tell({ kind: 'load', document: sent, bureau });
    },
    changed(document: GovDocument) {
      const changes = diffDocuments(sent, document);
      sent = document;
      if (!changes) return;
      version += 1;
      asked.set(version, document);
      tell({ kind: 'changes', version, changes });
    },
    /** Asks for indicators and tasks, or for them no more; they are read until the last who watches leaves. */
    watchPlan: (watched: boolean) => {
      const before = watchers;
      watchers += watched ? 1 : -1;
      if (before === 0 || watchers === 0) tell({ kind: 'watch', watched });
    },
    /** What the bureau has set up has changed. */
    heed: (bureau: Bureau) => tell({ kind: 'bureau', bureau }),
    /** The document as it was checked last: what is no longer in it may not be corrected by its findings. */
    checkedDocument: () => checkedDocument,
    compositionEnded: showLatest,
    stop: () => worker?.terminate(),
  };
};

/** The checker of one open document: told of changes, it reports from its worker; null before the first report. */
export const useChecks = (opened: GovDocument, composing: () => boolean, bureau: Bureau) => {
  const [shown, setShown] = useState<Shown>({ report: null, titles: new Map() });
  const [checker] = useState(() =>
    // The panels give way to a key that is pressed while they are drawn.
    createChecker(opened, composing, (report) => startTransition(() => setShown(({ titles }) => ({ report, titles })))),
  );
  const heeded = useRef(bureau);
  useEffect(() => {
    checker.start(heeded.current, (titles) => setShown(({ report }) => ({ report, titles })));
    return checker.stop;
  }, [checker]);
  useEffect(() => {
    if (heeded.current === bureau) return;
    heeded.current = bureau;
    checker.heed(bureau);
  }, [checker, bureau]);
  return { ...shown, checker };
};
