import { useRef, useState } from 'react';

type Row = Readonly<{ id: string }>;

/** Which documents are selected, to do something with them together. */
export const useSelection = () => {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  /** Where a selection that is being extended began. */
  const anchor = useRef<string | null>(null);
  return {
    ids,
    toggle: (id: string) => {
      anchor.current = id;
      const next = new Set(ids);
      if (!next.delete(id)) next.add(id);
      setIds(next);
    },
    /** From where the selection began, or `from`, to this row. */
    extend: (rows: readonly Row[], from: string, to: string) => {
      if (anchor.current === null || !rows.some(({ id }) => id === anchor.current)) anchor.current = from;
      const places = [anchor.current, to].map((id) => rows.findIndex((row) => row.id === id));
      const [first, last] = [Math.min(...places), Math.max(...places)];
      setIds(new Set(rows.slice(Math.max(0, first), last + 1).map(({ id }) => id)));
    },
    all: (rows: readonly Row[]) => setIds(new Set(rows.map(({ id }) => id))),
    clear: () => {
      anchor.current = null;
      setIds(new Set());
    },
  };
};

export type Selection = ReturnType<typeof useSelection>;
