import type { Indicator } from './indicator';
import {
  beginsWithVerb,
  cleanName,
  cleanNoun,
  endsWithVerb,
  isName,
  splitNames,
  wholeDeed,
  withoutDeeds,
} from './names';
import type { Quantity } from './quantity';
import { stripYears, type Year } from './years';

/** Verbs behind which the value stands that an indicator comes to. */
const reach =
  '(?:(?:力争|争取|确保)?(?:达到或超过|达到|达成|达|提高到|提高至|提升到|提升至|提到|提至|增加到|增加至|增长到|增长至|增至|扩大到|扩大至|上升到|上升至|升至|降低到|降低至|降到|下降到|下降至|降至|减少到|减少至|减至|压减到|压减至|压降至|压缩到|压缩至|缩减到|缩减至|缩短到|缩短至|延长到|延长至|控制在|控制到|保持在|保持|稳定在|维持在|稳定|超过|突破|不得?低于|不得?高于|不得?少于|不得?超过|不大于|不小于|高于|低于|大于|小于|为|实现|完成|至少|是|[≥≤＞＜〈〉><]))';
/** Verbs behind which the amount stands by which an indicator changes. */
const changes =
  '(?:年均增长|年均增速|年均下降|年均提高|同比增长|同比下降|累计增长|累计下降|累计降低|累计提高|平均增长|平均增速|增长|增加|提高|提升|上升|下降|降低|减少|精简|节约|压降|压减|压缩|缩短|缩减|增速|增幅|降幅|净增)';
const hedges = '(?:约|近|至少|不少于|不低于|超过|达到|达|到|在|力争|左右|同比|均)*';

const reachEnd = new RegExp(`(?:(?<![人户地平年])均|分别|都|也|总数|总量|累计|合计|共)*${reach}${hedges}$`);
// 提高到 says where it gets, not by how much.
const changeEnd = new RegExp(
  `(?:(?<![人户地平年])均|分别|都|也)*(?:${changes}${hedges}(?<!(?<!达)到|在)|(?:年均|平均)?(?:增速|增幅|降幅)(?:保持|稳定|维持|控制)(?:在|到)?${hedges})$`,
);
const together = /分别|各/;

/** What one block says by itself; a year it does not say may be known from the text before it. */
export type Statement = Omit<Indicator, 'blockId'>;

/** Words before the value that another one starts from: 由2025年的. */
export const fromBase =
  /(?:由|从|比|较)(?:(?:(?:19|20)\d{2}|上)年(?:底|末)?的?|目前的?|现在的?|现有的?|“十[一二三四五]五”(?:末|期末|时期)的?)?(?:的)?$/;
/** Words between a base and its target: 提高到2028年的. */
export const toTarget = new RegExp(
  `^(?:以上|左右)?，?(?:逐步|稳步|进一步)?(?:${reach}|到|至)${hedges}(?:(?:19|20)\\d{2}年(?:底|末)?的?)?$`,
);

const sentenceEnd = /[。；！？]/;
/** Offset behind the last end of a sentence before a place. */
export const startOfSentence = (text: string, at: number): number => {
  for (let place = at - 1; place >= 0; place -= 1) if (sentenceEnd.test(text.charAt(place))) return place + 1;
  return 0;
};

/** Behind a quantity that a verb counts, what is counted: 120个|养老站点，. */
type Noun = Readonly<{ name: string; end: number }>;
const noNoun = (end: number): Noun => ({ name: '', end });
/** Up to the end of the clause, or the next number: brackets inside a name stay, 甲、乙 are one name. */
const counted =
  /^(?:的|余|多)*(?:（[^（）]{1,4}）)?(?<words>[^，。；：！？（）＊\d、](?:[^，。；：！？（）＊\d、和及与]|（[^（）\d]{1,6}）(?=[\u4e00-\u9fff])|[、和及与](?!\d)){1,60})/;
/** What only says what the things counted are like: 具备较强实力的, 创新力、竞争力强的, 年销售达千万元以上的. */
const describes = /^(?:具有|具备|拥有|有|以|符合|达到)|(?:[强高大足好多优著先名色力度级上下广新]|领域|方面)$/;
const nounBehind = (text: string, at: number): Noun => {
  const found = counted.exec(text.slice(at));
  if (!found) return noNoun(at);
  const end = at + found[0].length;
  const words = found.groups!.words!;
  const cut = words.lastIndexOf('的');
  const [before, behind] = [words.slice(0, Math.max(cut, 0)), words.slice(cut + 1)];
  // 关联企业的培育和招商: what is done with the things, not the things.
  const things =
    cut < 0 ? words : beginsWithVerb(behind) || behind.length < 2 ? before : describes.test(before) ? behind : words;
  const name = withoutDeeds(things);
  return name.length >= 2 && name.length <= 32 ? { name: cleanNoun(name), end } : noNoun(at);
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

/** A name with the stretch of text that states its value; `behind`: the name stands behind the number. */
export type Phrase = Readonly<{ name: string; start: number; end: number; change: boolean; behind: boolean }>;

const deedBehind = /^[^，。；：！？＊、\d（）的]{2,12}(?=[，。；：！？、]|$)/;

/** The phrase around a quantity in the words from `from` on; null when it names nothing. */
export const readPhrase = (text: string, quantity: Quantity, from: number, before?: Statement): Phrase | null => {
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
  // 原则上实现100%自助办 is an aim; 原则上不超过1% a rule.
  const at = (verb: RegExpExecArray): string =>
    cleanName(phrase.slice(0, verb.index).replace(/^(?:实现|完成)/.test(verb[0]) ? /原则上$/ : '', ''));
  const changed = changeEnd.exec(phrase);
  const reached = reachEnd.exec(phrase);
  if (changed && isAmount(quantity) && (!reached || changed.index <= reached.index)) {
    // …专利授权量为15000件，同比增长20%: of what was said before.
    const own = at(changed);
    const of = own || (before?.name ?? '');
    const name = of && of + (/(?:年均)?(?:增速|增幅|降幅)/.exec(changed[0])?.[0] ?? '');
    if (isName(name)) return { name, start, end: quantity.end, change: true, behind: false };
  }
  const noun = isCountable(quantity) ? nounBehind(text, quantity.end) : noNoun(quantity.end);
  // 城市大脑完成10个重点领域、20个应用场景: a list of what is counted, each behind its number.
  const opensList = isName(noun.name) && /^[、和及与]\d/.test(text.slice(noun.end));
  if (reached && opensList && /(?:完成|实现)$/.test(reached[0]))
    return { name: noun.name, start, end: noun.end, change: false, behind: true };
  if (reached) {
    // 资源目录完成100%上架开放: what is done to all of them belongs to the name.
    const deed =
      /[%‰]/.test(quantity.unit) && /(?:完成|实现)$/.test(reached[0]) && deedBehind.exec(text.slice(quantity.end));
    // 2027年出省带宽超过500Gbps，2030年超过1000Gbps: of what was said before.
    const goesOn = before && (before.change || before.unit === quantity.unit || before.unit === '个百分点');
    const own = at(reached) || (goesOn ? before.name : '');
    const name = `${own}${deed ? deed[0] : ''}`;
    if (isName(name)) return { name, start, end: quantity.end, change: false, behind: false };
  }
  const isShare = /[%‰]/.test(quantity.unit);
  if (!isCountable(quantity) && !isShare && !/岁|天/.test(quantity.unit)) return null;
  const name = cleanName(isShare ? phrase.replace(/原则上$/, '') : phrase);
  const named = isName(name);
  if (isShare) {
    // 政务服务事项100%实现网上办理; 60%以上事项掌上办理.
    const done = wholeDeed(text.slice(quantity.end));
    if (named && done)
      return {
        name: `${name}${done.words}`.replace(/[“”]/g, ''),
        start,
        end: quantity.end + done.length,
        change: false,
        behind: false,
      };
    const share = shareBehind(text, quantity.end);
    // 助餐点覆盖全市90%以上社区: of what it covers so much.
    const covering = /^(.{2,}覆盖)(?:全[市县省区])?$/.exec(name);
    if (covering && isName(share.name))
      return { name: `${covering[1]}${share.name}`, start, end: share.end, change: false, behind: false };
    const measured = named && (/(?:率|比|比重|比例|度|水平|系数)$/.test(name) || share.name.length < 6);
    if (measured) return { name, start, end: quantity.end, change: false, behind: false };
    return isName(share.name) && share.name.length >= 4 ? { ...share, start, change: false, behind: true } : null;
  }
  // 洽谈对接100家企业: what is counted stands behind, before it only what is done.
  const counts =
    isName(noun.name) &&
    !/^(?:增|提[高升]|上升|下降|降|减|压|覆盖|投入|占|建成|达到|实现|纳入|完成|居|并|和|以|左|用)/.test(noun.name);
  // 60个以上资源池、20个以上主题库: in a list of things counted each stands behind its number.
  const listed = /[、和及与]$/.test(words);
  if (counts && (!named || listed || name.length <= 5 || endsWithVerb(name) || /^每[个家所]/.test(name)))
    return { name: noun.name, start, end: noun.end, change: false, behind: true };
  return named ? { name, start, end: quantity.end, change: false, behind: false } : null;
};

/** One name with a value for each of several years; null where the years and values do not pair. */
export const inYears = (
  text: string,
  from: number,
  quantities: readonly Quantity[],
  years: readonly Year[],
): readonly Readonly<{ phrase: Phrase; year: number }>[] | null => {
  const [first] = quantities;
  const words = text.slice(from, first!.start);
  const open = startOfSentence(text, first!.start);
  const named = years.filter(({ start, end }) => start >= open && end <= first!.start);
  const listed = named.every(({ start }, at) => at === 0 || /^[、和及]$/.test(text.slice(named[at - 1]!.end, start)));
  if (named.length < 2 || named.length !== quantities.length || !listed || !together.test(words)) return null;
  const phrase = readPhrase(text, first!, from);
  // 城区、镇区分别达到85%、93%: the values belong to the names.
  if (!phrase || phrase.behind || splitNames(phrase.name).length > 1) return null;
  return quantities.map(({ start, end }, at) => ({
    phrase: at === 0 ? phrase : { ...phrase, start, end },
    year: named[at]!.year,
  }));
};

/** 甲率、乙率均达到45%, 甲、乙各20个: one each. */
export const apart = (text: string, phrase: Phrase): readonly Phrase[] => {
  if (phrase.behind || !/[均都]|各\d[^，。；]*$/.test(text.slice(phrase.start, phrase.end))) return [phrase];
  const listed = splitNames(phrase.name);
  const names = (listed.length > 1 ? listed : phrase.name.split(/[和与及]/)).map(cleanName);
  return names.length > 1 && names.every((name) => name.length >= 4 && isName(name))
    ? names.map((name) => ({ ...phrase, name }))
    : [phrase];
};

/** Behind a quantity that only says whom a rule is for: 面积500平方米|以上的站点. */
export const condition =
  /^(?:（含）)?及?(?:以上|以下|以内)?(?:（含）)?的(?=[，、\u4e00-\u9fff])(?!(?:比例|比重|目标|速度|增速|水平|要求))/;

/** 甲、乙分别达到85%、93%: one name each. */
export const shareNames = (
  text: string,
  from: number,
  quantities: readonly Quantity[],
  said: readonly Statement[],
): readonly Phrase[] => {
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
  const change = changeEnd.test(words.slice(verb.index)) && !/[到至为达]$/.test(words);
  // 甲500亿元、乙600亿元，年均分别增长15%、10%: of what was said just before.
  const named = names.length > 0 || !change ? names : said.slice(-quantities.length).map(({ name }) => name);
  if (named.length < 2 || named.length !== quantities.length) return [];
  return named.map((name, index) => ({
    name,
    start: index === 0 ? first!.start - words.length : quantities[index]!.start,
    end: quantities[index]!.end,
    change,
    behind: false,
  }));
};
