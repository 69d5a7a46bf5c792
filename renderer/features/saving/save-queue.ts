import { type DocumentChanges, diffDocuments } from '../../../shared/document/changes';
import type { GovDocument } from '../../../shared/document/document';
import { AppError } from '../../../shared/ipc/app-error';

/** What is true about the saving of a document right now. */
export type SaveState =
  | Readonly<{ kind: 'saved'; at: number | null }>
  /** Changed, and being handed over within a second. */
  | Readonly<{ kind: 'unsaved' }>
  /** Could not be written; tried again by itself. */
  | Readonly<{ kind: 'failed'; message: string }>
  /** Somebody else wrote the same document; waits for `rebase`. */
  | Readonly<{ kind: 'conflict' }>;

type SaveQueueOptions = Readonly<{
  document: GovDocument;
  revision: number;
  save(changes: DocumentChanges, revision: number): Promise<{ revision: number; savedAt: number }>;
  onState(state: SaveState): void;
  now?: () => number;
}>;

/** A pause in typing after which a change is written. */
const quiet = 300;
/** The longest a change waits while typing goes on: written and on disk within a second also on a busy machine. */
const longest = 700;
/** Waiting times between tries after a failure; the last one repeats. */
const retries = [1000, 2000, 5000, 10_000] as const;

/** Hands a document over to the disk while it is being edited, one save at a time. */
export type SaveQueue = Readonly<{
  changed(document: GovDocument): void;
  /** Writes what is unsaved at once. Rejects with the reason when it cannot be written. */
  flush(): Promise<void>;
  /** Goes on from a newer stored state: everything that differs from it is written over it. */
  rebase(stored: GovDocument, revision: number): void;
  /** No more timers; what is unsaved stays so. */
  stop(): void;
}>;

/**
 * Saves 300 ms after a change and at most 0.7 s after the first unsaved one. It compares immutable values and never
 * waits for a composition, so nothing is re-rendered and nothing typed is lost.
 */
export const createSaveQueue = (options: SaveQueueOptions): SaveQueue => {
  const { save, onState, now = Date.now } = options;
  let saved = options.document;
  let revision = options.revision;
  let current = options.document;
  let firstUnsaved: number | null = null;
  let savedAt: number | null = null;
  let failures = 0;
  let conflict: AppError | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let inFlight: Promise<void> | null = null;

  const schedule = (delay: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void write().catch(() => {}), delay);
  };
  const scheduleSoon = () => schedule(Math.max(0, Math.min(quiet, (firstUnsaved ?? now()) + longest - now())));

  const writeOnce = async (): Promise<void> => {
    const target = current;
    const since = now();
    const changes = diffDocuments(saved, target);
    try {
      const answer = changes ? await save(changes, revision) : null;
      saved = target;
      failures = 0;
      if (answer) ({ revision, savedAt } = answer);
      firstUnsaved = current === target ? null : since;
      if (current !== target) scheduleSoon();
      else onState({ kind: 'saved', at: savedAt });
    } catch (error) {
      if (error instanceof AppError && error.code === 'conflict') {
        conflict = error;
        onState({ kind: 'conflict' });
      } else {
        onState({ kind: 'failed', message: error instanceof AppError ? error.message : '文稿没有写入磁盘。' });
        schedule(retries[Math.min(failures, retries.length - 1)]!);
        failures += 1;
      }
      throw error;
    }
  };
  const write = (): Promise<void> => {
    if (inFlight) return inFlight;
    clearTimeout(timer);
    timer = undefined;
    inFlight = writeOnce().finally(() => {
      inFlight = null;
    });
    return inFlight;
  };

  return {
    changed(document) {
      if (document === current) return;
      current = document;
      if (conflict) return;
      if (firstUnsaved === null) {
        firstUnsaved = now();
        onState({ kind: 'unsaved' });
      }
      // While a save is under way, or a failed one waits for its next try, that one takes the change along.
      if (!inFlight && failures === 0) scheduleSoon();
    },
    async flush() {
      if (inFlight) await inFlight.catch(() => {});
      if (conflict) throw conflict;
      if (current !== saved) await write();
    },
    rebase(stored, storedRevision) {
      conflict = null;
      saved = stored;
      revision = storedRevision;
      firstUnsaved = now();
      onState({ kind: 'unsaved' });
      schedule(0);
    },
    stop: () => clearTimeout(timer),
  };
};
