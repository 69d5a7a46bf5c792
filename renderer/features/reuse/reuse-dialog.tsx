import { useEffect, useState } from 'react';
import type { GovDocument } from '../../../shared/document/document';
import { genreNames } from '../../../shared/document/genre-names';
import type { LibraryRow } from '../../../shared/ipc/contract';
import { listReusable, startFromDocument } from '../../../shared/reuse/start-from-document';
import { DialogFrame } from '../../app/ui/dialog-frame';
import { formatCount } from '../../app/ui/format';
import { useUnits } from '../../app/units';
import { matches } from '../../editor/menu/match-pinyin';
import { call, sentenceOf } from '../../ipc/client';
import './reuse.css';

type ReuseDialogProps = Readonly<{
  /** Documents of the library to choose from. */
  rows: readonly LibraryRow[];
  /** The document that was chosen already, if one was. */
  chosen: string | null;
  onClose(): void;
  onCreated(id: string): void;
}>;

/** 以去年文稿为底稿: choose an earlier text and what of it is taken over. */
export const ReuseDialog = ({ rows, chosen, onClose, onCreated }: ReuseDialogProps) => {
  const units = useUnits();
  const [source, setSource] = useState(chosen);
  const [earlier, setEarlier] = useState<GovDocument | null>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [query, setQuery] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const attempt = (work: () => Promise<void>) => {
    setProblem(null);
    void work().catch((error) => setProblem(sentenceOf(error)));
  };
  useEffect(() => {
    if (source === null) return;
    call('document:read', { id: source }).then(
      ({ document }) => setEarlier(document),
      (error) => setProblem(sentenceOf(error)),
    );
  }, [source]);
  const openFile = () =>
    attempt(async () => {
      const { imported, failed } = await call('files:open', {});
      if (failed[0]) setProblem(failed[0].message);
      if (imported[0]) setSource(imported[0].id);
    });
  const create = () =>
    attempt(async () => {
      if (!earlier) return;
      const pieces = new Set(listReusable(earlier).flatMap(({ id }) => (left.has(id) ? [] : [id])));
      const document = startFromDocument(earlier, pieces, units);
      onCreated((await call('document:create', { document })).id);
    });

  const pieces = earlier ? listReusable(earlier) : [];
  const titleOf = ({ name, summary }: LibraryRow) => name ?? (summary.title || '（无标题）');
  return (
    <DialogFrame
      title="以去年文稿为底稿"
      wide
      onClose={onClose}
      foot={
        <>
          {source === null && (
            <button type="button" className="btn" onClick={openFile}>
              从文件打开…
            </button>
          )}
          <span className="spacer" />
          <button type="button" className="btn" onClick={onClose}>
            取消
          </button>
          {source !== null && (
            <button type="button" className="btn btn-primary" disabled={!earlier} onClick={create}>
              新建文稿
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
            aria-label="查找底稿"
            placeholder="按标题查找"
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
          />
          <ul className="reuse-list" aria-label="可作底稿的文稿">
            {rows
              .filter((row) => matches({ name: titleOf(row), pinyin: '' }, query))
              .map((row) => (
                <li key={row.id}>
                  <button type="button" onClick={() => setSource(row.id)}>
                    {titleOf(row)}
                    <small>
                      {genreNames[row.summary.genre]} · {formatCount(row.summary.characters)} 字
                    </small>
                  </button>
                </li>
              ))}
          </ul>
          {rows.length === 0 && <p className="dialog-text">文库里还没有文稿，可以从文件打开。</p>}
        </>
      ) : (
        <>
          <p className="dialog-text">
            勾选要沿用的部分。年份、日期和数字会变成待填，并写明原来是多少；旧的地名、单位、人名和引用的文件会逐个列出来，待你处理。
          </p>
          <fieldset className="reuse-pieces">
            <legend className="visually-hidden">沿用的部分</legend>
            {pieces.map(({ id, name, characters }) => (
              <label key={id} className="choice">
                <input
                  type="checkbox"
                  checked={!left.has(id)}
                  onChange={() => {
                    const next = new Set(left);
                    if (!next.delete(id)) next.add(id);
                    setLeft(next);
                  }}
                />
                <span>
                  {name}
                  <small>{formatCount(characters)} 字</small>
                </span>
              </label>
            ))}
          </fieldset>
        </>
      )}
    </DialogFrame>
  );
};
