import type { Bureau } from '../../shared/checks/bureau/bureau-rules';
import type { CheckResult, Finding } from '../../shared/checks/types';
import type { DocumentChanges } from '../../shared/document/changes';
import type { GovDocument } from '../../shared/document/document';
import type { DocumentFunction, FunctionAssessments } from '../../shared/functions/types';
import type { Plan } from '../../shared/plan/read-plan';
import type { ReportChanges } from './changed-report';

/** What the window tells the checker: a document to begin with, then what changed in it. */
export type CheckRequest =
  | Readonly<{ kind: 'load'; document: GovDocument; bureau: Bureau }>
  | Readonly<{ kind: 'bureau'; bureau: Bureau }>
  | Readonly<{ kind: 'changes'; version: number; changes: DocumentChanges }>
  /** Whether indicators and tasks are wanted. */
  | Readonly<{ kind: 'watch'; watched: boolean }>;

/** What there is to know about a checked document. */
export type CheckReport = Readonly<{
  findings: readonly Finding[];
  waived: CheckResult['waived'];
  assessments: FunctionAssessments;
  counts: CheckResult['counts'];
  /** Rules that were not asked. */
  off: CheckResult['off'];
  /** Which function each block serves. */
  functions: ReadonlyMap<string, DocumentFunction>;
  /** Indicators and tasks as the text has them; null while nobody watches them. */
  plan: Plan | null;
}>;

/** What the checker answers; version 0 is the document as loaded. */
export type CheckAnswer =
  /** Once, at the start: what each rule asks for, by its id. */
  | Readonly<{ kind: 'rules'; titles: ReadonlyMap<string, string> }>
  /** Only what differs from the report before, so that the window neither reads nor draws the rest again. */
  | Readonly<{ kind: 'report'; version: number; changes: ReportChanges }>
  | Readonly<{ kind: 'failed'; version: number; name: string }>;
