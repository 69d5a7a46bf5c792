/**
 * An `initialFocus` for Base UI that gives the keyboard to `find` as soon as a dialog is there. Base UI itself waits for
 * the next frame: keys struck before it (Enter, at once) would go to what lies behind the dialog.
 */
export const focusAtOnce = (find: () => HTMLElement | null | undefined) => (): boolean => {
  const stop = find();
  stop?.focus({ preventScroll: true });
  return !stop;
};
