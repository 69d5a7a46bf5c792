/** What the person looks for and how. */
export type SearchQuery = Readonly<{
  text: string;
  /** `text` is a regular expression. */
  pattern: boolean;
  caseSensitive: boolean;
  /** Latin words and numbers are found as wholes only. */
  wholeWord: boolean;
}>;

/** A query as the parts of a regular expression, or what is wrong with it in a sentence. */
export type CompiledQuery = Readonly<{ source: string; flags: string }> | Readonly<{ problem: string }>;

const longestQuery = 500;

/** What V8 says of a bad pattern, and the same for people. */
const problems: readonly (readonly [RegExp, string])[] = [
  [/Unterminated group|Unmatched '\)'/, '圆括号没有成对。'],
  [/Unterminated character class|Lone quantifier brackets/, '方括号或花括号没有成对。'],
  [/Nothing to repeat/, '* + ? 前面没有可以重复的内容。'],
  [/[Oo]ut of order/, '范围的前后颠倒了。'],
  [/\\ at end/, '末尾的 \\ 后面缺少内容。'],
  [/[Ii]nvalid (?:Unicode |decimal )?escape/, '\\ 后面的字符不能这样写。'],
];

const describe = (error: unknown): string => {
  const message = error instanceof Error ? error.message.replace(/^Invalid regular expression: \/.*\/\w*: /s, '') : '';
  return problems.find(([pattern]) => pattern.test(message))?.[1] ?? '正则写得不完整。';
};

const word = '[A-Za-z0-9]';

/** Words are taken as they stand, a pattern is tried out. */
export const compileQuery = ({ text, pattern, caseSensitive, wholeWord }: SearchQuery): CompiledQuery => {
  if (text.length > longestQuery) return { problem: `查找内容最多 ${longestQuery} 字。` };
  const flags = caseSensitive ? 'gu' : 'giu';
  const plain = pattern ? text : text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  try {
    new RegExp(plain, flags);
  } catch (error) {
    return { problem: describe(error) };
  }
  if (!wholeWord) return { source: plain, flags };
  return { source: `(?<!${word}(?=${word}))(?:${plain})(?!(?<=${word})${word})`, flags };
};

/** The text that takes the place of a hit; with a pattern, $1 to $99 are its groups, $& the hit, $$ a dollar sign. */
export const expandReplacement = (replacement: string, pattern: boolean, groups: readonly string[]): string =>
  pattern
    ? replacement.replace(/\$(\$|&|\d{1,2})/g, (sign, what: string) => {
        if (what === '$') return '$';
        if (what === '&') return groups[0] ?? '';
        const both = Number(what);
        if (both > 0 && both < groups.length) return groups[both]!;
        const first = Number(what[0]);
        // $12 with fewer than twelve groups is the first one and a 2.
        return what.length === 2 && first > 0 && first < groups.length ? groups[first]! + what[1] : sign;
      })
    : replacement;
