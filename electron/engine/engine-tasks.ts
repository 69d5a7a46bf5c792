import type { Bureau } from '../../shared/checks/bureau/bureau-rules';
import type { Comparison } from '../../shared/compare/comparison';
import type { GovDocument } from '../../shared/document/document';
import type { Pictures } from '../../shared/document/picture';
import type { DocumentSummary } from '../../shared/document/summary';
import type { Superior } from '../../shared/document/superior';
import type { CarriedVersion } from '../../shared/document/version';
import type { ExportOptions } from '../../shared/export/export-options';
import type { PlanFile, ReviewKind } from '../../shared/ipc/contract';
import type { AppErrorShape } from '../../shared/ipc/result';
import type { Learned } from '../../shared/learn/learned';
import type { Revisions } from '../../shared/recognise/docx/docx-report';

/** A file on disk, or one whose bytes the window has handed over. */
export type SourceFile = Readonly<{ path: string }> | Readonly<{ name: string; bytes: Uint8Array }>;

/** Why a document cannot be circulated yet, or what goes out. */
export type Circulation =
  | Readonly<{ obstacles: readonly string[] }>
  | Readonly<{
      obstacles: null;
      docx: Uint8Array;
      messages: readonly string[];
      html: string;
      pages: number;
      contentHash: string;
    }>;

/** What the engine can be asked, and what it answers. */
export type EngineTasks = {
  import: {
    input: {
      readonly file: SourceFile;
      readonly bureau: Bureau;
      readonly revisions?: Revisions | undefined;
      readonly password?: string | undefined;
    };
    /**
     * `doubts`: how many places are to be looked at; `changes`: how many tracked changes the file holds; `anchors`:
     * ids of blocks that this app wrote into the file when it exported it.
     */
    output: {
      readonly document: GovDocument;
      readonly pictures: Pictures;
      readonly summary: DocumentSummary;
      readonly doubts: number;
      readonly changes: number;
      readonly anchors: readonly string[];
      /** Earlier states that a .nigao file carries along. */
      readonly versions?: readonly CarriedVersion[];
    };
  };
  export: {
    input: { readonly document: GovDocument; readonly pictures: Pictures; readonly options: ExportOptions };
    output: { readonly bytes: Uint8Array; readonly messages: readonly string[] };
  };
  compare: { input: { readonly before: GovDocument; readonly after: GovDocument }; output: Comparison };
  /** The pages as one document to be printed. */
  draw: {
    input: { readonly document: GovDocument; readonly options: ExportOptions };
    output: string;
  };
  /** What can be made of the findings: 核稿单 as a Word file or as data, the document with them as comments. */
  review: {
    input: {
      readonly document: GovDocument;
      readonly pictures: Pictures;
      readonly kind: ReviewKind;
      readonly at: number;
      readonly bureau: Bureau;
    };
    output: Uint8Array;
  };
  /** What a superior document asks for. */
  superior: { input: { readonly file: SourceFile }; output: Superior };
  /** A table that follows from the plan. */
  plan: { input: { readonly document: GovDocument; readonly file: PlanFile }; output: Uint8Array };
  /** Everything circulation needs, from one state of the document. */
  circulate: {
    input: {
      readonly document: GovDocument;
      readonly revision: number;
      readonly pictures: Pictures;
      readonly options: ExportOptions;
      readonly bureau: Bureau;
    };
    output: Circulation;
  };
  /** What documents of the past have in common, for a template. */
  learn: { input: { readonly documents: readonly GovDocument[] }; output: Learned };
  summarise: { input: { readonly document: GovDocument; readonly bureau: Bureau }; output: DocumentSummary };
};
export type EngineTask = keyof EngineTasks;

/** Main → worker; one at a time. */
export type EngineRequest = {
  [T in EngineTask]: { readonly task: T; readonly input: EngineTasks[T]['input'] };
}[EngineTask];

/** Worker → main: any number of `progress`, then one of the others. */
export type EngineReply =
  | { readonly kind: 'progress'; readonly done: number; readonly step: string }
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'app-error'; readonly error: AppErrorShape }
  /** An unexpected error, cloned. */
  | { readonly kind: 'failure'; readonly error: unknown };
