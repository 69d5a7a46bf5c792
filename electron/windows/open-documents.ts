/** Which window has which document on its desk: a document is open in one window at most, so that two never write it. */
export type OpenDocuments<Window> = Readonly<{
  /** Gives the document to the window, which lets go of the one it had; false while another window has it. */
  take(window: Window, id: string): boolean;
  /** The window has no document any more. */
  leave(window: Window): void;
  holderOf(id: string): Window | null;
  has(window: Window): boolean;
  /** Whether any window has one. */
  any(): boolean;
}>;

export const createOpenDocuments = <Window>(): OpenDocuments<Window> => {
  const documents = new Map<Window, string>();
  const holderOf = (id: string): Window | null => [...documents].find(([, held]) => held === id)?.[0] ?? null;
  return {
    take: (window, id) => {
      const holder = holderOf(id);
      if (holder !== null && holder !== window) return false;
      documents.set(window, id);
      return true;
    },
    leave: (window) => void documents.delete(window),
    holderOf,
    has: (window) => documents.has(window),
    any: () => documents.size > 0,
  };
};
