import type { FlowItem } from '../flow';
import { frames } from '../frames';
import { footer, type PageProfile, pages as pageMeasures, paper } from '../gb9704';
import { paragraphStyles } from '../styles';
import { type Advances, officialAdvances } from './advances';
import { fillPages, type PlacedStrip } from './fill-pages';
import { itemStrips } from './item-strips';
import type { Page, PageLine, PageRule } from './page';
import { type SetLine, type Setting, setParagraph } from './set-paragraph';
import type { Stretch } from './strip';

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

const pageNumberLine = (number: number, profile: PageProfile, setting: Setting): PageLine => {
  const measures = pageMeasures[profile];
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
  items: readonly FlowItem[],
  profile: PageProfile,
  advances: Advances = officialAdvances,
): readonly Page[] => {
  const setting = { styles: paragraphStyles(profile), advances };
  const { top, bottom, left } = pageMeasures[profile];
  const strips = items.flatMap((item) => itemStrips(item, setting));
  return fillPages(strips, paper.height - top - bottom).map((placed, index): Page => {
    const number = index + 1;
    return {
      number,
      width: paper.width,
      height: paper.height,
      lines: placed.flatMap(({ strip, top: y }) =>
        strip.lines
          .filter(({ line }) => line.pieces.length > 0)
          .map(({ line, x, top: inside }) => atPlace(line, left + x, top + y + inside)),
      ),
      rules: [
        ...placed.flatMap(({ strip: { rule }, top: y }): PageRule[] =>
          rule
            ? [
                {
                  x1: left,
                  y1: top + y + rule.y,
                  x2: paper.width - pageMeasures[profile].right,
                  y2: top + y + rule.y,
                  thickness: rule.thickness,
                  color: rule.color,
                },
              ]
            : [],
        ),
        ...frameRules(placed, left, top),
      ],
      pageNumber: pageNumberLine(number, profile, setting),
    };
  });
};
