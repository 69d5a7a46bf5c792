import type { LockedFile } from '../../shared/ipc/contract';

/** What the page is told when it starts. Notice, document and locked files are told once. */
export type StartState = {
  /** Why the library cannot be opened; null when it is open. */
  problem: string | null;
  notice: string | null;
  openDocument: string | null;
  /** Files that wait for their password. */
  locked: readonly LockedFile[];
  /** Whether the page has asked since it was last loaded: from then on it can hear events and hold unsaved words. */
  hasPage: boolean;
};

export const createStartState = (): StartState => ({
  problem: null,
  notice: null,
  openDocument: null,
  locked: [],
  hasPage: false,
});

/** Both, the first first. */
export const joinNotices = (...notices: readonly (string | null)[]): string | null =>
  notices.filter(Boolean).join('\n') || null;

/** Hands the page its start, and notes that it is there. */
export const takeStart = (state: StartState): Pick<StartState, 'problem' | 'notice' | 'openDocument' | 'locked'> => {
  const { problem, notice, openDocument, locked } = state;
  Object.assign(state, { notice: null, openDocument: null, locked: [], hasPage: true });
  return { problem, notice, openDocument, locked };
};
