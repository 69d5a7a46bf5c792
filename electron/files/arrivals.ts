import type { GovDocument } from '../../shared/document/document';
import type { SourceFile } from '../engine/engine-tasks';

/** What a document that has just been read from a file still wants to be asked about. */
export type Arrival =
  /** The file has tracked changes, which were read as accepted. */
  | Readonly<{ kind: 'changes'; file: SourceFile; count: number }>
  /** The file is an export of this document that was changed elsewhere. */
  | Readonly<{ kind: 'returned'; name: string; document: GovDocument }>;

/** Arrivals by the id of their document, until they were asked about; only the latest are kept. */
export type Arrivals = Readonly<{
  keep(id: string, arrival: Arrival): void;
  get(id: string): Arrival | null;
  forget(id: string): void;
}>;

const most = 8;

export const createArrivals = (): Arrivals => {
  const kept = new Map<string, Arrival>();
  return {
    keep: (id, arrival) => {
      kept.delete(id);
      kept.set(id, arrival);
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    },
    get: (id) => kept.get(id) ?? null,
    forget: (id) => void kept.delete(id),
  };
};
