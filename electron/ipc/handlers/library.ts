import type { DocumentSummary } from '../../../shared/document/summary';
import { AppError } from '../../../shared/ipc/app-error';
import type { LibraryRow } from '../../../shared/ipc/contract';
import type { StoredRow } from '../../storage/repos/documents-repo';
import type { Handlers } from '../answer-call';
import { ruleSetOf } from '../rule-set';
import type { Services } from '../services';

/** A search waits so many milliseconds for texts that changed; what is left is indexed between searches. */
const catchUpTime = 60;
const mostHits = 50;

type LibraryChannel = Extract<keyof Handlers, `library:${string}`>;

export const libraryHandlers = (services: Services): Pick<Handlers, LibraryChannel> => ({
  // The list does not wait for checks: what changed since is asked for by its id.
  'library:list': async ({ from, most }) => {
    const rows: LibraryRow[] = [];
    for (const row of services.documents().list(from, most))
      rows.push(row.summary === null ? await currentRow(row, services) : rowOf(row, row.summary, services));
    return rows;
  },
  'library:rows': async ({ ids }) => {
    const rows: LibraryRow[] = [];
    for (const row of ids.flatMap((id) => services.documents().row(id) ?? []))
      rows.push(await currentRow(row, services));
    return rows;
  },
  'library:file': ({ filings }) => {
    services.documents().file(filings);
    return {};
  },
  'library:search': ({ query, within }) => {
    const complete = services.search().catchUp(catchUpTime);
    return { hits: [...services.search().find(query, mostHits, within ?? undefined)], complete };
  },
  'library:rename': ({ id, name }) => {
    services.documents().rename(id, name?.trim() || null);
    return {};
  },
  'library:duplicate': ({ id }) => ({ id: services.documents().duplicate(id) }),
  'library:trash': ({ id }) => {
    if (services.desk.isElsewhere(id))
      throw new AppError('conflict', '这份文稿正在另一个窗口中打开。请先在那个窗口里回到文库，再移到回收站。');
    services.documents().trash(id);
    return {};
  },
  'library:restore': ({ id }) => {
    services.documents().restore(id);
    return {};
  },
  'library:purge': ({ id }) => {
    services.documents().purge(id);
    return {};
  },
});

const rowOf = (row: StoredRow, summary: DocumentSummary, services: Services): LibraryRow => ({
  id: row.id,
  name: row.name,
  summary,
  summaryOf: summaryOf(row, services),
  updatedAt: row.updatedAt,
  trashedAt: row.trashedAt,
  filing: { ...row.filing, tags: [...row.filing.tags] },
  year: row.year,
});

const summaryOf = (row: StoredRow, services: Services): LibraryRow['summaryOf'] => {
  if (row.isStale) return 'earlier-text';
  return row.rules !== ruleSetOf(services) && row.trashedAt === null ? 'earlier-rules' : 'now';
};

/** The row with a summary of the text as it is now. */
const currentRow = async (row: StoredRow, services: Services): Promise<LibraryRow> => {
  if (!row.isStale) return rowOf(row, row.summary ?? noSummary, services);
  return { ...rowOf(row, await refreshSummary(row, services), services), summaryOf: 'now' };
};

/** Computes the summary of a document that has changed since; one that fails must not hide the others. */
const refreshSummary = async (row: StoredRow, services: Services): Promise<DocumentSummary> => {
  try {
    const { document, revision } = services.documents().open(row.id);
    const rules = ruleSetOf(services);
    const summary = await services.engine.summarise(document);
    services.documents().storeSummary(row.id, revision, summary, rules);
    return summary;
  } catch (error) {
    services.log.error('summary', error);
    return row.summary ?? noSummary;
  }
};

/** Stands in for a document that cannot be read. */
const noSummary: DocumentSummary = {
  title: '（无法读取的文稿）',
  genre: 'other',
  issuer: '',
  characters: 0,
  functions: {
    guidingIdeology: 'not-required',
    goals: 'not-required',
    tasks: 'not-required',
    safeguards: 'not-required',
  },
  counts: { must: 0, should: 0, hint: 0 },
};
