import { allChecks } from '../../shared/checks/all-checks';
import type { Bureau } from '../../shared/checks/bureau/bureau-rules';
import { packRuleTitles } from '../../shared/checks/bureau/pack-checks';
import { createChecker } from '../../shared/checks/run-checks';
import { applyChanges } from '../../shared/document/changes';
import type { GovDocument } from '../../shared/document/document';
import { blockFunctions } from '../../shared/functions/block-functions';
import { readPlan } from '../../shared/plan/read-plan';
import { createReportFilter, isSame } from './changed-report';
import type { CheckAnswer, CheckReport, CheckRequest } from './check-messages';

let mirror: GovDocument | null = null;
let bureau: Bureau | undefined;
let version = 0;
let watched = false;
let timer: ReturnType<typeof setTimeout> | undefined;
/** A check of a long text takes a while: it gets a tenth of the time at most, the rest is for who types. */
const shareOfTime = 10;
const longest = 1000;
let restUntil = 0;
/** Follows the mirror: after a key press only what it touched is read again. */
const runChecks = createChecker();
const onlyChanged = createReportFilter();

const answer = (message: CheckAnswer) => postMessage(message);

/** The last report, and the version of the document it is about. */
let last: CheckReport | null = null;
let lastVersion = 0;
/** The state of the document that its plan was read from. */
let planOf: GovDocument | null = null;

const tell = (report: CheckReport, about: number) => {
  const changes = onlyChanged(report);
  last = report;
  lastVersion = about;
  answer({ kind: 'report', version: about, changes });
};

/** Only its name: the message of an error may quote the document. */
const tellFailure = (error: unknown) =>
  answer({ kind: 'failed', version, name: error instanceof Error ? error.name : 'unknown' });

/**
 * Of the checks the plan needs only which block serves what. A key seldom changes that, so the plan does not wait for
 * them: it is read at once, and once more should they find that something has changed.
 */
const tellPlan = () => {
  if (!mirror || !watched || !last) return;
  try {
    tell({ ...last, plan: readPlan(mirror, last.functions) }, lastVersion);
    planOf = mirror;
  } catch (error) {
    tellFailure(error);
  }
};

const check = () => {
  if (!mirror) return;
  const start = performance.now();
  try {
    const { findings, waived, functions: assessments, counts, off } = runChecks(mirror, { bureau });
    const functions = blockFunctions(assessments);
    const read = planOf === mirror && isSame(functions, last?.functions) ? (last?.plan ?? null) : null;
    const plan = watched ? (read ?? readPlan(mirror, functions)) : null;
    tell({ findings, waived, assessments, counts, off, functions, plan }, version);
    planOf = mirror;
  } catch (error) {
    tellFailure(error);
  }
  const end = performance.now();
  restUntil = end + Math.min((end - start) * (shareOfTime - 1), longest);
};

answer({
  kind: 'rules',
  titles: new Map([...allChecks.map(({ id, title }) => [id, title] as const), ...Object.entries(packRuleTitles)]),
});

/** Keeps a mirror of the document and checks its newest state; states that are overtaken are never checked. */
addEventListener('message', ({ data }: MessageEvent<CheckRequest>) => {
  if (data.kind === 'load') {
    mirror = data.document;
    bureau = data.bureau;
    version = 0;
  } else if (data.kind === 'bureau') bureau = data.bureau;
  else if (data.kind === 'watch') {
    watched = data.watched;
    if (!watched) return;
    tellPlan();
  } else if (mirror) {
    mirror = applyChanges(mirror, data.changes);
    version = data.version;
    tellPlan();
  }
  // Changes that arrived while a check was running are all taken in before the next one starts.
  clearTimeout(timer);
  timer = setTimeout(check, Math.max(0, restUntil - performance.now()));
});
