import { Editor, type Operation, Transforms } from 'slate';
import { blockText } from '../../../shared/document/plain-text';
import { asOneStep } from '../commands/run-command';
import { blockEntryAt, currentBlock, findBlock, isTextBlock } from '../model/blocks';
import { paragraphShape, reshape } from '../model/reshape';
import type { GovEditor } from '../slate-types';
import { matches } from './match-pinyin';
import { type MenuContext, type MenuItem, menuItems } from './menu-items';

export type OpenMenu = Readonly<{ blockId: string; items: readonly MenuItem[]; active: number }>;

/** The insert menu: opened by Enter on an empty paragraph or a slash on an empty block, filtered by what is typed. */
export type InsertMenu = Readonly<{
  get(): OpenMenu | null;
  subscribe(listener: () => void): () => void;
  open(): void;
  close(): void;
  move(by: 1 | -1): void;
  choose(item?: MenuItem): void;
  /** Follows the document after a change or a move of the caret. */
  follow(operations: readonly Operation[]): void;
  /** Filters by the letters an input method is composing. */
  compose(letters: string): void;
}>;

/** The slash, also as Chinese input methods type it. */
const slashes: ReadonlySet<string> = new Set(['/', '／', '、']);

export const createInsertMenu = (editor: GovEditor, context: () => MenuContext): InsertMenu => {
  const listeners = new Set<() => void>();
  let all: readonly MenuItem[] = [];
  let slash = '';
  let state: OpenMenu | null = null;

  const set = (next: OpenMenu | null): void => {
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener();
  };

  const begin = (prefix: string): void => {
    const entry = currentBlock(editor);
    if (
      !entry ||
      !isTextBlock(entry[0]) ||
      entry[0].type === 'title' ||
      entry[0].type === 'boxTitle' ||
      entry[0].type === 'picture'
    )
      return;
    slash = prefix;
    all = menuItems(editor, entry, context());
    set({ blockId: entry[0].id, items: all, active: 0 });
  };

  const filter = (extra: string): void => {
    if (!state) return;
    const entry = currentBlock(editor);
    const text = entry && isTextBlock(entry[0]) ? blockText(entry[0]) : null;
    if (text === null || entry?.[0].id !== state.blockId || !text.startsWith(slash)) {
      set(null);
      return;
    }
    const items = all.filter((item) => matches(item, text.slice(slash.length) + extra));
    if (items.length === 0 && extra === '') set(null);
    else if (items.length !== state.items.length || items.some((item, at) => item !== state?.items[at]))
      set({ ...state, items, active: 0 });
  };

  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open: () => begin(''),
    close: () => set(null),
    move: (by) => {
      if (!state || state.items.length === 0) return;
      set({ ...state, active: (state.active + by + state.items.length) % state.items.length });
    },
    choose: (item = state?.items[state.active]) => {
      const entry = state && findBlock(editor, state.blockId);
      set(null);
      if (!item || !entry) return;
      const [block, path] = entry;
      asOneStep(editor, () => {
        if (blockText(block) !== '') Transforms.delete(editor, { at: Editor.range(editor, path) });
        reshape(editor, blockEntryAt(editor, path)!, paragraphShape);
        Transforms.select(editor, Editor.start(editor, path));
        item.choose();
      });
    },
    follow: (operations) => {
      if (state) filter('');
      const typed = operations.findLast(({ type }) => type !== 'set_selection');
      const entry = currentBlock(editor);
      if (state || typed?.type !== 'insert_text' || !slashes.has(typed.text) || !entry) return;
      if (isTextBlock(entry[0]) && blockText(entry[0]) === typed.text) begin(typed.text);
    },
    compose: (letters) => filter(letters),
  };
};
