import { footnoteSign } from '../../document/text';
import { footnoteMark } from '../../footnotes/footnote-mark';
import type { LaidOut } from '../flow';
import { frames } from '../frames';
import { footer, footnotePitch, pages as pageMeasures, paper, typeAreaWidth } from '../gb9704';
import type { LayoutOptions } from '../layout-options';
import { type Advances, officialAdvances } from './advances';
import type { PlacedStrip } from './fill-pages';
import type { Page, PageLine, PagePicture, PageRule } from './page';
import { noteHeight, numberNote } from './page-notes';
import { type SetLine, setParagraph } from './set-paragraph';
import { type Setting, settingFor } from './setting';
import { fillSheets } from './sheets';
import type { SetNote, Stretch } from './strip';

const black = '#000000';

const atPlace = (line: SetLine, x: number, top: number): PageLine => ({
  top,
  height: line.height,
  baseline: top + line.baseline,
  pieces: line.pieces.map((piece) => ({ ...piece, x: piece.x + x })),
});

/** Rules of the frames on one page: uprights along every strip, edges where a frame or the page begins or ends. */
const frameRules = (placed: readonly PlacedStrip[], left: number, top: number): PageRule[] =>
  placed.flatMap(({ strip, top: y }, at): PageRule[] => {
    const { frame, height } = strip;
    if (!frame) return [];
    const upper = top + y;
    const lower = upper + height;
    const across =
      (at: number) =>
      ([x1, x2]: Stretch): PageRule => ({
        x1: left + x1,
        y1: at,
        x2: left + x2,
        y2: at,
        thickness: frames.rule,
        color: black,
      });
    const before = placed[at - 1]?.strip.frame;
    const after = placed[at + 1];
    return [
      ...frame.uprights.map(
        (x): PageRule => ({
          x1: left + x,
          y1: upper,
          x2: left + x,
          y2: lower,
          thickness: frames.rule,
          color: black,
        }),
      ),
      ...[...frame.above, ...(before ? [] : frame.aboveOnTop)].map(across(upper)),
      ...(frame.ends || !after ? frame.below : []).map(across(lower)),
    ];
  });

/** A third of a line long, in the middle of the line it stands on. */
const separatorRule = (left: number, y: number): PageRule => ({
  x1: left,
  y1: y,
  x2: left + typeAreaWidth / 3,
  y2: y,
  thickness: frames.rule,
  color: black,
});

/** The notes of a page at the foot of its type area, which ends at `bottom`, and the line above them. */
const placeNotes = (
  notes: readonly SetNote[],
  left: number,
  bottom: number,
): Readonly<{ lines: readonly PageLine[]; rules: readonly PageRule[] }> => {
  if (notes.length === 0) return { lines: [], rules: [] };
  const first = bottom - notes.reduce((sum, note) => sum + noteHeight(note), 0);
  let top = first;
  const lines = notes.flatMap((note, at) =>
    note.map((line): PageLine => {
      top += line.height;
      return atPlace(numberNote(line, footnoteMark(at + 1)), left, top - line.height);
    }),
  );
  return { lines, rules: [separatorRule(left, first - footnotePitch / 2)] };
};

/** Lines of the text with the numbers of their footnotes, which begin anew on every page. */
const withNumbers = (lines: readonly PageLine[]): PageLine[] => {
  let count = 0;
  return lines.map((line) => {
    if (line.pieces.every(({ text }) => text !== footnoteSign)) return line;
    const pieces = line.pieces.map((piece) =>
      piece.text === footnoteSign ? { ...piece, text: footnoteMark(++count) } : piece,
    );
    return { ...line, pieces };
  });
};

const pageNumberLine = (number: number, options: LayoutOptions, setting: Setting): PageLine => {
  const measures = pageMeasures[options.profile];
  const style = number % 2 === 1 ? 'GwPageOdd' : 'GwPageEven';
  const [line] = setParagraph(
    { kind: 'paragraph', style, runs: [{ text: `— ${number} —` }] },
    setting,
    paper.width - measures.left - measures.right,
  );
  return atPlace(line!, measures.left, paper.height - footer.distance - footer.pitch);
};

/**
 * True pages of a set document: every line and rule with its place, page numbers odd right and even left. Pure and
 * linear in the text; the exported Word file breaks at the same places.
 * @param advances how wide characters are: as Word sets them, unless another program's pages are to be foretold
 */
export const paginate = (
  laidOut: Pick<LaidOut, 'items' | 'firstPage'>,
  options: LayoutOptions,
  advances: Advances = officialAdvances,
): readonly Page[] => {
  const setting = settingFor(options, advances);
  const measures = pageMeasures[options.profile];
  return fillSheets(laidOut, options, setting).map(({ turned, placed, outside, numbered }, index): Page => {
    const number = index + 1;
    // The turned sheet's upper margin is the upright one's left, its left the lower.
    const [left, top] = turned ? [measures.bottom, measures.left] : [measures.left, measures.top];
    const all = [
      ...outside.map(({ strip, top: y }) => ({ strip, y })),
      ...placed.map(({ strip, top: y }) => ({ strip, y: top + y })),
    ];
    const notes = placeNotes(
      placed.flatMap(({ strip }) => strip.notes ?? []),
      left,
      turned ? paper.width - measures.right : paper.height - measures.bottom,
    );
    const text = all.flatMap(({ strip, y }) =>
      strip.lines
        .filter(({ line }) => line.pieces.length > 0)
        .map(({ line, x, top: inside }) => atPlace(line, left + x, y + inside)),
    );
    return {
      number,
      width: turned ? paper.height : paper.width,
      height: turned ? paper.width : paper.height,
      lines: [...withNumbers(text), ...notes.lines],
      rules: [
        ...all.flatMap(({ strip: { rules = [] }, y }) =>
          rules.map(
            ({ y: inside, stretch: [x1, x2], thickness, color }): PageRule => ({
              x1: left + x1,
              y1: y + inside,
              x2: left + x2,
              y2: y + inside,
              thickness,
              color,
            }),
          ),
        ),
        ...frameRules(placed, left, top),
        ...notes.rules,
      ],
      pictures: all.flatMap(({ strip: { picture }, y }): PagePicture[] => {
        if (!picture) return [];
        const { sha256, width, height, altText, crop } = picture.picture;
        const place = { x: left + picture.x, y: y + picture.top, block: picture.block };
        return [{ sha256, width, height, ...place, ...(altText !== undefined && { altText }), ...(crop && { crop }) }];
      }),
      pageNumber: numbered ? pageNumberLine(number, options, setting) : null,
    };
  });
};
