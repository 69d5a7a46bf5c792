import type { Block } from '../document/block';
import type { GovDocument } from '../document/document';
import { computeLead } from '../document/lead';
import { blockText } from '../document/plain-text';
import type { Check, Finding, Fix } from './types';

type RuleHead = Pick<Check, 'id' | 'severity' | 'source'>;
type Range = Readonly<{ start: number; end: number }>;

/** Longest excerpt shown with a finding. */
const maxExcerpt = 40;

const cut = (text: string): string => (text.length > maxExcerpt ? `${text.slice(0, maxExcerpt - 1)}…` : text);

/** A finding about the whole document. */
export const findDocument = (rule: RuleHead, message: string, severity = rule.severity): Finding => ({
  rule: rule.id,
  severity,
  blockId: null,
  start: 0,
  end: 0,
  excerpt: '',
  message,
  source: rule.source,
});

/** A finding in a block: in the given stretch of its text, else at its heading, else in all of it. */
export const findBlock = (rule: RuleHead, block: Block, message: string, range?: Range, fix?: Fix): Finding => {
  const text = blockText(block);
  const { start, end } = range ?? { start: 0, end: computeLead(block) || text.length };
  return {
    rule: rule.id,
    severity: rule.severity,
    blockId: block.id,
    start,
    end,
    excerpt: cut(text.slice(start, end)),
    message,
    source: rule.source,
    ...(fix && { fix }),
  };
};

/** Replaces a stretch; in a table, whose text is put together from its cells, there is no mechanical fix. */
export const replacement = (block: Block, range: Range, text: string): Fix | undefined =>
  block.type === 'table' ? undefined : { kind: 'replace', blockId: block.id, ...range, text };

export const allBlocks = (document: Pick<GovDocument, 'parts'>): readonly Block[] =>
  document.parts.flatMap((part) => part.children);

/** Blocks of notice and main text. Attachments are often tables flattened to lines, whose structure is a guess. */
export const textBlocks = (document: Pick<GovDocument, 'parts'>): readonly Block[] =>
  document.parts.filter(({ kind }) => kind !== 'attachment').flatMap((part) => part.children);

type PatternRule = Readonly<{
  /** Must be global. */
  pattern: RegExp;
  /** Null: this match is fine. `text` is what to write instead of the whole match. */
  judge: (match: RegExpExecArray, block: Block) => Readonly<{ message: string; text?: string }> | null;
}>;

/** Findings for every match of a pattern in any text of the document, with a fix where one is given. */
export const findPattern = (rule: RuleHead, document: GovDocument, { pattern, judge }: PatternRule): Finding[] =>
  allBlocks(document).flatMap((block) =>
    [...blockText(block).matchAll(pattern)].flatMap((match) => {
      const verdict = judge(match, block);
      if (!verdict) return [];
      const range = { start: match.index, end: match.index + match[0].length };
      const fix = verdict.text === undefined ? undefined : replacement(block, range, verdict.text);
      return [findBlock(rule, block, verdict.message, range, fix)];
    }),
  );
