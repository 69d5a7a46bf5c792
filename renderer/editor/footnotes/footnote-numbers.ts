import { Node, type Operation } from 'slate';
import type { Part } from '../../../shared/document/document';
import { listFootnotes } from '../../../shared/footnotes/list-footnotes';

/** The numbers of the footnotes by id, through the whole document; pages, where they begin anew, are not known here. */
export type FootnoteNumbers = Readonly<{
  get(id: string): number;
  subscribe(listener: () => void): () => void;
  update(parts: readonly Part[]): void;
}>;

export const createFootnoteNumbers = (parts: readonly Part[]): FootnoteNumbers => {
  const count = (all: readonly Part[]): Map<string, number> =>
    new Map(all.flatMap(({ children }) => listFootnotes(children)).map(({ id }, at) => [id, at + 1]));
  const listeners = new Set<() => void>();
  let numbers = count(parts);
  return {
    get: (id) => numbers.get(id) ?? 0,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    update: (next) => {
      numbers = count(next);
      for (const listener of listeners) listener();
    },
  };
};

/** Whether an operation may bring, take or move a footnote; typing, splitting and joining never do. */
export const touchesFootnotes = (operation: Operation): boolean => {
  switch (operation.type) {
    case 'insert_node':
    case 'remove_node':
      return !Node.isText(operation.node) || operation.node.footnote !== undefined;
    case 'move_node':
      return true;
    case 'set_node':
      return 'footnote' in operation.properties || 'footnote' in operation.newProperties;
    default:
      return false;
  }
};
