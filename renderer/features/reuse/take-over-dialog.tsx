import { useEffect, useState } from 'react';
import type { GovDocument } from '../../../shared/document/document';
import type { SearchHit } from '../../../shared/document/search-hit';
import type { LibraryRow } from '../../../shared/ipc/contract';
import { listChapters } from '../../../shared/reuse/take-over';
import { DialogFrame } from '../../app/ui/dialog-frame';
import { formatCount } from '../../app/ui/format';
import { call, sentenceOf } from '../../ipc/client';
import './reuse.css';

type TakeOverDialogProps = Readonly<{
  /** The open document, which is not offered. */
  id: string;
  onClose(): void;
  /** Takes chapters of a document, by the ids of `listChapters`. */
  onTake(earlier: GovDocument, title: string, chosen: ReadonlySet<string>): void;
}>;

/** So many documents are offered before anything is searched for: those changed last. */
const mostRecent = 50;
const quiet = 150;

const titleOf = ({ name, summary }: LibraryRow): string => name ?? (summary.title || '（未写标题）');

type Offer = Readonly<{ row: LibraryRow; hit: SearchHit | null }>;

/** 取用: find a document by its title or a word of its text, then choose chapters of it. */
export const TakeOverDialog = ({ id, onClose, onTake }: TakeOverDialogProps) => {
  const [query, setQuery] = useState('');
  const [offers, setOffers] = useState<readonly Offer[] | null>(null);
  const [source, setSource] = useState<Readonly<{ title: string; document: GovDocument }> | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    let dropped = false;
    const find = async (): Promise<readonly Offer[]> => {
      if (query.trim() === '') {
        const rows = await call('library:list', { from: 0, most: mostRecent });
        return rows.map((row) => ({ row, hit: null }));
      }
      const { hits } = await call('library:search', { query, within: null });
      const rows = new Map(
        (await call('library:rows', { ids: hits.map((hit) => hit.id) })).map((row) => [row.id, row]),
      );
      return hits.flatMap((hit) => {
        const row = rows.get(hit.id);
        return row ? [{ row, hit }] : [];
      });
    };
    const timer = setTimeout(
      () =>
        void find().then(
          (found) => !dropped && setOffers(found.filter(({ row }) => row.id !== id && row.trashedAt === null)),
          (error) => !dropped && setProblem(sentenceOf(error)),
        ),
      query === '' ? 0 : quiet,
    );
    return () => {
      dropped = true;
      clearTimeout(timer);
    };
  }, [query, id]);

  const choose = ({ row, hit }: Offer) => {
    setProblem(null);
    call('document:read', { id: row.id }).then(
      ({ document }) => {
        setSource({ title: titleOf(row), document });
        const found = listChapters(document).find(({ blocks }) => blocks.some((block) => block.id === hit?.blockId));
        setChosen(new Set(found ? [found.id] : []));
      },
      (error) => setProblem(sentenceOf(error)),
    );
  };
  const chapters = source ? listChapters(source.document) : [];

  return (
    <DialogFrame
      title={source ? `取用《${source.title}》` : '从其他文稿取用'}
      wide
      onClose={onClose}
      foot={
        <>
          {source && (
            <button type="button" className="btn" onClick={() => setSource(null)}>
              换一份文稿
            </button>
          )}
          <span className="spacer" />
          <button type="button" className="btn" onClick={onClose}>
            取消
          </button>
          {source && (
            <button
              type="button"
              className="btn btn-primary"
              disabled={chosen.size === 0}
              onClick={() => onTake(source.document, source.title, chosen)}
            >
              取用
            </button>
          )}
        </>
      }
    >
      {problem && (
        <p className="reuse-problem" role="alert">
          {problem}
        </p>
      )}
      {source === null ? (
        <>
          <input
            type="search"
            className="input"
            aria-label="查找要取用的文稿"
            placeholder="按正文里的字词查找"
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
          />
          <ul className="reuse-list" aria-label="可取用的文稿">
            {offers?.map((offer) => (
              <li key={offer.row.id}>
                <button type="button" onClick={() => choose(offer)}>
                  {titleOf(offer.row)}
                  <small>{offer.hit?.text ?? `${formatCount(offer.row.summary.characters)} 字`}</small>
                </button>
              </li>
            ))}
          </ul>
          {offers?.length === 0 && (
            <p className="dialog-text">
              {query.trim() === '' ? '文库里没有其他文稿。' : `没有正文含“${query.trim()}”的其他文稿。`}
            </p>
          )}
        </>
      ) : (
        <>
          <p className="dialog-text">
            放在光标所在的一章之后。年份、日期和数字会变成待填，并写明原来是多少；旧的地名、单位、人名和引用的文件会列入“旧稿遗留”。取用之前的文稿会存为一个版本，来源记在“旧稿遗留”里。
          </p>
          {chapters.length === 0 && <p className="dialog-text">这份文稿没有分章，没有可取用的部分。</p>}
          <fieldset className="reuse-pieces">
            <legend className="visually-hidden">取用的部分</legend>
            {chapters.map((piece) => (
              <label key={piece.id} className="choice">
                <input
                  type="checkbox"
                  checked={chosen.has(piece.id)}
                  onChange={() => {
                    const next = new Set(chosen);
                    if (!next.delete(piece.id)) next.add(piece.id);
                    setChosen(next);
                  }}
                />
                <span>
                  {piece.name}
                  <small>{formatCount(piece.characters)} 字</small>
                </span>
              </label>
            ))}
          </fieldset>
        </>
      )}
    </DialogFrame>
  );
};
