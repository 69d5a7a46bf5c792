import { assertNever } from '../../assert-never';
import type { FlowBox, FlowImprint, FlowItem, FlowLandscape, FlowParagraph, FlowPicture } from '../flow';
import { frames } from '../frames';
import { imprint, typeAreaWidth } from '../gb9704';
import type { ParagraphRule, ParagraphStyle } from '../styles';
import { setParagraph } from './set-paragraph';
import type { Setting } from './setting';
import type { Stretch, Strip, StripRule } from './strip';
import { tableStrips } from './table-strips';

/** Shares of a double rule: the thick line, the white, the thin line. */
const thickShare = 0.6;
const thinShare = 0.2;

/** The lines of a rule whose upper edge is at `top`; `height` what it takes. */
const ruleLines = (rule: ParagraphRule, top: number, stretch: Stretch): readonly StripRule[] => {
  const whole = rule.points * 20;
  const line = (from: number, thickness: number): StripRule => ({
    y: top + from + thickness / 2,
    stretch,
    thickness,
    color: `#${rule.color}`,
  });
  if (rule.line === 'single') return [line(0, whole)];
  const [thick, thin] = [whole * thickShare, whole * thinShare];
  return rule.line === 'thickThin'
    ? [line(0, thick), line(whole - thin, thin)]
    : [line(0, thin), line(whole - thick, thick)];
};

/** A paragraph's last line with its rule. */
const withRule = (strip: Strip, { rule, indent }: ParagraphStyle, width: number): Strip => {
  if (!rule) return strip;
  const [thickness, space] = [rule.points * 20, rule.space * 20];
  const stretch: Stretch = [indent?.left ?? 0, width - (indent?.right ?? 0)];
  return {
    ...strip,
    height: strip.height + space + thickness,
    rules: ruleLines(rule, strip.height + space, stretch),
  };
};

/** A picture at the foot of its paragraph, in the middle of `width`. */
const pictureStrip = (paragraph: FlowParagraph, picture: FlowPicture, x: number, width: number): Strip => ({
  height: picture.line + picture.after,
  lines: [],
  picture: { picture, x: x + (width - picture.width) / 2, top: picture.line - picture.height, block: paragraph.anchor },
  keepNext: paragraph.keepNext === true,
  breakBefore: paragraph.pageBreakBefore === true,
});

/** Lines of a paragraph, `x` twips from the left of the type area; a paragraph kept with the next stays whole. */
const paragraphStrips = (paragraph: FlowParagraph, x: number, width: number, setting: Setting): Strip[] => {
  if (paragraph.picture) return [pictureStrip(paragraph, paragraph.picture, x, width)];
  const style = setting.styles[paragraph.style];
  const keepNext = paragraph.keepNext ?? style.keepNext ?? false;
  const lines = setParagraph(paragraph, setting, width);
  return lines.map((line, at): Strip => {
    const strip: Strip = {
      height: line.height,
      lines: [{ line, x, top: 0 }],
      keepNext,
      breakBefore: at === 0 && paragraph.pageBreakBefore === true,
    };
    return at === lines.length - 1 ? withRule(strip, style, width) : strip;
  });
};

/** A 专栏: its head stays with the first line of its content, the content may break; one frame around both. */
const boxStrips = (box: FlowBox, setting: Setting): Strip[] => {
  const width = typeAreaWidth - 2 * frames.boxMargin;
  const edge: Stretch = [0, typeAreaWidth];
  const set = (item: TextItem): Strip[] => itemStrips(item, setting, frames.boxMargin, width);
  const title = box.title ? set(box.title).map((strip) => ({ ...strip, keepNext: true })) : [];
  const strips = [...title, ...box.content.flatMap(set)];
  return strips.map((strip, at): Strip => {
    const edgeAbove = at === 0 ? [edge] : [];
    const inner = strip.frame;
    return {
      ...strip,
      height: strip.height + (at === 0 || at === strips.length - 1 ? frames.rule : 0),
      frame: {
        uprights: [0, typeAreaWidth, ...(inner?.uprights ?? [])],
        above: [...edgeAbove, ...(inner?.above ?? [])],
        aboveOnTop: [edge],
        below: [edge, ...(inner?.ends ? inner.below : [])],
        ends: at === strips.length - 1,
      },
    };
  });
};

/** 版记: its rows with the rules above, between and below them. */
export const imprintStrips = ({ rows, ruled }: FlowImprint, setting: Setting): Strip[] => {
  const rule = (points: number, y: number): StripRule[] =>
    ruled ? [{ y, stretch: [0, typeAreaWidth], thickness: points * 20, color: '#000000' }] : [];
  return rows.map((row, at): Strip => {
    let top = 0;
    const lines = row.flatMap((paragraph) =>
      setParagraph(paragraph, setting, typeAreaWidth).map((line) => {
        top += line.height;
        return { line, x: 0, top: top - line.height };
      }),
    );
    const first = at === 0 ? imprint.outerRule : imprint.innerRule;
    const last = at === rows.length - 1;
    return {
      height: top,
      lines,
      rules: [...rule(first, 0), ...(last ? rule(imprint.outerRule, top) : [])],
      keepNext: !last,
      breakBefore: false,
    };
  });
};

/** What stands in the run of the text. */
export type TextItem = Exclude<FlowItem, FlowLandscape | FlowImprint>;

/** One item of the set document as strips; an item of a new kind does not compile until it can be paged. */
export const itemStrips = (item: TextItem, setting: Setting, x = 0, width: number = typeAreaWidth): Strip[] => {
  switch (item.kind) {
    case 'paragraph':
      return paragraphStrips(item, x, width, setting);
    case 'table':
      return tableStrips(item, x, setting);
    case 'box':
      return boxStrips(item, setting);
    default:
      return assertNever(item);
  }
};
