import type { Block, Table } from '../document/block';
import type { GovDocument, Part } from '../document/document';
import type { Waiver } from '../document/waiver';
import type { FunctionAssessments } from '../functions/types';
import type { OutlineNode } from '../numbering/build-outline';

/** must: the standard or a regulation lays it down · should: normally · hint: worth a look. */
export const severities = ['must', 'should', 'hint'] as const;
export type Severity = (typeof severities)[number];

/** Where a rule comes from: 条例 · 国标 · 实务 · 模板. */
export type RuleSource = Readonly<{ tier: 'regulation' | 'standard' | 'practice' | 'template'; clause: string }>;

/** A mechanical correction: replace a stretch of one block's text. */
export type TextFix = Readonly<{ kind: 'replace'; blockId: string; start: number; end: number; text: string }>;
/** Forget the number the source wrote, so that the computed one is shown. */
export type NumberFix = Readonly<{ kind: 'clear-source-number'; blockId: string }>;
export type Fix = TextFix | NumberFix;

/** Something a check has seen. Offsets are UTF-16 units in the block's text (without its number). */
export type Finding = Readonly<{
  /** Stable readable id, e.g. `completeness/safeguards-missing`. */
  rule: string;
  severity: Severity;
  /** Null: about the whole document. */
  blockId: string | null;
  start: number;
  end: number;
  excerpt: string;
  message: string;
  source: RuleSource;
  fix?: Fix;
}>;

/** A finding that a person has let stand. */
export type WaivedFinding = Readonly<{ finding: Finding; waiver: Waiver }>;

/** What a rule about the document may read besides it; computed once per run. */
export type CheckContext = Readonly<{
  /** All blocks in order, and those of notice and main text: attachments are often guesses from flattened tables. */
  blocks: readonly Block[];
  textBlocks: readonly Block[];
  labels: ReadonlyMap<string, string>;
  outline: readonly OutlineNode[];
  functions: FunctionAssessments;
  /** Commas, brackets and colons are half-width throughout, as in texts copied from web pages. */
  halfWidth: boolean;
}>;

export type CheckResult = Readonly<{
  /** Those that are open. */
  findings: readonly Finding[];
  /** Those let stand with a reason that still holds; not counted. */
  waived: readonly WaivedFinding[];
  functions: FunctionAssessments;
  counts: Readonly<Record<Severity, number>>;
}>;

/** What a rule is, apart from how it looks. */
export type RuleHead = Readonly<{
  id: string;
  severity: Severity;
  source: RuleSource;
  /** What it asks for, one Chinese sentence. */
  title: string;
  /**
   * As a draft would have it; one line is a paragraph (behind 标题：, 主送：, 附注： that line, behind 表格： a table,
   * its rows apart by | and its cells by tabs), several are a whole small document, a form field before it as
   * 文件信息：名称=内容.
   */
  examples: Readonly<{ right: string; wrong: string }>;
}>;

/** One part with its branch of the outline. */
export type PartView = Readonly<{ part: Part; outline: OutlineNode; labels: ReadonlyMap<string, string> }>;

/**
 * A check: pure, reports and never changes words. It says what it reads, and is run again only when that changed:
 * one block, one table, one part, or the document with everything in the context.
 */
export type BlockCheck = RuleHead & Readonly<{ reads: 'block'; run(block: Block): readonly Finding[] }>;
export type TableCheck = RuleHead & Readonly<{ reads: 'table'; run(table: Table): readonly Finding[] }>;
export type PartCheck = RuleHead & Readonly<{ reads: 'part'; run(view: PartView): readonly Finding[] }>;
export type DocumentCheck = RuleHead &
  Readonly<{ reads: 'document'; run(document: GovDocument, context: CheckContext): readonly Finding[] }>;
export type Check = BlockCheck | TableCheck | PartCheck | DocumentCheck;
