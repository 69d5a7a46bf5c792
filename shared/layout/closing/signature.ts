import { blankLine, type FlowItem, type FlowParagraph, type FlowRow } from '../flow';
import { bodyCharacter, charactersPerLine, pointSizes, typeAreaWidth } from '../gb9704';
import type { LayoutOptions } from '../layout-options';
import { runsText } from '../text-runs';
import { textWidth } from '../text-width';

const twips = (characters: number): number => Math.round(Math.max(0, characters) * bodyCharacter);
const width = (paragraph: FlowParagraph): number => textWidth(runsText(paragraph.runs));
const widest = (paragraphs: readonly FlowParagraph[]): number => Math.max(0, ...paragraphs.map(width));
/** A paragraph that ends `characters` from the right edge. */
const fromRight = (paragraph: FlowParagraph, characters: number): FlowParagraph => ({
  ...paragraph,
  indent: { right: twips(characters) },
});

type Closing = Readonly<{ names: readonly FlowParagraph[]; dates: readonly FlowParagraph[] }>;

/**
 * Under a seal (7.3.5.1): the date four characters from the right, each name centred over it, two blank lines above so
 * that the seal (about 4.2 lines) sits within one line of the text. A name too wide for that stands flush right and
 * the date is centred under it.
 */
const sealed = ({ names, dates }: Closing): FlowItem[] => {
  const dateWidth = widest(dates);
  const dateRight = dates.length > 0 ? Math.max(4, (widest(names) - dateWidth) / 2) : 4;
  const centre = dateRight + dateWidth / 2;
  return [
    ...blankLine(2, true),
    ...[...names, ...dates].map((paragraph) =>
      fromRight(paragraph, dates.length > 0 ? centre - width(paragraph) / 2 : 4),
    ),
  ];
};

/** Blank lines between rows of seals of up to 4.5 cm (4.4 lines): they must not touch. */
const betweenSeals = 4;
/** Their height in twips where rows are drawn together: seals of 4.5 cm then stand 2 mm apart. */
const closeLine = 520;
/** Width of the characters in percent a long name is drawn together to at most; a longer one takes two lines. */
const narrowestName = 66;
/** Twips between the names of neighbours. */
const betweenNames = 113;
/** Lines of a closing that is kept on one page: two of a page are left to text. */
const linesKept = 20;

/** Names side by side: as many as are wide enough for them, or as many seals as the type area holds (7.3.5.5). */
export type SealColumns = 'usual' | 'most';

const sealColumns = (names: readonly FlowParagraph[], wanted: SealColumns): number => {
  const most = wanted === 'most' ? 3 : Math.floor(charactersPerLine / (widest(names) + 1));
  return Math.max(1, Math.min(3, names.length, most));
};

/** Names in the middle of columns of `room` twips, their characters all narrower where one is wider than that. */
const inColumns = (names: readonly FlowParagraph[], room: number): FlowParagraph[] => {
  const fitting = Math.floor((100 * (room - betweenNames)) / (widest(names) * bodyCharacter));
  const fitted = { size: pointSizes.three, scale: Math.max(narrowestName, fitting) };
  return names.map((name) => ({
    ...name,
    align: 'center',
    ...(fitting < 100 && { runs: name.runs.map((run) => ({ ...run, fitted })) }),
  }));
};

/**
 * Several seals (7.3.5.1): names in the organs' order, side by side in rows as many as fit, the last at the right over
 * the date, room for a seal between the rows.
 */
const jointlySealed = ({ names: all, dates }: Closing, wanted: SealColumns): FlowItem[] => {
  const columns = sealColumns(all, wanted);
  if (columns === 1) {
    const spread = all.flatMap((name, at) => (at === 0 ? [name] : [...blankLine(betweenSeals), name]));
    const centre = Math.max(4 + widest(dates) / 2, widest(all) / 2);
    return [
      ...blankLine(2, true),
      ...[...spread, ...dates].map((paragraph) =>
        paragraph.style === 'GwBlank' ? paragraph : fromRight(paragraph, centre - width(paragraph) / 2),
      ),
    ];
  }
  const each = Math.floor(typeAreaWidth / columns);
  const names = inColumns(all, each);
  const missing = (columns - (names.length % columns)) % columns;
  const full = names.length - (columns - missing) * (missing > 0 ? 1 : 0);
  const rows: (FlowParagraph | null)[][] = [];
  for (let at = 0; at < full; at += columns) rows.push(names.slice(at, at + columns));
  // A last row that is not full stands at the right: its last name over the date.
  if (missing > 0) rows.push([...Array.from({ length: missing }, () => null), ...names.slice(full)]);
  // More rows than a page holds beside text may stand on several pages.
  const kept = 2 + rows.length + (rows.length - 1) * betweenSeals + dates.length <= linesKept;
  const between = blankLine(betweenSeals).map((blank) =>
    wanted === 'most' ? { ...blank, exactLine: closeLine } : blank,
  );
  return [
    ...blankLine(2, true),
    {
      kind: 'table',
      frame: 'none',
      columns: Array.from({ length: columns }, (_, at) =>
        at === columns - 1 ? typeAreaWidth - each * (columns - 1) : each,
      ),
      rows: rows.map((row, at): FlowRow => {
        const last = at === rows.length - 1;
        return {
          header: false,
          mayBreak: false,
          cells: row.map((name, column) => ({
            columns: 1,
            paragraphs: [
              ...(at === 0 ? [] : between),
              ...(name ? [name] : blankLine()),
              ...(last ? (column === columns - 1 ? dates : blankLine(dates.length)) : []),
            ].map((paragraph) => ({
              ...paragraph,
              keepNext: kept && !last,
              ...(paragraph.style === 'GwDate' && { align: 'center' as const }),
            })),
          })),
        };
      }),
    },
  ];
};

/**
 * Without a seal (7.3.5.2): one blank line, the name two characters from the right, the date beginning two characters
 * right of it; a longer date stands two characters from the right and the name moves in. Several names: the lead
 * organ's first, the others below, centred on the widest.
 */
const unsealed = ({ names, dates }: Closing): FlowItem[] => {
  const name = widest(names);
  const date = widest(dates);
  const nameRight = dates.length > 0 && date > name ? 4 + date - name : 2;
  return [
    ...blankLine(1, true),
    ...names.map((paragraph) => fromRight(paragraph, nameRight + (name - width(paragraph)) / 2)),
    ...dates.map((paragraph) => fromRight(paragraph, names.length === 0 || date > name ? 2 : name - date)),
  ];
};

/** Characters a signature stamp (about 3 cm wide) takes. */
const stampWidth = 6;

/**
 * Signature stamps (7.3.5.3): two blank lines, the stamp four characters from the right, two characters left of it the
 * signatory's office; a blank line, and the date four characters from the right.
 */
const stamped = ({ names, dates }: Closing): FlowItem[] => [
  ...blankLine(2, true),
  ...names.flatMap((paragraph) => [fromRight(paragraph, 4 + stampWidth + 2), ...blankLine(1, true)]),
  ...dates.map((paragraph) => fromRight(paragraph, 4)),
];

/** 署名 and 成文日期 as the document is signed; `closing`: the paragraphs of both, in order. */
export const layOutSignature = (
  closing: readonly FlowParagraph[],
  kind: LayoutOptions['signature'],
  columns: SealColumns = 'usual',
): readonly FlowItem[] => {
  const parts: Closing = {
    names: closing.filter((paragraph) => paragraph.style === 'GwSign'),
    dates: closing.filter((paragraph) => paragraph.style === 'GwDate'),
  };
  if (kind === 'unsealed') return unsealed(parts);
  if (kind === 'stamp') return stamped(parts);
  return parts.names.length > 1 ? jointlySealed(parts, columns) : sealed(parts);
};
