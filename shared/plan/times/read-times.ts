import type { Block } from '../../document/block';
import { byBlock } from '../../document/by-block';
import type { GovDocument } from '../../document/document';
import { blockText } from '../../document/plain-text';
import { foldedText } from '../../recognise/lines/folded-text';
import { documentDay } from './document-day';

/** A date, a deadline or a period in the text. */
export type TimeInText = Readonly<{
  blockId: string;
  /** Where it stands in the text of its block. */
  start: number;
  end: number;
  words: string;
  /** First and last month it reaches, counted from year 0: 2026年3月 is 2026 × 12 + 3. */
  from: number;
  to: number;
  kind: 'deadline' | 'period' | 'date';
  /** The words name no year (年底前, 明年上半年): resolved against the year of issue. */
  relative: boolean;
  /** What is said of it: its clause, behind the lead of the item it stands in. */
  said: string;
}>;

/** The times of a document in their order, and the relative ones that no year of issue resolves. */
export type TimesInText = Readonly<{
  times: readonly TimeInText[];
  unresolved: readonly Pick<TimeInText, 'blockId' | 'start' | 'end' | 'words'>[];
  /** Year of the 成文日期; null where there is none. */
  issuedIn: number | null;
}>;

const yearWords: Readonly<Record<string, number>> = {
  前年: -2,
  去年: -1,
  上年: -1,
  今年: 0,
  本年: 0,
  本年度: 0,
  明年: 1,
  后年: 2,
};
const halves: Readonly<Record<string, readonly [number, number]>> = { 上半年: [1, 6], 下半年: [7, 12] };
const seasons = '一二三四';

/** 五年规划 by its name: 十四五 is 2021 to 2025. */
const fiveYears: Readonly<Record<string, number>> = {
  十二五: 2011,
  十三五: 2016,
  十四五: 2021,
  十五五: 2026,
  十六五: 2031,
};

const year = '(?:19|20)\\d{2}';
const within = `(?:第?[一二三四1-4]季度|[上下]半年|\\d{1,2}月(?:\\d{1,2}日|[上中下]旬)?)`;
const closing = '(?:年?[底末]|年?内|年?终)?(?:之?前|以前)?';
const pattern = new RegExp(
  [
    `(?<!\\d)(?<first>${year})年?(?:(?<firstMonth>\\d{1,2})月)?[—\\-~～至到]+(?<last>${year})年(?:(?<lastMonth>\\d{1,2})月)?`,
    `[“"](?<plan>${Object.keys(fiveYears).join('|')})[”"](?:时期|期间|规划期|末)?`,
    `(?<!\\d)(?<year>${year})年(?<within>${within})?${closing}`,
    `(?<relative>${Object.keys(yearWords).join('|')})(?<relativeWithin>${within})?${closing}`,
    `(?<![年每当半两几数多一二三四五六七八九十\\d])(?<bare>年底|年末|年内|上半年|下半年)(?:之?前|以前)?(?!度)`,
  ].join('|'),
  'gu',
);

/** What stands between 《》 and 〔〕 is the name or number of a document; the number of a law is no time of the plan either. */
const quoted = /《[^》]*》|〔[^〕]*〕/g;

type Raw = Omit<TimeInText, 'from' | 'to' | 'blockId'> &
  Readonly<{
    /** Absolute, or against the year of issue where `relative`. */
    years: readonly [number, number];
    months: readonly [number, number];
  }>;

const monthsWithin = (words: string | undefined): readonly [number, number] => {
  if (words === undefined) return [1, 12];
  const half = halves[words];
  if (half) return half;
  const [, season] = /([一二三四1-4])季度/.exec(words) ?? [];
  if (season) {
    const last = (seasons.includes(season) ? seasons.indexOf(season) + 1 : Number(season)) * 3;
    return [last - 2, last];
  }
  const month = Number(/^\d+/.exec(words)?.[0] ?? 0);
  return month >= 1 && month <= 12 ? [month, month] : [1, 12];
};

/** Ends of sentences and of cells. */
const stops = ['。', '；', '！', '\n', '\t'];

/** To the ends of the clause, without the signs around it. */
const clauseAround = (text: string, start: number, end: number): string => {
  const before = start === 0 ? -1 : Math.max(...stops.map((stop) => text.lastIndexOf(stop, start - 1)));
  const behind = stops.map((stop) => text.indexOf(stop, end)).filter((at) => at >= 0);
  return text.slice(before + 1, Math.min(...behind, text.length)).trim();
};

/** The lead of a run-in clause, where the words stand behind it: “2027年底前完成” alone does not say what. */
const leadBefore = (block: Block, text: string, start: number): string => {
  const end = block.type === 'clause' && block.runIn ? text.indexOf('。') : -1;
  return end > 0 && end < start ? `${text.slice(0, end)}：` : '';
};

/** A deadline says until when (前, 底, 年内), or is what is to be reached by then (到2028年, 力争2030年). */
const isDeadline = (words: string, before: string): boolean =>
  /前$|[底末内]$/.test(words) || /(?:到|至|力争|争取|于|在)$/.test(before);

const readBlock = byBlock((block: Block): readonly Raw[] => {
  if (block.type === 'title' || block.type === 'subtitle' || block.type === 'dateLine') return [];
  const text = blockText(block);
  const folded = foldedText(block).replace(quoted, (name) => '　'.repeat(name.length));
  return [...folded.matchAll(pattern)].map(({ 0: found, index, groups = {} }): Raw => {
    const start = index;
    const end = index + found.length;
    const place = {
      start,
      end,
      words: text.slice(start, end),
      said: leadBefore(block, text, start) + clauseAround(text, start, end),
    };
    const deadline = isDeadline(found, folded.slice(Math.max(0, index - 2), index));
    const { first, last, plan, relative, bare } = groups;
    if (first !== undefined && last !== undefined)
      return {
        ...place,
        kind: 'period',
        relative: false,
        years: [Number(first), Number(last)],
        months: [Number(groups.firstMonth ?? 1), Number(groups.lastMonth ?? 12)],
      };
    if (plan !== undefined) {
      const from = fiveYears[plan]!;
      const years: readonly [number, number] = found.endsWith('末') ? [from + 4, from + 4] : [from, from + 4];
      return { ...place, kind: 'period', relative: false, years, months: [1, 12] };
    }
    const kind = deadline ? 'deadline' : 'date';
    if (groups.year !== undefined) {
      const at = Number(groups.year);
      return { ...place, kind, relative: false, years: [at, at], months: monthsWithin(groups.within) };
    }
    const shift = relative === undefined ? 0 : yearWords[relative]!;
    const months = monthsWithin(relative === undefined ? bare : groups.relativeWithin);
    return { ...place, kind, relative: true, years: [shift, shift], months };
  });
});

/**
 * Every date, deadline and period of the text, also in cells; titles and names of documents are left out.
 * @returns times by when they end, then by place
 */
export const readTimes = (document: Pick<GovDocument, 'parts'>): TimesInText => {
  const day = documentDay(document);
  const issuedIn = day === null ? null : Number(day.slice(0, 4));
  const times: TimeInText[] = [];
  const unresolved: Pick<TimeInText, 'blockId' | 'start' | 'end' | 'words'>[] = [];
  for (const { children } of document.parts)
    for (const block of children)
      for (const { years, months, ...raw } of readBlock(block)) {
        if (raw.relative && issuedIn === null) {
          unresolved.push({ blockId: block.id, start: raw.start, end: raw.end, words: raw.words });
          continue;
        }
        const base = raw.relative ? (issuedIn ?? 0) : 0;
        const from = (base + years[0]) * 12 + months[0];
        times.push({ ...raw, blockId: block.id, from, to: Math.max(from, (base + years[1]) * 12 + months[1]) });
      }
  return { times: times.toSorted((one, other) => one.to - other.to || one.from - other.from), unresolved, issuedIn };
};
