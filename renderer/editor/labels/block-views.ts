import { assertNever } from '../../../shared/assert-never';
import type { Block } from '../../../shared/document/block';
import type { Part } from '../../../shared/document/document';
import { blockText } from '../../../shared/document/plain-text';
import type { DocumentFunction } from '../../../shared/functions/types';
import { computeLabels } from '../../../shared/numbering/compute-labels';
import { bodyEnd, boxIdOf } from '../model/blocks';

/** Everything a block or part shows that does not follow from itself alone. */
export type BlockView = Readonly<{
  /** Its number, or the name of a part where there are several. */
  label: string;
  /** Where it stands in its 专栏, for the frame. */
  box: 'only' | 'first' | 'middle' | 'last' | null;
  fn: DocumentFunction | null;
  current: boolean;
  /** 附件说明, shown below the last block of the body; derived, never stored (GB/T 9704-2012, 7.3.4). */
  attachments: string | null;
}>;

const plainView: BlockView = { label: '', box: null, fn: null, current: false, attachments: null };

/** Views of all blocks and parts by id: one small store, only those are told whose view has changed. */
export type BlockViews = Readonly<{
  get(id: string): BlockView;
  subscribe(id: string, listener: () => void): () => void;
  /** After an operation other than typing: numbers, frames and the attachment list. */
  updateStructure(parts: readonly Part[]): void;
  /** After typing: the attachment list, when a title of an attachment has changed. */
  updateText(parts: readonly Part[]): void;
  updateFunctions(functions: ReadonlyMap<string, DocumentFunction>): void;
  updateCurrent(id: string | null): void;
}>;

export const createBlockViews = (parts: readonly Part[]): BlockViews => {
  let views = new Map<string, BlockView>();
  let functions: ReadonlyMap<string, DocumentFunction> = new Map();
  let current: string | null = null;
  let attachmentParts: readonly Part[] = [];
  let listId: string | null = null;
  const listeners = new Map<string, Set<() => void>>();

  const change = (id: string, patch: Partial<BlockView>): void => {
    const before = views.get(id);
    if (!before || Object.entries(patch).every(([key, value]) => before[key as keyof BlockView] === value)) return;
    views.set(id, { ...before, ...patch });
    for (const listener of listeners.get(id) ?? []) listener();
  };

  const updateStructure = (next: readonly Part[]): void => {
    const labels = computeLabels({ parts: [...next] });
    const before = views;
    const changed: string[] = [];
    views = new Map();
    const put = (id: string, view: BlockView): void => {
      const old = before.get(id);
      const same = old && (Object.keys(view) as (keyof BlockView)[]).every((key) => old[key] === view[key]);
      views.set(id, same ? old : view);
      if (!same) changed.push(id);
    };
    const list = attachmentList(next);
    listId = list.blockId;
    attachmentParts = next.filter((part) => part.kind === 'attachment');
    for (const part of next) {
      put(part.id, { ...plainView, label: next.length > 1 ? (labels.get(part.id) ?? partName(part)) : '' });
      const { children } = part;
      for (let index = 0; index < children.length; index += 1) {
        const { id } = children[index]!;
        put(id, {
          label: labels.get(id) ?? '',
          box: boxPlace(children, index),
          fn: functions.get(id) ?? null,
          current: id === current,
          attachments: id === listId ? list.text : null,
        });
      }
    }
    // A reference listens to what it refers to, which may be gone.
    for (const id of listeners.keys()) if (before.has(id) && !views.has(id)) changed.push(id);
    for (const id of changed) for (const listener of listeners.get(id) ?? []) listener();
  };

  updateStructure(parts);
  return {
    get: (id) => views.get(id) ?? plainView,
    subscribe: (id, listener) => {
      const own = listeners.get(id) ?? new Set();
      listeners.set(id, own.add(listener));
      return () => {
        own.delete(listener);
        if (own.size === 0) listeners.delete(id);
      };
    },
    updateStructure,
    updateText: (next) => {
      const now = next.filter((part) => part.kind === 'attachment');
      if (now.length === attachmentParts.length && now.every((part, index) => part === attachmentParts[index])) return;
      attachmentParts = now;
      if (listId !== null) change(listId, { attachments: attachmentList(next).text });
    },
    updateFunctions: (next) => {
      const ids = new Set([...functions.keys(), ...next.keys()]);
      functions = next;
      for (const id of ids) change(id, { fn: next.get(id) ?? null });
    },
    updateCurrent: (id) => {
      if (id === current) return;
      const before = current;
      current = id;
      if (before !== null) change(before, { current: false });
      if (id !== null) change(id, { current: true });
    },
  };
};

const partName = ({ kind }: Part): string => {
  switch (kind) {
    case 'notice':
      return '印发通知';
    case 'main':
      return '正文';
    case 'attachment':
      return '附件';
    default:
      return assertNever(kind);
  }
};

const boxPlace = (blocks: readonly Block[], index: number): BlockView['box'] => {
  const boxId = boxIdOf(blocks[index]);
  if (boxId === undefined) return null;
  const first = boxIdOf(blocks[index - 1]) !== boxId;
  const last = boxIdOf(blocks[index + 1]) !== boxId;
  if (first) return last ? 'only' : 'first';
  return last ? 'last' : 'middle';
};

/**
 * The lines 附件：1.… as they will be printed, and the block below which they stand: the last of the body of
 * what the attachments are attached to (the 印发通知 where there is one has the main text as its attachment,
 * which the standard does not list; so they follow the main text).
 */
const attachmentList = (parts: readonly Part[]): Readonly<{ blockId: string | null; text: string | null }> => {
  const titles = parts
    .filter((part) => part.kind === 'attachment')
    .map((part) => {
      const title = part.children.find((block) => block.type === 'title');
      return title ? blockText(title) : '';
    });
  const main = parts.find((part) => part.kind === 'main');
  const last = main?.children[Math.max(bodyEnd(main.children), 1) - 1];
  if (titles.length === 0 || !last) return { blockId: null, text: null };
  const lines = titles.length === 1 ? titles : titles.map((title, index) => `${index + 1}.${title}`);
  return { blockId: last.id, text: `附件：${lines.join('\n')}` };
};
