import type { FlowImprint, FlowItem, LaidOut } from '../flow';
import type { LayoutOptions } from '../layout-options';
import { paginate } from '../paginate/paginate';

/**
 * Puts 版记 behind the text. On an even page, where the bureau wants the last side of the last sheet: on the last page
 * when that is even and has room, on the page behind it when that is even, else with a blank page between.
 */
export const placeImprint = (
  items: readonly FlowItem[],
  imprint: FlowImprint | null,
  firstPage: LaidOut['firstPage'],
  options: LayoutOptions,
): readonly FlowItem[] => {
  if (!imprint) return items;
  const whole = [...items, imprint];
  if (options.imprint === 'last') return whole;
  const count = (each: readonly FlowItem[]): number =>
    paginate({ items: each, ...(firstPage && { firstPage }) }, options).length;
  const pages = count(whole);
  if (pages % 2 === 0) return whole;
  return [...items, { ...imprint, page: count(items) === pages ? 'new' : 'after-blank' }];
};
