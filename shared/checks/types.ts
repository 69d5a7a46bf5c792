import type { Block, Table } from '../document/block';
import type { GovDocument, Part } from '../document/document';
import type { Waiver } from '../document/waiver';
import type { FunctionAssessments } from '../functions/types';
import type { OutlineNode } from '../numbering/build-outline';
import type { UnitNames } from './rules/names/unit-aliases';

/** must: the standard or a regulation lays it down · should: normally · hint: worth a look. */
export const severities = ['must', 'should', 'hint'] as const;
export type Severity = (typeof severities)[number];

/** Where a rule comes from: 条例 · 国标 · 实务 · 模板 · 本单位. */
export const ruleTiers = ['regulation', 'standard', 'practice', 'template', 'bureau'] as const;
export const tierNames: Readonly<Record<RuleSource['tier'], string>> = {
  regulation: '条例',
  standard: '国标',
  practice: '实务',
  template: '模板',
  bureau: '本单位',
};
export const severityNames: Readonly<Record<Severity, string>> = { must: '必改', should: '建议', hint: '提示' };
export type RuleSource = Readonly<{ tier: (typeof ruleTiers)[number]; clause: string }>;

/** A mechanical correction: replace a stretch of one block's text. */
export type TextFix = Readonly<{ kind: 'replace'; blockId: string; start: number; end: number; text: string }>;
/** Forget the number the source wrote, so that the computed one is shown; also those behind it that are off as far. */
export type NumberFix = Readonly<{ kind: 'clear-source-number'; blockId: string; followers?: readonly string[] }>;
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
  /** Short names of units in a block, as written and as they should be. */
  unitNames: UnitNames;
  /** Short names of the bureau's dictionary; empty where it has none of its own. */
  knownUnits: readonly string[];
  /** Commas, brackets and colons are half-width throughout, as in texts copied from web pages. */
  halfWidth: boolean;
}>;

/** A rule that was not asked: for this document, in the whole bureau, by its template, or by the caller. */
export const offReasons = ['document', 'bureau', 'template', 'caller'] as const;
export type RuleOff = Readonly<{ rule: string; title: string; by: (typeof offReasons)[number] }>;
export const offReasonNames: Readonly<Record<RuleOff['by'], string>> = {
  document: '本文稿停用',
  bureau: '本单位停用',
  template: '模板停用',
  caller: '本次停用',
};

export type CheckResult = Readonly<{
  /** Those that are open. */
  findings: readonly Finding[];
  /** Those let stand with a reason that still holds; not counted. */
  waived: readonly WaivedFinding[];
  functions: FunctionAssessments;
  counts: Readonly<Record<Severity, number>>;
  /** Rules that were not asked. */
  off: readonly RuleOff[];
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
