/** An entity of a web page left over in a text: where it stands, how it is written, what it stands for. */
type Entity = Readonly<{ index: number; source: string; character: string }>;

/** The named entities that Chinese web pages write; any other name stays as it is. */
const named: Readonly<Record<string, string>> = {
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  amp: '&',
  nbsp: '\u00a0',
  ensp: ' ',
  emsp: '\u3000',
  thinsp: ' ',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  middot: '·',
  bull: '•',
  times: '×',
  deg: '°',
  plusmn: '±',
  permil: '‰',
  sup1: '¹',
  sup2: '²',
  sup3: '³',
  frac12: '½',
  frac14: '¼',
  divide: '÷',
  minus: '−',
  le: '≤',
  ge: '≥',
  ne: '≠',
  asymp: '≈',
  radic: '√',
  infin: '∞',
  rarr: '→',
  sect: '§',
  para: '¶',
  yen: '¥',
  euro: '€',
  copy: '©',
  reg: '®',
  trade: '™',
  laquo: '«',
  raquo: '»',
  mu: 'μ',
  micro: 'µ',
  alpha: 'α',
  beta: 'β',
};

const entity = /&(?:([a-zA-Z]{2,6}\d{0,2})|#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6}));/g;

/** Control characters and halves of surrogate pairs are no text. */
const fromCode = (code: number): string | undefined =>
  code >= 0x20 && code <= 0x10ffff && !(code >= 0x7f && code < 0xa0) && !(code >= 0xd800 && code <= 0xdfff)
    ? String.fromCodePoint(code)
    : undefined;

/** Finds the entities of a text in order. */
export const findEntities = (text: string): Entity[] =>
  [...text.matchAll(entity)].flatMap((match) => {
    const [source, name, decimal, hex] = match;
    const character =
      name !== undefined ? named[name] : fromCode(decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal));
    return character === undefined ? [] : [{ index: match.index, source, character }];
  });
