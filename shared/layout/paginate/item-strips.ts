import { assertNever } from '../../assert-never';
import type { FlowBox, FlowItem, FlowParagraph } from '../flow';
import { frames } from '../frames';
import { redHead, typeAreaWidth } from '../gb9704';
import { type Setting, setParagraph } from './set-paragraph';
import type { Stretch, Strip } from './strip';
import { tableStrips } from './table-strips';

/** Lines of a paragraph, `x` twips from the left of the type area; a paragraph kept with the next stays whole. */
const paragraphStrips = (paragraph: FlowParagraph, x: number, width: number, setting: Setting): Strip[] => {
  const style = setting.styles[paragraph.style];
  const keepNext = paragraph.keepNext ?? style.keepNext ?? false;
  const lines = setParagraph(paragraph, setting, width);
  return lines.map((line, at): Strip => {
    const ruled = style.rule === true && at === lines.length - 1;
    const thickness = (redHead.ruleEighths * 20) / 8;
    const space = redHead.ruleSpace * 20;
    return {
      height: line.height + (ruled ? space + thickness : 0),
      lines: [{ line, x, top: 0 }],
      ...(ruled && { rule: { y: line.height + space + thickness / 2, thickness, color: `#${redHead.color}` } }),
      keepNext,
      breakBefore: at === 0 && paragraph.pageBreakBefore === true,
    };
  });
};

/** A 专栏: its head stays with the first line of its content, the content may break; one frame around both. */
const boxStrips = (box: FlowBox, setting: Setting): Strip[] => {
  const width = typeAreaWidth - 2 * frames.boxMargin;
  const edge: Stretch = [0, typeAreaWidth];
  const set = (item: FlowItem): Strip[] => itemStrips(item, setting, frames.boxMargin, width);
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

/** One item of the set document as strips; an item of a new kind does not compile until it can be paged. */
export const itemStrips = (item: FlowItem, setting: Setting, x = 0, width: number = typeAreaWidth): Strip[] => {
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
