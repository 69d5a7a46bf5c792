import type { Block } from '../document/block';
import { byBlock } from '../document/by-block';
import type { GovDocument } from '../document/document';
import { isHeading } from '../document/is-heading';
import { blockText } from '../document/plain-text';
import type { DocumentFunction } from '../functions/types';
import { foldedText } from '../recognise/lines/folded-text';
import type { Indicator } from './indicator';
import { issueYear } from './issue-year';
import { cleanName, cleanNoun, endsWithVerb, isName, isScore, splitNames } from './names';
import { type Quantity, readQuantities } from './quantity';
import { lastYear, readYears, stripYears, type Year } from './years';

/** Verbs behind which the value stands that an indicator comes to. */
const reach =
  '(?:(?:力争|争取|确保)?(?:达到或超过|达到|达成|达|提高到|提高至|提升到|提升至|提到|提至|增加到|增加至|增长到|增长至|增至|扩大到|扩大至|上升到|上升至|升至|降低到|降低至|降到|下降到|下降至|降至|减少到|减少至|减至|压减到|压减至|压降至|压缩到|压缩至|缩减到|缩减至|缩短到|缩短至|延长到|延长至|控制在|控制到|保持在|保持|稳定在|维持在|稳定|超过|突破|不低于|不高于|不少于|不超过|不大于|不小于|高于|低于|大于|小于|为|实现|完成|至少|是|[≥≤＞＜〈〉><]))';
/** Verbs behind which the amount stands by which an indicator changes. */
const changes =
  '(?:年均增长|年均增速|年均下降|年均提高|同比增长|同比下降|累计增长|累计下降|累计降低|累计提高|平均增长|平均增速|增长|增加|提高|提升|上升|下降|降低|减少|压减|压缩|缩短|缩减|增速|增幅|降幅|净增)';
const hedges = '(?:约|近|至少|不少于|不低于|超过|达到|达|到|在|力争|左右|同比|均)*';

const reachEnd = new RegExp(`(?:均|分别|都|也|总数|总量|累计|合计|共)*${reach}${hedges}$`);
const changeEnd = new RegExp(`(?:均|分别|都|也)*${changes}${hedges}$`);
const together = /分别|各/;

/** What one block says by itself; a year it does not say may be known from the text before it. */
type Statement = Omit<Indicator, 'blockId'>;

const fromBase =
  /(?:由|从|比|较)(?:(?:(?:19|20)\d{2}|上)年(?:底|末)?的?|目前的?|现在的?|现有的?|“十[一二三四五]五”(?:末|期末|时期)的?)?(?:的)?$/;
const toTarget = new RegExp(`^(?:以上|左右)?，?(?:逐步|稳步|进一步)?(?:${reach}|到|至)${hedges}$`);

const sentenceEnd = /[。；！？]/;
const startOfSentence = (text: string, at: number): number => {
  for (let place = at - 1; place >= 0; place -= 1) if (sentenceEnd.test(text.charAt(place))) return place + 1;
  return 0;
};

const titles = /《[^《》]*》|〔[^〔〕]*〕(?:\d+号)?/g;
/** The year that a change is measured from: 较2020年下降40%. */
const comparedYear = /(?<=[较比])(?:(?:19|20)\d{2}|上|去)年(?:底|末|同期)?(?=[\u4e00-\u9fff]*?\d)/g;
/** Numbers that describe what is counted (4A级景区, 产值50亿元以上的企业), not how much there is of it. */
const describing =
  /\d+(?=[A-Za-z])|(?<=(?:产值|收入|营收|规模|投资|估值|纳税|销售额)(?:超过|超|达到|达|突破|在)?)\d+(?:\.\d+)?(?=(?:万亿|[万亿])?元?(?:及?以上|以下)?的?[\u4e00-\u9fff]{0,20}?(?:企业|项目|园区|集群|平台|基地|产品))/g;

/** What says nothing of indicators is blotted out; the same length, so that offsets stay. */
const mask = (text: string): string =>
  text
    .replace(titles, (words) => '＊'.repeat(words.length))
    .replace(comparedYear, (words) => ' '.repeat(words.length))
    .replace(describing, (words) => '＃'.repeat(words.length));
const maskedText = byBlock((block) => mask(foldedText(block)));
/** The last year a block names. */
const yearIn = byBlock((block) => lastYear(maskedText(block)));

/** Behind a quantity that a verb counts, what is counted: 120个|养老站点，. */
type Noun = Readonly<{ name: string; end: number }>;
const nounBehind = (text: string, at: number): Noun => {
  // 5家具备较强实力、国内领先的工业互联网平台: what stands before the last 的 only describes.
  const found =
    /^(?:的|余|多)*(?:（[^（）]{1,4}）)?(?:(?:具有|具备|拥有|有|以)[^，。；：！？＊\d]{2,30}?的)?(?<noun>[^，。；：、！？（）＊\d]{2,30}?)(?=[，。；：、！？（）]|[和及与]\d|\d|$)/.exec(
      text.slice(at),
    );
  return found ? { name: cleanNoun(found.groups!.noun!), end: at + found[0].length } : { name: '', end: at };
};

/** What a share is a share of, and what becomes of it: 60%以上的事项实现掌上办理 is 事项掌上办理. */
const shareBehind = (text: string, at: number): Noun => {
  const found = /^(?:的)?(?<who>[^，。；：！？＊\d]{2,40}?)(?=[，。；：！？]|$)/.exec(text.slice(at));
  if (!found) return { name: '', end: at };
  const name = found.groups!.who!.replace(/^(?:的|以上的?|实现)+/, '').replace(/(?<=.{2})(?:实现|达到)/, '');
  return { name: name.replace(/[“”]/g, ''), end: at + found[0].length };
};

const isAmount = ({ unit }: Quantity): boolean => /[%‰点倍万亿元吨个天时钟项次家]/.test(unit);
const isCountable = ({ unit }: Quantity): boolean =>
  !/^(?:倍|级|分|位|期|届|次|天|小时|分钟|个百分点|百分点|岁)$/.test(unit);

type Phrase = Readonly<{ name: string; start: number; end: number; change: boolean; behind: boolean }>;

/** The phrase around a quantity in the words from `from` on; null when it names nothing. */
const readPhrase = (text: string, quantity: Quantity, from: number, before?: Statement): Phrase | null => {
  const words = text.slice(from, quantity.start);
  const cut = Math.max(...[...'，：；。'].map((sign) => words.lastIndexOf(sign)));
  let phrase = stripYears(words.slice(cut + 1));
  let start = quantity.start - phrase.length;
  // 森林覆盖率，力争达到42%: the name stands before the comma.
  if (
    cut > 0 &&
    !/(?:实现|完成)$/.test(phrase) &&
    new RegExp(`^(?:年均|平均|同比)?(?:${reach}|${changes})${hedges}$`).test(phrase)
  ) {
    const earlier =
      words
        .slice(0, cut)
        .split(/[，：；。]/)
        .at(-1) ?? '';
    if (earlier.length <= 24 && isName(cleanName(stripYears(earlier)))) {
      phrase = `${stripYears(earlier)}${phrase}`;
      start = quantity.start - phrase.length - 1;
    }
  }
  const at = (verb: RegExpExecArray): string => cleanName(phrase.slice(0, verb.index));
  const changed = changeEnd.exec(phrase);
  const reached = reachEnd.exec(phrase);
  if (changed && isAmount(quantity) && (!reached || changed.index <= reached.index)) {
    // …专利授权量为15000件，同比增长20%: of what was said before.
    const own = at(changed);
    const name = own === '' ? (before?.name ?? '') : own + (/(?:年均)?(?:增速|增幅|降幅)/.exec(changed[0])?.[0] ?? '');
    if (isName(name)) return { name, start, end: quantity.end, change: true, behind: false };
  }
  if (reached) {
    const name = at(reached);
    if (isName(name)) return { name, start, end: quantity.end, change: false, behind: false };
  }
  const isShare = /[%‰]/.test(quantity.unit);
  if (!isCountable(quantity) && !isShare && !/岁|天/.test(quantity.unit)) return null;
  const name = cleanName(phrase);
  const named = isName(name);
  if (isShare) {
    // 政务服务事项100%实现网上办理; 60%以上事项掌上办理.
    const done = /^(?:实现|完成|纳入|接入|通过)(?<what>[^，。；：！？＊\d]{2,20}?)(?=[，。；：！？、]|$)/.exec(
      text.slice(quantity.end),
    );
    if (named && done)
      return {
        name: `${name}${done.groups!.what}`.replace(/[“”]/g, ''),
        start,
        end: quantity.end + done[0].length,
        change: false,
        behind: false,
      };
    const share = shareBehind(text, quantity.end);
    const measured = named && (/(?:率|比|比重|比例|度|水平|系数)$/.test(name) || share.name.length < 6);
    if (measured) return { name, start, end: quantity.end, change: false, behind: false };
    return isName(share.name) && share.name.length >= 4 ? { ...share, start, change: false, behind: true } : null;
  }
  const noun = isCountable(quantity) ? nounBehind(text, quantity.end) : { name: '', end: 0 };
  // 洽谈对接100家企业: what is counted stands behind, before it only what is done.
  const counts = isName(noun.name) && !/^(?:覆盖|投入|占|建成|达到|实现|纳入|完成|居|并|和|以|左|用)/.test(noun.name);
  if (counts && (!named || name.length <= 5 || endsWithVerb(name)))
    return { name: noun.name, start, end: noun.end, change: false, behind: true };
  return named ? { name, start, end: quantity.end, change: false, behind: false } : null;
};

const kindBehind = (text: string, at: number): Indicator['kind'] => {
  const kind = /^[^，。；]{0,8}?[（〔](约束性|预期性)/.exec(text.slice(at))?.[1];
  return kind === undefined ? null : kind === '约束性' ? 'constrained' : 'expected';
};

/** 甲、乙分别达到85%、93%: one name each. */
const shared = (text: string, from: number, quantities: readonly Quantity[]): readonly Phrase[] => {
  const [first] = quantities;
  const words = stripYears(text.slice(from, first!.start));
  const verb = together.exec(words);
  if (!verb) return [];
  const clause =
    words
      .slice(0, verb.index)
      .split(/[；。：]/)
      .at(-1) ?? '';
  const names = splitNames(clause.split('，').at(-1) ?? '').flatMap((name) => {
    const clean = cleanName(name);
    return isName(clean) ? [clean] : [];
  });
  if (names.length < 2 || names.length !== quantities.length) return [];
  const change = changeEnd.test(words.slice(verb.index)) && !/[到至为达]$/.test(words);
  return names.map((name, index) => ({
    name,
    start: index === 0 ? first!.start - words.length : quantities[index]!.start,
    end: quantities[index]!.end,
    change,
    behind: false,
  }));
};

const readStatements = byBlock((block: Block): readonly Statement[] => {
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
  const add = (phrase: Phrase, quantity: Quantity, base: Indicator['base']): void => {
    found.push({
      name: spelled(phrase.name, startOfSentence(text, quantity.start)),
      value: quantity.value,
      unit: quantity.unit,
      start: phrase.start,
      end: phrase.end,
      year: yearBefore(quantity.start, base?.year)?.year ?? null,
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
    const list = last > index ? shared(text, from, quantities.slice(index, last + 1)) : [];
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
    if (phrase && (quantity.unit !== '' || isScore(phrase.name))) add(phrase, quantity, null);
  }
  return found;
});

/** A heading or opening sentence that gives the year for what follows: 到2030年，实现以下目标：. */
const opens = /(?:目标|如下|以下|分别|：)[^。]{0,12}[：。]?$/;

/**
 * Targets and base values that the running text states, in reading order: where goals are written, and elsewhere for
 * years from that of issue on. A phrase without a year of its own has that of the sentence before it in its block,
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
      const tasks = functions.get(block.id) === 'tasks';
      if (block.type === 'clause') years.fill(null, isHeading(block) ? block.level : 5);
      let running = years.findLast((year) => year !== null) ?? (goals ? planned : null);
      const found = readStatements(block).flatMap((statement): Indicator[] => {
        running = statement.year ?? running;
        const wanted = goals || (running === null ? tasks : issued === null || running >= issued);
        return wanted ? [{ ...statement, blockId: block.id, year: running }] : [];
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
