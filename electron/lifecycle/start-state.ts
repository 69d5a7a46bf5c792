/** What the page is told when it starts. Notice and document are told once. */
export type StartState = {
  /** Why the library cannot be opened; null when it is open. */
  problem: string | null;
  notice: string | null;
  openDocument: string | null;
  /** Whether the page has asked since it was last loaded: from then on it can hear events and hold unsaved words. */
  hasPage: boolean;
};

export const createStartState = (): StartState => ({ problem: null, notice: null, openDocument: null, hasPage: false });

/** Hands the page its start, and notes that it is there. */
export const takeStart = (state: StartState): Pick<StartState, 'problem' | 'notice' | 'openDocument'> => {
  const { problem, notice, openDocument } = state;
  Object.assign(state, { notice: null, openDocument: null, hasPage: true });
  return { problem, notice, openDocument };
};
