import { childOf, childrenOf, isOn, type XmlElement } from '../../file/parse-xml';
import { formatWordNumber } from './format-number';
import type { ListPlace } from './word-styles';

type ListLevel = Readonly<{
  start: number;
  format: string;
  text: string;
  suffix: string;
  /** Arabic digits for all levels (第1.1条 below 第一章). */
  legal: boolean;
  /** The level is not restarted by the one above. */
  runsOn: boolean;
}>;

type List = Readonly<{ abstract: string; levels: ReadonlyMap<number, ListLevel>; starts: ReadonlyMap<number, number> }>;

/** Word knows nine levels. */
const mostLevels = 9;

const integer = (element: XmlElement | undefined, fallback: number): number => {
  const value = Number.parseInt(element?.attributes.val ?? '', 10);
  return Number.isNaN(value) ? fallback : value;
};

const readLevel = (level: XmlElement): ListLevel => {
  const format = childOf(level, 'numFmt') ?? childOf(childOf(childOf(level, 'AlternateContent'), 'Fallback'), 'numFmt');
  return {
    start: integer(childOf(level, 'start'), 1),
    format: format?.attributes.val ?? 'decimal',
    text: childOf(level, 'lvlText')?.attributes.val ?? '',
    suffix: childOf(level, 'suff')?.attributes.val ?? 'tab',
    legal: isOn(level, 'isLgl'),
    runsOn: childOf(level, 'lvlRestart')?.attributes.val === '0',
  };
};

const readLevels = (parent: XmlElement | undefined): Map<number, ListLevel> =>
  new Map(childrenOf(parent, 'lvl').map((level) => [Number(level.attributes.ilvl ?? 0), readLevel(level)]));

/** What Word writes before a paragraph: its number with what stands around it, or the sign of a bullet. */
export type ShownNumber = Readonly<{ text: string; bullet: boolean }>;

/**
 * The automatic numbers of one document in the order of its paragraphs (ISO/IEC 29500-1 17.9): lists that share an
 * abstract definition count together, a level restarts when a higher one was used, overrides start once.
 */
export class WordNumbering {
  readonly #lists = new Map<string, List>();
  readonly #styleLevels = new Map<string, number>();
  readonly #counters = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();

  /** @param root of word/numbering.xml, undefined where there is none */
  constructor(root: XmlElement | undefined) {
    const abstracts = new Map(
      childrenOf(root, 'abstractNum').map((each) => [each.attributes.abstractNumId ?? '', each]),
    );
    const byStyleLink = new Map(
      [...abstracts].flatMap(([id, each]) => {
        const link = childOf(each, 'styleLink')?.attributes.val;
        return link === undefined ? [] : [[link, id] as const];
      }),
    );
    for (const list of childrenOf(root, 'num')) {
      const numId = list.attributes.numId ?? '';
      let abstract = childOf(list, 'abstractNumId')?.attributes.val ?? '';
      const link = childOf(abstracts.get(abstract), 'numStyleLink')?.attributes.val;
      if (link !== undefined) abstract = byStyleLink.get(link) ?? abstract;
      const definition = abstracts.get(abstract);
      const levels = readLevels(definition);
      const starts = new Map<number, number>();
      for (const override of childrenOf(list, 'lvlOverride')) {
        const level = Number(override.attributes.ilvl ?? 0);
        const own = childOf(override, 'lvl');
        if (own) levels.set(level, readLevel(own));
        const start = childOf(override, 'startOverride');
        if (start) starts.set(level, integer(start, 1));
      }
      this.#lists.set(numId, { abstract, levels, starts });
      for (const level of childrenOf(definition, 'lvl')) {
        const style = childOf(level, 'pStyle')?.attributes.val;
        if (style !== undefined) this.#styleLevels.set(`${numId} ${style}`, Number(level.attributes.ilvl ?? 0));
      }
    }
  }

  /** Level of a list whose definition names a paragraph style; null when none does. */
  levelOfStyle(numId: string, styleId: string): number | null {
    return this.#styleLevels.get(`${numId} ${styleId}`) ?? null;
  }

  /** Counts the next paragraph of a list; null when it shows no number. */
  count({ numId, level }: ListPlace): ShownNumber | null {
    const list = this.#lists.get(numId);
    const definition = list?.levels.get(level);
    if (!list || !definition || level < 0 || level >= mostLevels) return null;
    const counters = this.#counters.get(list.abstract) ?? [];
    this.#counters.set(list.abstract, counters);
    const override = list.starts.get(level);
    const first = override !== undefined && !this.#begun.has(`${numId} ${level}`);
    this.#begun.add(`${numId} ${level}`);
    const before = counters[level];
    counters[level] = first ? override : before === undefined ? definition.start : before + 1;
    for (let above = 0; above < level; above += 1) counters[above] ??= list.levels.get(above)?.start ?? 1;
    for (let below = level + 1; below < mostLevels; below += 1)
      if (!list.levels.get(below)?.runsOn) counters[below] = undefined;
    if (definition.format === 'bullet') return definition.text === '' ? null : { text: definition.text, bullet: true };
    const shown = definition.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const format = definition.legal ? 'decimal' : (list.levels.get(at)?.format ?? 'decimal');
      return formatWordNumber(format, counters[at] ?? 1);
    });
    if (shown.trim() === '') return null;
    // A space where Word leaves a gap, so that 第一章 and its heading do not run together.
    const gap = definition.suffix === 'nothing' || /[、.．）)\s]$/.test(shown) ? '' : ' ';
    return { text: shown + gap, bullet: false };
  }
}
