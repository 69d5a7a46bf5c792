import type { Block } from '../../document/block';
import { byBlock } from '../../document/by-block';
import type { GovDocument } from '../../document/document';
import { isHeading } from '../../document/is-heading';
import { blockText } from '../../document/plain-text';
import type { DocumentFunction } from '../../functions/types';
import { foldedText } from '../../recognise/lines/folded-text';
import type { Indicator } from './indicator';
import { issueYear } from './issue-year';
import { maskNoise } from './mask-noise';
import { isScore } from './names';
import {
  apart,
  condition,
  fromBase,
  inYears,
  type Phrase,
  readPhrase,
  type Statement,
  shareNames,
  startOfSentence,
  toTarget,
} from './phrase';
import { type Quantity, readQuantities } from './quantity';
import { lastYear, readYears, type Year } from './years';

const maskedText = byBlock((block) => maskNoise(foldedText(block)));
/** The last year a block names. */
const yearIn = byBlock((block) => lastYear(maskedText(block)));

const kindBehind = (text: string, at: number): Indicator['kind'] => {
  const kind = /^[^，。；]{0,8}?[（〔](约束性|预期性)/.exec(text.slice(at))?.[1];
  return kind === undefined ? null : kind === '约束性' ? 'constrained' : 'expected';
};

/** The indicators that one block states by itself, each with the year that the block says for it. */
export const statementsIn = byBlock((block: Block): readonly Statement[] => {
  if (block.type === 'table') return [];
  const text = maskedText(block);
  const quantities = readQuantities(text);
  if (quantities.length === 0) return [];
  // 由2025年的38%提高: the year of a base is not what the sentence is about.
  const years = readYears(text).filter(({ start }) => !/[由从]/.test(text.charAt(start - 1)));
  const found: Statement[] = [];
  const written = blockText(block);
  /** A name as the text writes it. */
  const spelled = (name: string, from: number): string => {
    const at = text.indexOf(name, from);
    return at < 0 ? name : written.slice(at, at + name.length);
  };
  /** The years named before a place in its sentence. */
  const yearBefore = (at: number, other?: number | null): Year | undefined => {
    const from = startOfSentence(text, at);
    const before = years.filter(({ end, year }) => end <= at && year !== other);
    return before.findLast(({ start }) => start >= from) ?? before.at(-1);
  };
  const add = (phrase: Phrase, quantity: Quantity, base: Indicator['base'], own?: number): void => {
    found.push({
      name: spelled(phrase.name, startOfSentence(text, quantity.start)),
      value: quantity.value,
      unit: quantity.unit,
      start: phrase.start,
      end: phrase.end,
      year: own ?? yearBefore(quantity.start, base?.year)?.year ?? null,
      bound: quantity.bound,
      change: phrase.change,
      base,
      kind: kindBehind(text, phrase.end),
    });
  };
  for (let index = 0; index < quantities.length; index += 1) {
    const quantity = quantities[index]!;
    const from = Math.max(
      startOfSentence(text, quantity.start),
      found.at(-1)?.end ?? 0,
      quantities[index - 1]?.end ?? 0,
    );
    // A list of values behind one another: 85%、93%和100%.
    let last = index;
    while (
      last + 1 < quantities.length &&
      /^[、和及，]$/.test(text.slice(quantities[last]!.end, quantities[last + 1]!.start))
    )
      last += 1;
    const values = quantities.slice(index, last + 1);
    // 到2026年、2028年分别达到120家、150家.
    const paired = last > index ? inYears(text, from, values, years) : null;
    if (paired) {
      for (const [at, { phrase, year }] of paired.entries()) add(phrase, values[at]!, null, year);
      index = last;
      continue;
    }
    const open = startOfSentence(text, quantity.start);
    const said = found.filter(({ start }) => start >= open);
    const list = last > index ? shareNames(text, from, values, said) : [];
    if (list.length > 0) {
      for (const [at, phrase] of list.entries()) add(phrase, quantities[index + at]!, null);
      index = last;
      continue;
    }
    // 由2025年的38%提高到42%: this value is where the next one comes from.
    const next = quantities[index + 1];
    const words = text.slice(from, quantity.start);
    if (next && fromBase.test(words) && toTarget.test(text.slice(quantity.end, next.start))) {
      const name = readPhrase(text, { ...quantity, start: from + words.search(fromBase) }, from);
      if (name) {
        const year = lastYear(words.slice(words.search(fromBase)));
        add({ ...name, end: next.end }, next, { value: quantity.value, unit: quantity.unit, year });
        index += 1;
        continue;
      }
    }
    // 规模达到3000亿元，占比45%，年均增长15%: what grows is what has a size.
    const sized =
      found.findLast(({ unit, start }) => !/%/.test(unit) && start >= startOfSentence(text, from)) ?? found.at(-1);
    const phrase = readPhrase(
      text,
      quantity,
      from,
      sized && sized.start >= startOfSentence(text, from) ? sized : undefined,
    );
    // 面积5000平方米以上的楼宇, 达到20家的，给予…: whom a rule is for.
    if (phrase && !phrase.behind && !/[%‰]/.test(quantity.unit) && condition.test(text.slice(quantity.end))) continue;
    if (!phrase || (quantity.unit === '' && !isScore(phrase.name) && !/[≥≤＞＜]$/.test(words))) continue;
    for (const one of apart(text, phrase)) add(one, quantity, null);
  }
  return found;
});

/** The same object as long as block and year stay: who keeps a list of them sees at a glance what is new in it. */
const known = new WeakMap<Statement, Indicator>();
const inYear = (statement: Statement, blockId: string, year: number | null): Indicator => {
  const before = known.get(statement);
  if (before && before.blockId === blockId && before.year === year) return before;
  const indicator = { ...statement, blockId, year };
  known.set(statement, indicator);
  return indicator;
};

/** A heading or opening sentence that gives the year for what follows: 到2030年，实现以下目标：. */
const opens = /(?:目标|如下|以下|分别|：)[^。]{0,12}[：。]?$/;

/**
 * Targets and base values that the running text states, in reading order: where goals are written, and elsewhere for
 * years from that of issue on; without any year everywhere but in the safeguards. A phrase without a year of its own has that of the sentence before it in its block,
 * else that of the heading or opening sentence above.
 */
export const readIndicators = (
  document: Pick<GovDocument, 'parts' | 'meta'>,
  functions: ReadonlyMap<string, DocumentFunction>,
): readonly Indicator[] => {
  const issued = issueYear(document);
  return document.parts.flatMap((part) => {
    const title = part.children.find(({ type }) => type === 'title');
    const planned = title ? lastYear(foldedText(title)) : null;
    /** By level of the clause that said it, behind them the last paragraph of goals. */
    const years: (number | null)[] = [null, null, null, null, null, null];
    return part.children.flatMap((block): Indicator[] => {
      if (block.type === 'table') return [];
      const goals = functions.get(block.id) === 'goals';
      const safeguards = functions.get(block.id) === 'safeguards';
      if (block.type === 'clause') years.fill(null, isHeading(block) ? block.level : 5);
      let running = years.findLast((year) => year !== null) ?? (goals ? planned : null);
      const found = statementsIn(block).flatMap((statement): Indicator[] => {
        running = statement.year ?? running;
        const wanted = goals || (running === null ? !safeguards : issued === null || running >= issued);
        return wanted ? [inYear(statement, block.id, running)] : [];
      });
      const text = maskedText(block);
      const year = yearIn(block);
      if (year !== null && block.type === 'clause' && (goals || opens.test(text) || isHeading(block)))
        years[block.level] = year;
      else if (year !== null && (goals || text.endsWith('：'))) years[5] = year;
      return found;
    });
  });
};
