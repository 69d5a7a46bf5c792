import { fold } from '../../recognise/lines/fold';

/** A text to be compared: its heading, all its words with the heading, and the heading it stands under. */
export type ComparedText = Readonly<{ heading: string; words: string; chapter?: string }>;

/** How alike two texts are, and what they share, the most telling first. */
export type Likeness = Readonly<{ one: number; other: number; score: number; shared: readonly string[] }>;

/** Two neighbouring Chinese characters as one number, which is much faster than a string; or a Latin word. */
type Term = number | string;
const pairAt = (text: string, at: number): number => text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);

/** Pairs of neighbouring Chinese characters and Latin words, each with how often it occurs. */
const termsOf = (text: string): Map<Term, number> => {
  const terms = new Map<Term, number>();
  const count = (term: Term): void => void terms.set(term, (terms.get(term) ?? 0) + 1);
  for (const [run] of fold(text).matchAll(/[\u4e00-\u9fff]+|[A-Za-z0-9]*[A-Za-z][A-Za-z0-9]*/g)) {
    if (/[A-Za-z]/.test(run)) count(run.toLowerCase());
    else for (let at = 0; at + 1 < run.length; at += 1) count(pairAt(run, at));
  }
  return terms;
};

/** A heading counts once more than what stands under it, the heading of the chapter half as much. */
const headingWeight = 1;
const chapterWeight = 0.5;
/** Less than this in common says nothing, however little else there is. */
const leastCosine = 0.05;
/** A rival is taken for at least so alike: among few texts there may be none. */
const leastRival = 0.02;
const mostShared = 4;

/**
 * Compares every text of one list with every text of the other by the terms they share, rare ones counting more (TF-IDF
 * over pairs of characters, as Chinese has no spaces between words), and holds that against the best other match of
 * either: what resembles everything answers nothing, and where nothing is much alike a little says much. Nothing leaves
 * the machine.
 * @returns all pairs with enough in common, the most alike first; a score is cosine² ÷ √(rival of the one × rival of
 * the other), from 0 up; below 0.07 it says nothing
 */
export const compareTexts = (ones: readonly ComparedText[], others: readonly ComparedText[]): readonly Likeness[] => {
  const all = [...ones, ...others].map(({ heading, words, chapter = '' }) => ({
    heading: termsOf(heading),
    words: termsOf(words),
    chapter: termsOf(chapter),
  }));
  const held = new Map<Term, number>();
  for (const { heading, words } of all)
    for (const term of new Set([...heading.keys(), ...words.keys()])) held.set(term, (held.get(term) ?? 0) + 1);
  const rarity = (term: Term): number => Math.log((all.length + 1) / ((held.get(term) ?? 0) + 0.5));
  const weighed = all.map(({ heading, words, chapter }) => {
    const weights = new Map<Term, number>();
    const add = (term: Term, weight: number): void =>
      void weights.set(term, (weights.get(term) ?? 0) + weight * rarity(term));
    for (const [term, count] of words) add(term, 1 + Math.log(count));
    for (const term of heading.keys()) add(term, headingWeight);
    for (const term of chapter.keys()) add(term, chapterWeight);
    return weights;
  });
  const cosines = cosinesOf(weighed.slice(0, ones.length), weighed.slice(ones.length));
  const rowRivals = cosines.map(bestTwo);
  const columnRivals = others.map((_, other) => bestTwo(cosines.map((row) => row[other]!)));
  const rival = ([best, second]: readonly [number, number], own: number): number =>
    leastRival + (own < best ? best : second);
  return cosines
    .flatMap((row, one) =>
      row.flatMap((own, other): Likeness[] => {
        if (own < leastCosine) return [];
        const score =
          (own + leastRival) ** 2 / Math.sqrt(rival(rowRivals[one]!, own) * rival(columnRivals[other]!, own));
        return [
          {
            one,
            other,
            score,
            get shared() {
              return sharedWords(
                `${ones[one]!.heading}\n${ones[one]!.words}`,
                `${others[other]!.heading}\n${others[other]!.words}`,
                rarity,
              );
            },
          },
        ];
      }),
    )
    .toSorted((a, b) => b.score - a.score);
};

type Weights = ReadonlyMap<Term, number>;
const lengthOf = (weights: Weights): number => {
  let sum = 0;
  for (const weight of weights.values()) sum += weight * weight;
  return Math.sqrt(sum) || 1;
};

/** How alike each of the one is to each of the other, from 0 to 1; only terms that both have are walked. */
const cosinesOf = (ones: readonly Weights[], others: readonly Weights[]): readonly (readonly number[])[] => {
  const places = new Map<Term, Readonly<{ others: number[]; weights: number[] }>>();
  for (const [other, weights] of others.entries()) {
    const length = lengthOf(weights);
    for (const [term, weight] of weights) {
      const list = places.get(term);
      if (!list) places.set(term, { others: [other], weights: [weight / length] });
      else {
        list.others.push(other);
        list.weights.push(weight / length);
      }
    }
  }
  return ones.map((weights) => {
    const length = lengthOf(weights);
    const row = new Float64Array(others.length);
    for (const [term, weight] of weights) {
      const list = places.get(term);
      if (!list) continue;
      const own = weight / length;
      for (let at = 0; at < list.others.length; at += 1) row[list.others[at]!]! += own * list.weights[at]!;
    }
    return [...row];
  });
};

const bestTwo = (values: readonly number[]): readonly [number, number] => {
  let [best, second] = [0, 0];
  for (const value of values)
    if (value > best) [best, second] = [value, best];
    else if (value > second) second = value;
  return [best, second];
};

/** Signs that no word begins or ends with. */
const edges = /^[的和与及等在对为以把将并、，。；：（）“”\s\d]+|[的和与及等在对为以把将并、，。；：（）“”\s]+$/g;
/** So much of a text is searched for words that the other has too. */
const searched = 500;

/** The longest stretches that both texts have, the rarest first: what a person sees they have in common. */
const sharedWords = (one: string, other: string, rarity: (term: Term) => number): readonly string[] => {
  const [text, beside] = [fold(one).slice(0, searched), fold(other)];
  const found = new Map<string, number>();
  for (let at = 0; at < text.length; at += 1) {
    let length = 0;
    while (length < 16 && at + length < text.length && beside.includes(text.slice(at, at + length + 1))) length += 1;
    const word = text.slice(at, at + length).replace(edges, '');
    if (length < 2 || word.length < 2 || /[，。；：、（）%\d]/.test(word)) continue;
    let weight = 0;
    for (let place = 0; place + 1 < word.length; place += 1) weight += rarity(pairAt(word, place));
    found.set(word, weight);
    at += length - 1;
  }
  const words = [...found].toSorted((a, b) => b[1] - a[1]).map(([word]) => word);
  return words.filter((word, at) => !words.slice(0, at).some((longer) => longer.includes(word))).slice(0, mostShared);
};
