import { useCallback, useEffect, useState } from 'react';
import type { LibraryRow } from '../../../shared/ipc/contract';
import { say } from '../../app/ui/toasts';
import { call, sentenceOf } from '../../ipc/client';
import { rowTitle } from './library-rows';

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
  useEffect(() => void attempt(async () => {}), [attempt]);

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
    trash: (row: LibraryRow) =>
      attempt(async () => {
        await call('library:trash', { id: row.id });
        say(`《${shorten(rowTitle(row))}》已移到回收站。`, { label: '撤销', run: () => void restore(row) });
      }),
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
