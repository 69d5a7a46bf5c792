const han = /\p{Script=Han}/gu;

/** The first characters, in pinyin order, of each initial: what stands between two of them begins with the first. */
const firsts = '阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥扨它穵夕丫帀';
const letters = 'abcdefghjklmnopqrstwxyz';

/** Initial of a character by the order of dictionaries; of several readings the usual one. Empty for rare characters. */
const initialOf = (character: string): string => {
  const order = new Intl.Collator('zh-Hans-CN-u-co-pinyin');
  for (let at = letters.length - 1; at >= 0; at -= 1)
    if (order.compare(character, firsts.charAt(at)) >= 0) return letters.charAt(at);
  return '';
};

/** Chinese characters of a name; each has one syllable. */
export const hanOf = (name: string): readonly string[] => name.match(han) ?? [];

/**
 * Syllables of a name, one a character with a space between: those known, else the initial alone, which is enough to
 * find it by its initials.
 */
export const readName = (name: string, known: ReadonlyMap<string, string>): string =>
  hanOf(name)
    .map((character) => known.get(character) ?? initialOf(character))
    .filter((syllable) => syllable !== '')
    .join(' ');
