import type { CheckResult } from '../../shared/checks/types';
import type { DocumentChanges } from '../../shared/document/changes';
import type { GovDocument } from '../../shared/document/document';

/** What the window tells the checker: a document to begin with, then what changed in it. */
export type CheckRequest =
  | Readonly<{ kind: 'load'; document: GovDocument }>
  | Readonly<{ kind: 'changes'; version: number; changes: DocumentChanges }>;

/** What the checker answers: the result for one version; 0 is the document as loaded. */
export type CheckAnswer =
  /** Once, at the start: what each rule asks for, by its id. */
  | Readonly<{ kind: 'rules'; titles: ReadonlyMap<string, string> }>
  | Readonly<{ kind: 'result'; version: number; result: CheckResult }>
  | Readonly<{ kind: 'failed'; version: number; name: string }>;
