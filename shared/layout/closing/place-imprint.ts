import type { FlowImprint, FlowItem, LaidOut } from '../flow';
import type { LayoutOptions } from '../layout-options';
import { paginate } from '../paginate/paginate';

/**
 * Puts 版记 behind the text: on the last page, or, where that has no room for it, said so on one of its own, since other
 * programs disagree on what goes along. On an even page, where the bureau wants the last side of the last sheet: on the
 * last page when that is even and has room, on the page behind it when that is even, else with a blank page between.
 */
export const placeImprint = (
  items: readonly FlowItem[],
  imprint: FlowImprint | null,
  firstPage: LaidOut['firstPage'],
  options: LayoutOptions,
): readonly FlowItem[] => {
  if (!imprint) return items;
  const paged = (each: readonly FlowItem[]) => paginate({ items: each, ...(firstPage && { firstPage }) }, options);
  const whole = [...items, imprint];
  const pages = paged(whole);
  const last = pages.at(-1)!;
  const alone = paginate({ items: [imprint] }, options)[0]!.lines.length;
  const apart = last.lines.length === alone && last.pictures.length === 0;
  const text = apart ? pages.length - 1 : pages.length;
  if (options.imprint === 'last' || pages.length % 2 === 0)
    return apart && text > 0 ? [...items, { ...imprint, page: 'new' }] : whole;
  return [...items, { ...imprint, page: apart ? 'after-blank' : 'new' }];
};
