import type { Block } from '../../../document/block';
import { byBlock } from '../../../document/by-block';
import { computeLead } from '../../../document/lead';
import { blockText } from '../../../document/plain-text';
import { foldedText } from '../../../recognise/lines/folded-text';
import type { BlockCheck, DocumentCheck, Finding, Fix, RuleHead } from '../../types';

/** What of a rule a finding repeats. */
type Origin = Pick<RuleHead, 'id' | 'severity' | 'source'>;
type Range = Readonly<{ start: number; end: number }>;

/** Longest excerpt shown with a finding. */
const maxExcerpt = 40;

const cut = (text: string): string => (text.length > maxExcerpt ? `${text.slice(0, maxExcerpt - 1)}…` : text);

/** A finding about the whole document. */
export const findDocument = (rule: Origin, message: string, severity = rule.severity): Finding => ({
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
export const findBlock = (rule: Origin, block: Block, message: string, range?: Range, fix?: Fix): Finding => {
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

type Verdict = Readonly<{
  message: string;
  /** What to write instead of the match. */
  text?: string;
  /** A stretch of the match, where not all of it is meant; its start and end. */
  part?: readonly [number, number];
}>;

type PatternRule = RuleHead &
  Readonly<{
    /** Must be global. */
    pattern: RegExp;
    /** Match a copy with full-width punctuation (`fold`), so that texts from the web are judged alike. */
    folded?: true;
    /** Leave tables alone, whose text is put together from cells. */
    prose?: true;
    /** What every match holds, as a plain word or a pattern without lookaround: texts without it are passed over fast. */
    when?: string | RegExp;
    /** Null: this match is fine. */
    judge: (match: RegExpExecArray, block: Block) => Verdict | null;
  }>;

/** A check of every match of a pattern in each block, with a fix where one is given. */
export const patternCheck = ({ pattern, folded, prose, when, judge, ...rule }: PatternRule): BlockCheck => ({
  ...rule,
  reads: 'block',
  run: (block) => {
    if (prose && block.type === 'table') return [];
    const text = folded ? foldedText(block) : blockText(block);
    if (when !== undefined && !(typeof when === 'string' ? text.includes(when) : when.test(text))) return [];
    const found: Finding[] = [];
    for (const match of text.matchAll(pattern)) {
      const verdict = judge(match, block);
      if (!verdict) continue;
      const [from, to] = verdict.part ?? [0, match[0].length];
      const range = { start: match.index + from, end: match.index + to };
      const fix = verdict.text === undefined ? undefined : replacement(block, range, verdict.text);
      found.push(findBlock(rule, block, verdict.message, range, fix));
    }
    return found;
  },
});

type OnceRule = RuleHead &
  Readonly<{
    /** Must be global. */
    pattern: RegExp;
    folded?: true;
    prose?: true;
    message: (count: number, matches: readonly string[]) => string;
  }>;

/** A check that speaks once for a document, at the first match, however many there are. */
export const onceCheck = ({ pattern, folded, prose, message, ...rule }: OnceRule): DocumentCheck => {
  const matches = byBlock((block) =>
    prose && block.type === 'table'
      ? []
      : [...(folded ? foldedText(block) : blockText(block)).matchAll(pattern)].map(({ 0: text, index }) => ({
          block,
          text,
          start: index,
          end: index + text.length,
        })),
  );
  return {
    ...rule,
    reads: 'document',
    run: (_document, { blocks }) => {
      const found = blocks.flatMap(matches);
      const [first] = found;
      if (!first) return [];
      const said = message(found.length, [...new Set(found.map(({ text }) => text))]);
      return [findBlock(rule, first.block, said, first)];
    },
  };
};
