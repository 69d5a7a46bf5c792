import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Finding, RuleOff, WaivedFinding } from '../../../../shared/checks/types';
import type { DocumentMeta, GovDocument, TemplateRef } from '../../../../shared/document/document';
import { type DocumentFunction, documentFunctions } from '../../../../shared/functions/types';
import { useBureau } from '../../../app/bureau-rules';
import { usePreferences } from '../../../app/preferences';
import { useChecks } from '../../../features/checking/use-checks';
import { usePages } from '../../../features/paging/use-pages';
import { useSaving } from '../../../features/saving/use-saving';
import { createTypingPause } from './typing-pause';
import { useLayout } from './use-layout';
import { useReading } from './use-reading';

const noFunctions: ReadonlyMap<string, DocumentFunction> = new Map();
const noFindings: readonly Finding[] = [];
const noneWaived: readonly WaivedFinding[] = [];
const noneOff: readonly RuleOff[] = [];

/** What of the document is not the editor's: its form fields and its template. */
const ownOf = ({ meta, template }: GovDocument) => ({ meta, ...(template && { template }) });

/**
 * The open document and all that follows its changes: saving, what the shell reads from it, the checks. The editor
 * changes the text, the form the fields; each keeps what the other wrote.
 */
export const useSession = (id: string, opened: GovDocument, revision: number) => {
  const newest = useRef(opened);
  const composition = useRef(false);
  const composing = useCallback(() => composition.current, []);
  const [meta, setMeta] = useState(opened.meta);
  const [template, setTemplate] = useState(opened.template);

  const saving = useSaving(id, opened, revision);
  const { report, titles, checker } = useChecks(opened, composing, useBureau());
  const { reading, readAgain } = useReading(opened);
  const machine = usePreferences().layout;
  const { paging, pager } = usePages(opened, meta.layout ?? machine);

  /** The outline, the counts and the checks follow behind the painted key, the outline never during a composition. */
  const [followers] = useState(() =>
    createTypingPause(() => {
      if (!composition.current) readAgain(newest.current);
    }),
  );
  useEffect(() => followers.stop, [followers]);
  /** The checker works beside the window: told at once, it is at work while the key is painted. */
  const [checking] = useState(() => createTypingPause(() => checker.changed(newest.current), 0));
  useEffect(() => checking.stop, [checking]);

  /** Told last about a change: what is searched for may stand elsewhere now. */
  const searchAgain = useRef<() => void>(() => undefined);
  const take = useCallback(
    (document: GovDocument) => {
      newest.current = document;
      saving.changed(document);
      followers.changed();
      checking.changed();
      pager.changed(document);
      searchAgain.current();
    },
    [saving, followers, checking, pager],
  );
  const onChange = useCallback(
    ({ parts, ...document }: GovDocument) => take({ ...document, ...ownOf(newest.current), parts }),
    [take],
  );
  /** The template the document goes by from now on. */
  const onTemplate = useCallback(
    (next: TemplateRef) => {
      take({ ...newest.current, template: next });
      setTemplate(next);
    },
    [take],
  );
  const onMeta = useCallback(
    (next: DocumentMeta) => {
      take({ ...newest.current, meta: next });
      setMeta(next);
    },
    [take],
  );
  const { layout, onLayout, leaveLayout, keepLayout } = useLayout(meta, newest, onMeta);
  const onComposition = useCallback(
    (open: boolean) => {
      composition.current = open;
      if (open) return;
      checker.compositionEnded();
      followers.soon();
      checking.soon();
    },
    [checker, followers, checking],
  );

  const assessments = report?.assessments ?? null;
  const missing = useMemo(
    () =>
      documentFunctions.filter(
        (name) => assessments?.[name].state === 'missing' && assessments[name].requirement === 'required',
      ),
    [assessments],
  );
  return {
    newest,
    meta,
    template,
    saving,
    reading,
    paging,
    watchPages: pager.watch,
    report,
    titles,
    findings: report?.findings ?? noFindings,
    waived: report?.waived ?? noneWaived,
    off: report?.off ?? noneOff,
    functions: report?.functions ?? noFunctions,
    assessments,
    plan: report?.plan ?? null,
    watchPlan: checker.watchPlan,
    missing,
    checkedDocument: checker.checkedDocument,
    composing,
    searchAgain,
    onChange,
    onMeta,
    layout,
    onLayout,
    leaveLayout,
    keepLayout,
    onTemplate,
    onComposition,
  };
};

/** The open document and all that follows its changes. */
export type Session = ReturnType<typeof useSession>;
