import { useCallback, useEffect, useRef, useState } from 'react';
import type { Filing } from '../../../shared/document/filing';
import type { LibraryRow } from '../../../shared/ipc/contract';
import { sayError } from '../../app/say-error';
import { say } from '../../app/ui/toasts';
import { call, listen } from '../../ipc/client';
import { rowTitle } from './library-rows';

/** So many are shown at once; the rest of a large library follows in pieces, while those can be used. */
const firstRows = 60;
const furtherRows = 500;
const rest = 30;

/** All rows, handed over a piece at a time. A document that changes meanwhile may come twice: the first counts. */
const listAll = async (onFirst: (rows: readonly LibraryRow[]) => void): Promise<readonly LibraryRow[]> => {
  const rows = new Map<string, LibraryRow>();
  for (;;) {
    const most = rows.size === 0 ? firstRows : furtherRows;
    const next = await call('library:list', { from: rows.size, most });
    for (const row of next) if (!rows.has(row.id)) rows.set(row.id, row);
    if (next.length < most) return [...rows.values()];
    if (rows.size === firstRows) onFirst([...rows.values()]);
    await new Promise((resolve) => setTimeout(resolve, rest));
  }
};

/** So many changed documents are checked again and shown at a time. */
const checkedAtOnce = 10;
/** Milliseconds before that: who opens a document at once does not wait for the checks of others. */
const restBeforeChecks = 200;

const shorten = (title: string): string => (title.length > 24 ? `${title.slice(0, 24)}…` : title);

/** The rows of the library and what can be done with them; every change is read back from the machine. */
export const useLibrary = () => {
  /** Null until the first list has come. */
  const [rows, setRows] = useState<readonly LibraryRow[] | null>(null);

  const attempt = useCallback(async (work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (error) {
      sayError(error);
    }
  }, []);
  /** Reads rows again by their ids; what they say of their text is then of now. */
  const showAsNow = useCallback(async (ids: readonly string[]) => {
    for (let from = 0; from < ids.length; from += checkedAtOnce) {
      const now = await call('library:rows', { ids: ids.slice(from, from + checkedAtOnce) });
      const byId = new Map(now.map((row) => [row.id, row] as const));
      setRows((before) => before?.map((row) => byId.get(row.id) ?? row) ?? null);
    }
  }, []);
  /** The newest reading of the whole list, while it goes on: older ones, and what they bring, no longer count. */
  const reading = useRef<object | null>(null);
  /** What was checked while the list was being read, which may have brought it as it was before. */
  const checkedMeanwhile = useRef<readonly string[]>([]);
  /** The checks that follow a list. */
  const later = useRef<ReturnType<typeof setTimeout>>(undefined);
  const reload = useCallback(
    () =>
      attempt(async () => {
        const mine = {};
        reading.current = mine;
        clearTimeout(later.current);
        const isNewest = () => reading.current === mine;
        try {
          const all = await listAll((first) => isNewest() && setRows((before) => before ?? first));
          if (!isNewest()) return;
          setRows(all);
          const due = new Set(all.flatMap((row) => (row.summaryOf === 'earlier-text' ? row.id : [])));
          for (const id of checkedMeanwhile.current) due.add(id);
          checkedMeanwhile.current = [];
          reading.current = null;
          later.current = setTimeout(() => void attempt(() => showAsNow([...due])), restBeforeChecks);
        } finally {
          if (isNewest()) reading.current = null;
        }
      }),
    [attempt, showAsNow],
  );
  useEffect(() => {
    void reload();
    return () => clearTimeout(later.current);
  }, [reload]);
  useEffect(
    () =>
      listen('library-checked', ({ ids }) =>
        attempt(async () => {
          if (reading.current === null) await showAsNow(ids);
          else checkedMeanwhile.current = [...checkedMeanwhile.current, ...ids];
        }),
      ),
    [attempt, showAsNow],
  );
  /** Does something to documents, and shows them as they are then. */
  const change = (ids: readonly string[], work: () => Promise<unknown>) =>
    attempt(async () => {
      try {
        await work();
      } finally {
        const asked = new Set(ids);
        const changed = new Map((await call('library:rows', { ids: [...ids] })).map((row) => [row.id, row] as const));
        setRows((before) => {
          const kept = (before ?? []).flatMap((row) => changed.get(row.id) ?? (asked.has(row.id) ? [] : row));
          const known = new Set(kept.map(({ id }) => id));
          return [...kept, ...[...changed.values()].filter(({ id }) => !known.has(id))];
        });
        // What is being read of a long list may be older than this change.
        if (reading.current !== null) void reload();
      }
    });

  const rename = (id: string, name: string | null) => call('library:rename', { id, name });
  const restore = (row: LibraryRow) =>
    change([row.id], async () => {
      await call('library:restore', { id: row.id });
      say(`已还原《${shorten(rowTitle(row))}》。`);
    });
  const idsOf = (some: readonly LibraryRow[]) => some.map(({ id }) => id);

  return {
    rows,
    /** Reads all rows anew. */
    reload,
    rename: (row: LibraryRow, name: string) =>
      change([row.id], async () => {
        await rename(row.id, name.trim() === '' ? null : name.trim());
        say('已改名。', { label: '撤销', run: () => void change([row.id], () => rename(row.id, row.name)) });
      }),
    duplicate: (row: LibraryRow) =>
      attempt(async () => {
        const { id } = await call('library:duplicate', { id: row.id });
        await change([id], async () => {});
        const undo = () => change([id], () => call('library:trash', { id }));
        say(`已复制《${shorten(rowTitle(row))}》。`, { label: '撤销', run: () => void undo() });
      }),
    trash: (doomed: readonly LibraryRow[]) =>
      change(idsOf(doomed), async () => {
        const [only] = doomed;
        for (const { id } of doomed) await call('library:trash', { id });
        if (only && doomed.length === 1)
          say(`《${shorten(rowTitle(only))}》已移到回收站。`, { label: '撤销', run: () => void restore(only) });
        else {
          const undo = () =>
            change(idsOf(doomed), async () => {
              for (const { id } of doomed) await call('library:restore', { id });
            });
          say(`${doomed.length} 份文稿已移到回收站。`, { label: '撤销', run: () => void undo() });
        }
      }),
    /** Files documents, the filings in the order of the rows. */
    file: (filed: readonly LibraryRow[], filings: readonly Filing[]) => {
      const put = (next: readonly Filing[]) =>
        call('library:file', {
          filings: filed.map(({ id }, at) => ({ ...next[at]!, tags: [...next[at]!.tags], id })),
        });
      return change(idsOf(filed), async () => {
        await put(filings);
        const undo = () => change(idsOf(filed), () => put(filed.map(({ filing }) => filing)));
        const text = filed.length === 1 ? '已归档。' : `${filed.length} 份文稿已归档。`;
        say(text, { label: '撤销', run: () => void undo() });
      });
    },
    restore,
    purge: (doomed: readonly LibraryRow[]) =>
      change(idsOf(doomed), async () => {
        for (const { id } of doomed) await call('library:purge', { id });
        say(doomed.length === 1 ? '已彻底删除。' : `已彻底删除 ${doomed.length} 份文稿。`);
      }),
    /** Saves a document as a file, which a password opens if one is given. */
    saveAs: (row: LibraryRow, password: string | null = null) =>
      attempt(async () => {
        const { path, versions, left, damaged } = await call('document:save-as', { id: row.id, password });
        if (path === null) return;
        const withVersions = versions > 0 ? `，含 ${versions} 个版本` : '';
        const without = [
          ...(left > 0 ? [`另有 ${left} 个较早的版本放不下，没有带上，仍在文库里。`] : []),
          ...(damaged.versions > 0 ? [`有 ${damaged.versions} 个版本已损坏，没有带上。`] : []),
          ...(damaged.pictures > 0 ? [`有 ${damaged.pictures} 张图片已损坏，没有带上，请重新插入。`] : []),
        ];
        const done = `已${password === null ? '' : '加密'}另存到 ${path}${withVersions}。`;
        say(`${done}${without.join('')}`, undefined, without.length > 0);
      }),
  };
};

export type Library = ReturnType<typeof useLibrary>;
