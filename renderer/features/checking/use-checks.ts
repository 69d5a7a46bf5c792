import { useEffect, useRef, useState } from 'react';
import type { CheckResult, Finding } from '../../../shared/checks/types';
import { diffDocuments } from '../../../shared/document/changes';
import type { GovDocument } from '../../../shared/document/document';
import { blockFunctions } from '../../../shared/functions/block-functions';
import type { DocumentFunction, FunctionAssessments } from '../../../shared/functions/types';
import { reportError } from '../../ipc/report-error';
import type { CheckAnswer, CheckRequest } from '../../workers/check-messages';

/** What the checker has to say about the document, as it was when it was checked. */
export type Checked = Readonly<{
  /** The very document that was checked: what is no longer in it may not be corrected by its findings. */
  document: GovDocument;
  findings: readonly Finding[];
  assessments: FunctionAssessments;
  counts: CheckResult['counts'];
  functions: ReadonlyMap<string, DocumentFunction>;
}>;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A result with everything unchanged taken over from the last one, so that nothing is drawn again for nothing. */
export const mergeResult = (last: Checked | null, document: GovDocument, result: CheckResult): Checked => {
  const functions = blockFunctions(result.functions);
  if (!last) {
    return { document, findings: result.findings, assessments: result.functions, counts: result.counts, functions };
  }
  return {
    document,
    findings: same(last.findings, result.findings) ? last.findings : result.findings,
    assessments: same(last.assessments, result.functions) ? last.assessments : result.functions,
    counts: same(last.counts, result.counts) ? last.counts : result.counts,
    functions: same([...last.functions], [...functions]) ? last.functions : functions,
  };
};

/** The checker of one open document: told of changes, it answers from its worker; null before the first answer. */
export const useChecks = (opened: GovDocument, composing: () => boolean) => {
  const [checked, setChecked] = useState<Checked | null>(null);
  const [titles, setTitles] = useState<ReadonlyMap<string, string>>(new Map());
  const waiting = useRef<Checked | null>(null);
  const latest = useRef<Checked | null>(null);

  const [checker] = useState(() => {
    let worker: Worker | null = null;
    let sent = opened;
    let version = 0;
    /** Documents sent and not yet answered, by version. */
    const asked = new Map<number, GovDocument>([[0, opened]]);
    const tell = (message: CheckRequest) => worker?.postMessage(message);
    return {
      start() {
        worker = new Worker(new URL('../../workers/check-worker.ts', import.meta.url), { type: 'module' });
        worker.onmessage = ({ data }: MessageEvent<CheckAnswer>) => {
          if (data.kind === 'rules') {
            setTitles(data.titles);
            return;
          }
          const document = asked.get(data.version);
          for (const known of asked.keys()) if (known <= data.version) asked.delete(known);
          if (data.kind === 'failed') reportError(`check:${data.name}`, null);
          else if (document) {
            latest.current = mergeResult(latest.current, document, data.result);
            if (composing()) waiting.current = latest.current;
            else setChecked(latest.current);
          }
        };
        worker.onerror = () => reportError('check:worker', null);
        tell({ kind: 'load', document: sent });
      },
      changed(document: GovDocument) {
        const changes = diffDocuments(sent, document);
        sent = document;
        if (!changes) return;
        version += 1;
        asked.set(version, document);
        tell({ kind: 'changes', version, changes });
      },
      /** Shows what arrived while a composition was open. */
      compositionEnded() {
        if (waiting.current) setChecked(waiting.current);
        waiting.current = null;
      },
      stop: () => worker?.terminate(),
    };
  });

  useEffect(() => {
    checker.start();
    return checker.stop;
  }, [checker]);

  return { checked, titles, checker };
};
