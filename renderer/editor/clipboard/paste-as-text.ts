import type { GovEditor } from '../slate-types';

/** When Ctrl+Shift+V was pressed in an editor. The paste it asks for comes at once, by way of the window's menu. */
const askedAt = new WeakMap<GovEditor, number>();
const soon = 1000;

export const askForText = (editor: GovEditor): void => {
  askedAt.set(editor, Date.now());
};

/** Whether the paste that comes now is to be plain text; asked once. */
export const takeAskedForText = (editor: GovEditor): boolean => {
  const at = askedAt.get(editor);
  askedAt.delete(editor);
  return at !== undefined && Date.now() - at < soon;
};
