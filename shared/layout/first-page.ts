import type { DocumentMeta } from '../document/document';
import type { FlowItem } from './flow';
import { bodyCharacter, letter, pages, redHead, typeAreaWidth } from './gb9704';
import { heightAroundMark } from './head/red-head';
import type { LayoutOptions } from './layout-options';
import { paragraphStyles } from './styles';
import { runsText } from './text-runs';
import { textWidth } from './text-width';

/** Lines of text page 1 must show at least (7.3.3: 公文首页必须显示正文). */
const leastLines = 1;

/** Twips from the first line of a part down to its text: title, blank lines, addressees; nothing when it has no text. */
export const heightToText = (items: readonly FlowItem[], options: LayoutOptions): number => {
  const styles = paragraphStyles(options);
  let height = 0;
  for (const item of items) {
    if (item.kind !== 'paragraph') break;
    const style = styles[item.style];
    if (/^Gw(?:Body|H\d|Picture)$/.test(item.style)) break;
    const advance = style.size * 20 + (style.spacing ?? 0);
    const room = Math.floor(typeAreaWidth / advance);
    const lines = runsText(item.runs)
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / room)), 0);
    height += lines * (item.exactLine ?? style.line);
  }
  return height;
};

/** Twips of page 1 for title, addressees and the stack of the mark, one line of text left below them. */
export const firstPageRoom = (
  organs: readonly string[],
  meta: DocumentMeta,
  options: LayoutOptions,
): Readonly<{ forMark: number; forText: number }> => {
  const { pitch } = pages[options.profile];
  const page = (22 - leastLines) * pitch;
  if (options.format === 'plain') return { forMark: 0, forText: page };
  if (options.format === 'letter') {
    // The mark and its rule reach about 17 mm into the type area; up to three lines and two blank ones follow.
    const reach = letter.headTop + redHead.markSizes.usual * 20 + 227 - pages[options.profile].top;
    return { forMark: 0, forText: page - reach - 3 * pitch };
  }
  const joint = organs.length > 1 && options.jointMark === 'all' && options.format === 'document';
  const forMark = page - heightAroundMark(meta, options);
  const lowest = joint ? organs.length * redHead.markSizes.smallest * 23 : redHead.markSizes.usual * 20;
  return { forMark, forText: forMark - lowest - bodyCharacter };
};
