import type { Genre } from '../../../shared/document/document';
import { type DocumentStatus, documentStatuses } from '../../../shared/document/filing';
import { genreNames } from '../../../shared/document/genre-names';
import { type DocumentFunction, documentFunctions, functionNames } from '../../../shared/functions/types';
import type { LibraryRow } from '../../../shared/ipc/contract';

export type LibraryView = 'all' | 'trash';

/** What the list is narrowed to; null lets everything through. */
export type LibraryFilter = Readonly<{
  folder: string | null;
  genre: Genre | null;
  year: number | null;
  issuer: string | null;
  status: DocumentStatus | null;
  tag: string | null;
}>;
export const noFilter: LibraryFilter = {
  folder: null,
  genre: null,
  year: null,
  issuer: null,
  status: null,
  tag: null,
};

export type SortKey = 'title' | 'genre' | 'status' | 'problems' | 'time';
export type LibrarySort = Readonly<{ by: SortKey; descending: boolean }>;
export const newestFirst: LibrarySort = { by: 'time', descending: true };

/** The name given in the library, else the document's own title, else a stand-in. */
export const rowTitle = (row: LibraryRow): string => row.name ?? (row.summary.title.trim() || '（未写标题）');

const timeOf = (row: LibraryRow): number => row.trashedAt ?? row.updatedAt;
const chinese = new Intl.Collator('zh-Hans-CN', { numeric: true });
const orders: Readonly<Record<SortKey, (a: LibraryRow, b: LibraryRow) => number>> = {
  title: (a, b) => chinese.compare(rowTitle(a), rowTitle(b)),
  genre: (a, b) => chinese.compare(genreNames[a.summary.genre], genreNames[b.summary.genre]),
  status: (a, b) => documentStatuses.indexOf(a.filing.status) - documentStatuses.indexOf(b.filing.status),
  problems: (a, b) =>
    a.summary.counts.must - b.summary.counts.must || a.summary.counts.should - b.summary.counts.should,
  time: (a, b) => timeOf(a) - timeOf(b),
};

const passes = ({ summary, year, filing }: LibraryRow, filter: LibraryFilter): boolean =>
  (filter.folder === null || filing.folder === filter.folder) &&
  (filter.genre === null || summary.genre === filter.genre) &&
  (filter.year === null || year === filter.year) &&
  (filter.issuer === null || summary.issuer === filter.issuer) &&
  (filter.status === null || filing.status === filter.status) &&
  (filter.tag === null || filing.tags.includes(filter.tag));

/** Rows of one view whose title or issuer contains every word of the query, narrowed and in order. */
export const visibleRows = (
  rows: readonly LibraryRow[],
  view: LibraryView,
  query: string,
  filter: LibraryFilter = noFilter,
  sort: LibrarySort = newestFirst,
): LibraryRow[] => {
  const words = query.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const sign = sort.descending ? -1 : 1;
  return rows
    .filter((row) => (row.trashedAt !== null) === (view === 'trash'))
    .filter((row) => view === 'trash' || passes(row, filter))
    .filter((row) => {
      if (words.length === 0) return true;
      const text = `${rowTitle(row)}\n${row.summary.title}\n${row.summary.issuer}`.toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .sort((a, b) => sign * orders[sort.by](a, b) || timeOf(b) - timeOf(a));
};

/** What the documents outside the 回收站 can be narrowed by. */
export type FilterChoices = Readonly<{
  folders: readonly Readonly<{ name: string; count: number }>[];
  genres: readonly Genre[];
  /** The newest first. */
  years: readonly number[];
  issuers: readonly string[];
  statuses: readonly DocumentStatus[];
  tags: readonly string[];
}>;

export const filterChoices = (rows: readonly LibraryRow[]): FilterChoices => {
  const kept = rows.filter((row) => row.trashedAt === null);
  const folders = new Map<string, number>();
  for (const { filing } of kept)
    if (filing.folder !== null) folders.set(filing.folder, (folders.get(filing.folder) ?? 0) + 1);
  const statuses = new Set(kept.map(({ filing }) => filing.status));
  const genres = new Set(kept.map(({ summary }) => summary.genre));
  return {
    folders: [...folders].map(([name, count]) => ({ name, count })).sort((a, b) => chinese.compare(a.name, b.name)),
    genres: (Object.keys(genreNames) as Genre[]).filter((genre) => genres.has(genre)),
    years: [...new Set(kept.map(({ year }) => year))].sort((a, b) => b - a),
    issuers: [...new Set(kept.map(({ summary }) => summary.issuer).filter(Boolean))].sort(chinese.compare),
    statuses: documentStatuses.filter((status) => statuses.has(status)),
    tags: [...new Set(kept.flatMap(({ filing }) => filing.tags))].sort(chinese.compare),
  };
};

/** A query like “保障措施 中的 养老” asks for 养老 only where the safeguards are. */
export const readQuery = (query: string): Readonly<{ words: string; within: DocumentFunction | null }> => {
  const match = /^\s*(\S+?)\s*中的?\s+(.*)$/u.exec(query);
  const within = documentFunctions.find((name) => functionNames[name] === match?.[1]);
  return match && within ? { words: match[2]!.trim(), within } : { words: query, within: null };
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
