import type { SearchHit } from '../../../shared/document/search-hit';
import { type DocumentFunction, documentFunctions, functionNames } from '../../../shared/functions/types';
import type { LibraryRow } from '../../../shared/ipc/contract';
import { rowTitle } from './library-rows';
import type { TextSearch } from './use-text-search';
import './text-hits.css';

type TextHitsProps = Readonly<{
  search: TextSearch;
  rows: readonly LibraryRow[];
  /** Where it is searched; null in the whole text. */
  within: DocumentFunction | null;
  onWithin(within: DocumentFunction | null): void;
  onOpen(id: string, blockId: string): void;
}>;

const Sentence = ({ text, marks }: SearchHit) => {
  const ends = [0, ...marks.map(({ end }) => end)];
  return (
    <>
      {marks.map(({ start, end }, index) => (
        <span key={start}>
          {text.slice(ends[index], start)}
          <mark>{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(ends.at(-1))}
    </>
  );
};

/** Documents whose text holds the words searched for, each with the first place where it does; opens there. */
export const TextHits = ({ search, rows, within, onWithin, onOpen }: TextHitsProps) => {
  if (search.state === 'failed')
    return (
      <p className="text-hits-note" role="alert">
        {search.message}
      </p>
    );
  if (search.state !== 'found') return null;
  const { hits, query, complete } = search;
  const byId = new Map(rows.map((row) => [row.id, row] as const));
  return (
    <section className="text-hits" aria-label="正文中的结果">
      <div className="text-hits-head">
        <h2>
          {within ? `“${functionNames[within]}”中` : '正文'}含“{query.trim()}”的文稿 <em>{hits.length}</em>
        </h2>
        <span className="spacer" />
        <fieldset className="text-hits-within">
          <legend className="visually-hidden">在哪一部分中查找</legend>
          {([null, ...documentFunctions] as const).map((name) => (
            <button
              key={name ?? 'all'}
              type="button"
              className="text-hits-choice"
              aria-pressed={within === name}
              onClick={() => onWithin(name)}
            >
              {name ? functionNames[name] : '全文'}
            </button>
          ))}
        </fieldset>
      </div>
      {hits.length > 0 && (
        <ul>
          {hits.map((hit) => {
            const row = byId.get(hit.id);
            return (
              <li key={hit.id}>
                <button type="button" onClick={() => onOpen(hit.id, hit.blockId)}>
                  <b>{row ? rowTitle(row) : ''}</b>
                  <span>
                    <Sentence {...hit} />
                  </span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
      {!complete && <p className="text-hits-note">还有文稿正在编入索引，结果会陆续补上。</p>}
    </section>
  );
};
