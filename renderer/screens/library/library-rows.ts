import type { LibraryRow } from '../../../shared/ipc/contract';

export type LibraryView = 'all' | 'trash';

/** The name given in the library, else the document's own title, else a stand-in. */
export const rowTitle = (row: LibraryRow): string => row.name ?? (row.summary.title.trim() || '（未写标题）');

/** Rows of one view whose title or issuer contains every word of the query, the newest first. */
export const visibleRows = (rows: readonly LibraryRow[], view: LibraryView, query: string): LibraryRow[] => {
  const words = query.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const timeOf = (row: LibraryRow): number => row.trashedAt ?? row.updatedAt;
  return rows
    .filter((row) => (row.trashedAt !== null) === (view === 'trash'))
    .filter((row) => {
      const text = `${rowTitle(row)}\n${row.summary.title}\n${row.summary.issuer}`.toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .sort((a, b) => timeOf(b) - timeOf(a));
};

/** A title cut into stretches, those that match a word of the query marked. */
export const markMatches = (title: string, query: string): { text: string; match: boolean }[] => {
  const words = query.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const lower = title.toLowerCase();
  const matched = new Array<boolean>(title.length).fill(false);
  for (const word of words)
    for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length))
      matched.fill(true, at, at + word.length);
  const stretches: { text: string; match: boolean }[] = [];
  for (let at = 0; at < title.length; at += 1) {
    const match = matched[at] ?? false;
    const last = stretches.at(-1);
    if (last && last.match === match) last.text += title.charAt(at);
    else stretches.push({ text: title.charAt(at), match });
  }
  return stretches;
};
