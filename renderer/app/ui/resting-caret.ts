/** As in GTK (`gtk-cursor-blink-timeout`); Windows lets its own carets blink for 5 seconds. */
const blinksFor = 10_000;
const signsOfWork = [
  'keydown',
  'pointerdown',
  'beforeinput',
  'compositionstart',
  'selectionchange',
  'focusin',
  'focusout',
];

/** The element whose caret shows; none while something is selected or nothing takes text. */
const elementWithCaret = (): Element | null => {
  const { activeElement } = document;
  if (activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement) return activeElement;
  const at = document.getSelection()?.anchorNode;
  const element = at instanceof Element ? at : at?.parentElement;
  return element instanceof HTMLElement && element.isContentEditable ? element : null;
};

/**
 * Lets the caret stand still when nobody has worked for ten seconds: its blinking draws two frames a second, four
 * fifths of what the open window costs. The style sheet says how; an engine before Chromium 140 does not know it.
 */
export const letCaretRest = (): void => {
  let resting: Element | null = null;
  let timer = 0;
  const rest = () => {
    resting = elementWithCaret();
    resting?.setAttribute('data-caret-rests', '');
  };
  const wake = () => {
    resting?.removeAttribute('data-caret-rests');
    resting = null;
    clearTimeout(timer);
    timer = window.setTimeout(rest, blinksFor);
  };
  for (const name of signsOfWork) document.addEventListener(name, wake, { capture: true, passive: true });
};
