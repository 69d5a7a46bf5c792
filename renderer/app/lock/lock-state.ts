import { useSyncExternalStore } from 'react';
import type { Lock } from '../../../shared/settings';

/** `settingsFile`: what is deleted when the password is forgotten. */
type LockState = Readonly<{ lock: Lock; isLocked: boolean; settingsFile: string }>;
/** What the windows of the app tell each other: they are covered and uncovered together. A new one asks. */
type Told = Readonly<{ kind: 'active' | 'lock' | 'open' | 'ask' }> | Readonly<{ kind: 'set'; lock: Lock }>;

let state: LockState = { lock: { after: null, hasPassword: false }, isLocked: false, settingsFile: '' };
const listeners = new Set<() => void>();
const channel = new BroadcastChannel('lock');
const tell = (told: Told): void => channel.postMessage(told);

/** When a key was struck or the mouse used last, in any window. Milliseconds since 1970. */
let lastActive = Date.now();
let lastTold = 0;
/** Whether the machine has said how the lock is set: before, this window knows nothing that others could go by. */
let hasBegun = false;
let timer: ReturnType<typeof setTimeout> | undefined;
/** Other windows need not know more often than this that somebody is there. */
const tellEvery = 20_000;

const minute = 60_000;

/** Milliseconds until the windows are to be covered; null: never, or they are. */
const timeLeft = (): number | null => {
  const { lock, isLocked } = state;
  if (lock.after === null || isLocked) return null;
  const limit = lock.after * minute;
  // A clock that was set back makes the stretch no longer than it is.
  return Math.min(limit, limit - (Date.now() - lastActive));
};

/** One timer for the whole stretch, set again for what is left: nothing wakes the app in between. */
const watch = (): void => {
  clearTimeout(timer);
  const left = timeLeft();
  if (left === null) return;
  if (left <= 0) lockNow();
  else timer = setTimeout(watch, left);
};

const change = (next: LockState): void => {
  const wasLocked = state.isLocked;
  state = next;
  if (wasLocked && !next.isLocked) lastActive = Date.now();
  document.documentElement.toggleAttribute('data-locked', next.isLocked);
  watch();
  for (const listener of listeners) listener();
};

/** Covers all windows. */
export const lockNow = (): void => {
  change({ ...state, isLocked: true });
  tell({ kind: 'lock' });
};

/** The machine goes to sleep, or its own screen is locked: with the lock switched on, the windows are covered too. */
export const lockWithMachine = (): void => {
  const { after, hasPassword } = state.lock;
  if (!state.isLocked && (after !== null || hasPassword)) lockNow();
};

/** Uncovers all windows. */
export const openLock = (): void => {
  change({ ...state, isLocked: false });
  tell({ kind: 'open' });
};

/** The lock is set otherwise, for all windows. */
export const setLock = (lock: Lock): void => {
  change({ ...state, lock });
  tell({ kind: 'set', lock });
};

/** How the lock is set when the window starts; with a password it starts covered, unless the others are not. */
export const beginLock = (lock: Lock, settingsFile: string): void => {
  change({ lock, isLocked: state.isLocked || (lock.hasPassword && !hasBegun), settingsFile });
  hasBegun = true;
  tell({ kind: 'ask' });
};

export const useLock = (): LockState =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );

const isOnLockPage = ({ target }: Event): boolean => target instanceof Element && target.closest('.lock-page') !== null;

/** While the window is covered, keys and drops reach nothing but the page that covers it. */
const keepOut = (event: Event): void => {
  if (!state.isLocked) return;
  event.stopImmediatePropagation();
  if (!isOnLockPage(event)) event.preventDefault();
};

const noteActivity = (): void => {
  // The timer stands still while the machine sleeps: who comes back late finds the window covered.
  if ((timeLeft() ?? 1) <= 0) {
    lockNow();
    return;
  }
  lastActive = Date.now();
  if (state.lock.after === null || lastActive - lastTold < tellEvery) return;
  lastTold = lastActive;
  tell({ kind: 'active' });
};

/** Watches for keys and the mouse; stands once in the app, before any other part listens. */
export const watchLock = (): void => {
  for (const name of ['keydown', 'beforeinput', 'pointerdown', 'pointermove', 'wheel'] as const)
    window.addEventListener(name, noteActivity, { capture: true, passive: true });
  for (const name of [
    'keydown',
    'keyup',
    'beforeinput',
    'paste',
    'copy',
    'cut',
    'dragenter',
    'dragover',
    'drop',
  ] as const)
    window.addEventListener(name, keepOut, { capture: true });
  channel.onmessage = ({ data }: MessageEvent<Told>) => {
    if (data.kind === 'active') lastActive = Date.now();
    else if (data.kind === 'ask') {
      if (hasBegun) tell({ kind: state.isLocked ? 'lock' : 'open' });
    } else if (data.kind === 'set') {
      // Somebody is there, in the other window.
      lastActive = Date.now();
      change({ ...state, lock: data.lock });
    } else change({ ...state, isLocked: data.kind === 'lock' });
  };
};
