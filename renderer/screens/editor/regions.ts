/** Places of the editor screen between which F6 goes, left to right and top to bottom. */
const regions = ['.bar', '.workspace-left', '.paper', '.workspace-right', '.status'] as const;
const stops = '[role="treeitem"][tabindex="0"], [role="tab"][tabindex="0"]';
const controls = 'button:not(:disabled), input, [tabindex="0"]';

/**
 * Takes the keyboard to the next place, or the one before: Tab belongs to the text, so another way leads out of it.
 * @param focusPaper gives it to the text with the caret where it was
 */
export const focusRegion = (direction: 1 | -1, focusPaper: () => void): void => {
  const shown = regions.filter((region) => document.querySelector(region) !== null);
  const at = shown.findIndex((region) => document.activeElement?.closest(region));
  const next = shown[(Math.max(at, 0) + direction + shown.length) % shown.length];
  const region = next === undefined || next === '.paper' ? null : document.querySelector(next);
  const stop = region?.querySelector<HTMLElement>(stops) ?? region?.querySelector<HTMLElement>(controls);
  if (stop) stop.focus();
  else focusPaper();
};
