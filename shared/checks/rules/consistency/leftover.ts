import type { Leftover } from '../../../document/document';
import { writtenText } from '../../../reuse/leftover-text';
import type { DocumentCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';

const rule = {
  id: 'consistency/leftover',
  severity: 'should',
  source: sources.editing,
  title: '旧稿留下的年份、地名、单位、人名和文件已逐一核对',
  examples: {
    right: '底稿：2021年|青山市\n云川市标准化工作实施方案\n一、工作目标\n2026年底前制定地方标准12项。',
    wrong: '底稿：2021年|青山市\n云川市标准化工作实施方案\n一、工作目标\n2021年底前制定地方标准12项。',
  },
} as const;

const names: Readonly<Record<Leftover['kind'], string>> = {
  year: '年份',
  place: '地名',
  unit: '单位',
  leader: '人名',
  document: '文件',
};

type Wanted = Readonly<{ pattern: RegExp; kinds: ReadonlyMap<string, Leftover['kind']> }>;
const known = new WeakMap<readonly Leftover[], Wanted | null>();

/** One pattern for all words, the longest first, so that a document is found before the year in its title. */
const wantedOf = (leftovers: readonly Leftover[]): Wanted | null => {
  const before = known.get(leftovers);
  if (before !== undefined) return before;
  const open = leftovers.filter(({ kept }) => !kept);
  const words = leftovers.map(({ text }) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const wanted =
    open.length > 0
      ? {
          // Words that are kept are read too: what stands within them is kept with them.
          pattern: new RegExp(words.toSorted((a, b) => b.length - a.length).join('|'), 'g'),
          kinds: new Map(open.map(({ kind, text }) => [text, kind] as const)),
        }
      : null;
  known.set(leftovers, wanted);
  return wanted;
};

export const leftover: DocumentCheck = {
  ...rule,
  reads: 'document',
  run: ({ meta }, { blocks }) => {
    const wanted = meta.leftovers && wantedOf(meta.leftovers);
    if (!wanted) return [];
    return blocks.flatMap((block) =>
      [...writtenText(block).matchAll(wanted.pattern)].flatMap(({ 0: text, index }) => {
        const kind = wanted.kinds.get(text);
        if (!kind) return [];
        const range = { start: index, end: index + text.length };
        return [findBlock(rule, block, `旧稿的${names[kind]}“${text}”还在文中，请改写或确认保留。`, range)];
      }),
    );
  },
};
