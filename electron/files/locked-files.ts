import { randomUUID } from 'node:crypto';
import type { LockedFile } from '../../shared/ipc/contract';
import type { SourceFile } from '../engine/engine-tasks';

/** Files that wait for their password, by a key the window knows them by; only the latest are kept. */
export type LockedFiles = Readonly<{
  keep(file: SourceFile, name: string): LockedFile;
  get(key: string): SourceFile | null;
  forget(key: string): void;
}>;

const most = 20;

export const createLockedFiles = (): LockedFiles => {
  const kept = new Map<string, SourceFile>();
  return {
    keep: (file, name) => {
      const key = randomUUID();
      kept.set(key, file);
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
      return { key, file: name };
    },
    get: (key) => kept.get(key) ?? null,
    forget: (key) => void kept.delete(key),
  };
};
