import { useCallback, useEffect, useState } from 'react';
import type { Filing } from '../../../shared/document/filing';
import type { LibraryRow } from '../../../shared/ipc/contract';
import { say } from '../../app/ui/toasts';
import { call, sentenceOf } from '../../ipc/client';
import { rowTitle } from './library-rows';

/** So many are there at once; the rest of a large library follows while the first can be used. */
const firstRows = 60;

const shorten = (title: string): string => (title.length > 24 ? `${title.slice(0, 24)}…` : title);

/** The rows of the library and what can be done with them; every change is read back from the machine. */
export const useLibrary = () => {
  /** Null until the first list has come. */
  const [rows, setRows] = useState<readonly LibraryRow[] | null>(null);

  const reload = useCallback(async () => setRows(await call('library:list', {})), []);
  const attempt = useCallback(
    async (work: () => Promise<unknown>) => {
      try {
        await work();
        await reload();
      } catch (error) {
        say(sentenceOf(error));
      }
    },
    [reload],
  );
  useEffect(() => void attempt(async () => setRows(await call('library:list', { most: firstRows }))), [attempt]);

  const rename = (id: string, name: string | null) => call('library:rename', { id, name });
  const restore = (row: LibraryRow) =>
    attempt(async () => {
      await call('library:restore', { id: row.id });
      say(`已还原《${shorten(rowTitle(row))}》。`);
    });

  return {
    rows,
    rename: (row: LibraryRow, name: string) =>
      attempt(async () => {
        await rename(row.id, name.trim() === '' ? null : name.trim());
        say('已改名。', { label: '撤销', run: () => void attempt(() => rename(row.id, row.name)) });
      }),
    duplicate: (row: LibraryRow) =>
      attempt(async () => {
        const { id } = await call('library:duplicate', { id: row.id });
        const undo = () => attempt(() => call('library:trash', { id }));
        say(`已复制《${shorten(rowTitle(row))}》。`, { label: '撤销', run: () => void undo() });
      }),
    trash: (doomed: readonly LibraryRow[]) =>
      attempt(async () => {
        const [only] = doomed;
        for (const row of doomed) await call('library:trash', { id: row.id });
        if (only && doomed.length === 1)
          say(`《${shorten(rowTitle(only))}》已移到回收站。`, { label: '撤销', run: () => void restore(only) });
        else
          say(`${doomed.length} 份文稿已移到回收站。`, {
            label: '撤销',
            run: () =>
              void attempt(async () => {
                for (const row of doomed) await call('library:restore', { id: row.id });
              }),
          });
      }),
    /** Files documents, the filings in the order of the rows. */
    file: (filed: readonly LibraryRow[], filings: readonly Filing[]) =>
      attempt(async () => {
        const put = (next: readonly Filing[]) =>
          call('library:file', {
            filings: filed.map(({ id }, at) => ({ ...next[at]!, tags: [...next[at]!.tags], id })),
          });
        await put(filings);
        const undo = () => void attempt(() => put(filed.map(({ filing }) => filing)));
        say(filed.length === 1 ? '已归档。' : `${filed.length} 份文稿已归档。`, { label: '撤销', run: undo });
      }),
    reload: () => attempt(async () => {}),
    restore,
    purge: (doomed: readonly LibraryRow[]) =>
      attempt(async () => {
        for (const row of doomed) await call('library:purge', { id: row.id });
        say(doomed.length === 1 ? '已彻底删除。' : `已彻底删除 ${doomed.length} 份文稿。`);
      }),
    saveAs: (row: LibraryRow) =>
      attempt(async () => {
        const { path } = await call('document:save-as', { id: row.id });
        if (path !== null) say(`已另存到 ${path}`);
      }),
  };
};

export type Library = ReturnType<typeof useLibrary>;
