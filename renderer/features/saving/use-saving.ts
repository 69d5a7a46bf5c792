import { useEffect, useState, useSyncExternalStore } from 'react';
import type { GovDocument } from '../../../shared/document/document';
import { beforeLeaving } from '../../app/before-leaving';
import { call } from '../../ipc/client';
import { createSaveQueue, type SaveState } from './save-queue';

/** The save queue of an open document and the state to show; readers of the state re-render, nobody else. */
export type Saving = Readonly<{
  changed(document: GovDocument): void;
  flush(): Promise<void>;
  rebase(stored: GovDocument, revision: number): void;
  subscribe(listener: () => void): () => void;
  state(): SaveState;
}>;

/** 已保存 is shown when nothing has changed again for so long: while one writes the words in the bars stand still. */
const calm = 250;

const createSaving = (id: string, document: GovDocument, revision: number): Saving & { stop(): void } => {
  let state: SaveState = { kind: 'saved', at: null };
  const listeners = new Set<() => void>();
  let calming: ReturnType<typeof setTimeout> | undefined;
  const tell = (next: SaveState): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  const queue = createSaveQueue({
    document,
    revision,
    save: (changes, base) => call('document:save', { id, revision: base, changes }),
    onState: (next) => {
      clearTimeout(calming);
      if (next.kind === 'saved') calming = setTimeout(() => tell(next), calm);
      else if (next.kind !== 'unsaved' || state.kind !== 'unsaved') tell(next);
    },
  });
  return {
    ...queue,
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

/** Saves the document while the screen is there; writes at once when the window loses focus or the screen is left. */
export const useSaving = (id: string, document: GovDocument, revision: number): Saving => {
  const [saving] = useState(() => createSaving(id, document, revision));
  useEffect(() => {
    const flush = () => saving.flush();
    // A failure shows in the status line and is tried again by itself.
    const onBlur = () => void flush().catch(() => {});
    const release = beforeLeaving(flush);
    window.addEventListener('blur', onBlur);
    return () => {
      release();
      window.removeEventListener('blur', onBlur);
      void flush()
        .catch(() => {})
        .finally(saving.stop);
    };
  }, [saving]);
  return saving;
};

/** The state of saving, read by the few components that show it. */
export const useSaveState = (saving: Saving): SaveState => useSyncExternalStore(saving.subscribe, saving.state);
