import { titleCharactersPerLine } from './gb9704';
import { textWidth } from './text-width';

/** Cost of a break: 0 is where a reader pauses; `never` splits a word, a number or a name. */
const never = 1000;

const opening = '《“‘（〔【〈「『(';
const closing = '》”’）〕】〉」』)、，。：；！？·—…%％';
/** Kinds of document: what a title ends with (条例 art. 8 and plan documents). */
const kinds =
  /(?:若干政策措施|政策措施|若干措施|实施意见|指导意见|若干意见|意见|三年行动计划|行动计划|工作计划|计划|实施方案|工作方案|行动方案|方案|发展规划|规划|工作要点|要点|实施细则|细则|管理办法|办法|规定|通知|通报|通告|公告|决定|请示|报告|批复|函|纪要)$/;

/** Cost of a break before each character; index 0 and the end are not asked. */
const breakCosts = (text: string): number[] => {
  const costs = new Array<number>(text.length).fill(never);
  let previous = '';
  for (const { index, segment } of new Intl.Segmenter('zh-Hans', { granularity: 'word' }).segment(text)) {
    // Single characters are often pieces of a word the segmenter does not know.
    costs[index] = segment.length > 1 && previous.length > 1 ? 6 : 9;
    previous = segment;
  }
  const body = text.replace(/（[^（）]*）$/, '');
  const kind = kinds.exec(body);
  const about = text.indexOf('关于');
  let depth = 0;
  for (let at = 1; at < text.length; at += 1) {
    const before = text[at - 1]!;
    const after = text[at]!;
    if (opening.includes(before)) depth += 1;
    if (closing.includes(before) && '》”’）〕】〉」』)'.includes(before)) depth = Math.max(0, depth - 1);
    const two = text.slice(at - 2, at);
    if (at === about) costs[at] = 0;
    else if (at === about + 2 && about >= 0) costs[at] = 2;
    else if (kind && at === kind.index) costs[at] = before === '的' ? 0.5 : Math.min(costs[at]!, 3);
    else if ('、》”）'.includes(before)) costs[at] = 1;
    else if ('和与及'.includes(before) && costs[at] !== never) costs[at] = 3;
    else if ('《“（'.includes(after)) costs[at] = 1;
    else if (before === '的') costs[at] = 2.5;
    else if (two === '印发' || two === '转发') costs[at] = 1.5;
    if (/[0-9０-９A-Za-z.—-]/.test(before) && /[0-9０-９A-Za-z.—年月日号届次项个%％-]/.test(after)) costs[at] = never;
    if (before === '第' || (/[一二三四五六七八九十]/.test(before) && /[一二三四五六七八九十届年次]/.test(after)))
      costs[at] = never;
    // Inside 《》, “” or the issuer's name only when nothing else is left.
    if (depth > 0 || at < about) costs[at]! += 40;
    if (closing.includes(after) || opening.includes(before) || after === '的') costs[at] = never;
  }
  return costs;
};

/** How far the lines are from 梯形 or 菱形: even lines and hourglasses are to be avoided (7.3.1). */
const shapeCost = (widths: readonly number[]): number => {
  const longest = Math.max(...widths);
  const shortest = Math.min(...widths);
  const spread = longest - shortest;
  const steps = widths.slice(1).map((width, at) => Math.sign(width - widths[at]!));
  const firstFall = steps.indexOf(-1);
  const hourglass = firstFall >= 0 && steps.slice(firstFall).includes(1);
  const even = spread < 1 ? 12 : 0;
  const falling = steps.every((step) => step <= 0) ? 2 : 0;
  const stump = widths.at(-1)! < 3 ? 30 : 0;
  return even + falling + stump + (hourglass ? 25 : 0) + spread * 0.3 + Math.max(0, spread - 6) * 1.2;
};

/** All ways of `count` lines no wider than a line, and the cheapest; null when there is none. */
const bestBreaks = (
  text: string,
  costs: readonly number[],
  count: number,
): { cost: number; lines: string[] } | null => {
  const candidates = costs.flatMap((cost, at) => (at > 0 && cost < never ? [at] : []));
  let best: { cost: number; lines: string[] } | null = null;
  const search = (start: number, left: number, cost: number, lines: readonly string[]): void => {
    if (best && cost >= best.cost) return;
    if (left === 1) {
      const all = [...lines, text.slice(start)];
      const widths = all.map(textWidth);
      if (widths.at(-1)! > titleCharactersPerLine) return;
      const total = cost + shapeCost(widths);
      if (!best || total < best.cost) best = { cost: total, lines: all };
      return;
    }
    for (const at of candidates) {
      if (at <= start) continue;
      const line = text.slice(start, at);
      if (textWidth(line) > titleCharactersPerLine) break;
      search(at, left - 1, cost + costs[at]!, [...lines, line]);
    }
  };
  search(0, count, 0, []);
  return best;
};

/** No real title is longer; the ways to break one grow with every line. */
const mostLines = 5;

/** Where no sensible break fits: full lines, not starting with closing punctuation. */
const breakAnywhere = (text: string): string[] => {
  const lines = [''];
  for (const character of text) {
    const line = lines.at(-1)!;
    const full = textWidth(line + character) > titleCharactersPerLine - 1;
    if (full && !closing.includes(character)) lines.push(character);
    else lines[lines.length - 1] = line + character;
  }
  return lines;
};

const organ = /(?:局|委|委员会|办|办公室|办公厅|厅|府|部|院|会|行|署|中心|公司|法院|检察院|总队|支队)$/;

/** Joint issuers stand each on a line of its own, 关于 begins a new one; null for any other title. */
const breakJointIssuers = (text: string): string[] | null => {
  const about = text.indexOf('关于');
  const issuers = text.slice(0, Math.max(0, about)).split(/(?<=、)/);
  const all = issuers.every((name) => organ.test(name.replace(/、$/, '')) && textWidth(name) <= titleCharactersPerLine);
  return issuers.length > 1 && all ? [...issuers, ...breakLine(text.slice(about))] : null;
};

const breakLine = (text: string): string[] => {
  if (textWidth(text) <= titleCharactersPerLine) return [text];
  const joint = breakJointIssuers(text);
  if (joint) return joint;
  const costs = breakCosts(text);
  const fewest = Math.ceil(textWidth(text) / titleCharactersPerLine);
  if (fewest > mostLines) return breakAnywhere(text);
  const found = [fewest, fewest + 1].flatMap((count, more) => {
    const best = bestBreaks(text, costs, count);
    return best ? [{ ...best, cost: best.cost + more * 6 }] : [];
  });
  found.sort((a, b) => a.cost - b.cost);
  return found[0]?.lines ?? breakAnywhere(text);
};

/**
 * Breaks a title by meaning into lines of at most 20 characters, 梯形 or 菱形, words and names whole
 * (GB/T 9704-2012, 7.3.1: 词意完整、排列对称、长短适宜). Line feeds in the title are the writer's own lines and stay.
 * The lines joined give the title back, without its line feeds and outer white space.
 */
export const breakTitle = (title: string): string[] =>
  title
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap(breakLine);
