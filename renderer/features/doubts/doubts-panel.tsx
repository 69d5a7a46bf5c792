import type { GovDocument, SetAsideLine } from '../../../shared/document/document';
import type { ReviewItem } from '../../../shared/document/review-item';
import { type Correction, correctionsFor } from './corrections';
import { DoubtCard } from './doubt-card';
import './doubts.css';

type DoubtsPanelProps = Readonly<{
  document: GovDocument;
  items: readonly ReviewItem[];
  setAside: readonly SetAsideLine[];
  onJump(item: ReviewItem): void;
  onCorrect(item: ReviewItem, correction: Correction): void;
  onRefuse(item: ReviewItem): void;
  onDone(items: readonly ReviewItem[], done: boolean): void;
  /** Puts a line that was set aside into the text at the caret. */
  onInsert(line: SetAsideLine): void;
}>;

/** What of the file is still to be looked at, and the lines that did not go into the text. */
export const DoubtsPanel = (props: DoubtsPanelProps) => {
  const { document, items, setAside, onJump, onCorrect, onRefuse, onDone, onInsert } = props;
  const open = items.filter(({ done }) => !done);
  const done = items.filter((item) => item.done);
  const levels = new Map(
    document.parts.flatMap(({ children }) =>
      children.flatMap((block) => (block.type === 'clause' ? [[block.id, block.level] as const] : [])),
    ),
  );
  const changes = open.filter(({ kind }) => kind === 'added' || kind === 'removed');
  return (
    <div className="doubts">
      <p className="doubts-head">
        {open.length > 0
          ? `读入时有 ${open.length} 处要核对。点文字转到该处；核对过的会移到“已核对”。`
          : items.length > 0
            ? '读入时要核对的都已核对。'
            : '读入时没有拿不准的地方。'}
      </p>
      {changes.length > 1 && (
        <button type="button" className="btn" onClick={() => onDone(changes, true)}>
          接受其余 {changes.length} 处修订
        </button>
      )}
      {open.length > 0 && (
        <ul aria-label="待核对">
          {open.map((item) => (
            <li key={items.indexOf(item)}>
              <DoubtCard
                item={item}
                corrections={item.kind === 'guess' ? correctionsFor(document, item) : []}
                level={levels.get(item.blockId ?? '') ?? null}
                onJump={onJump}
                onCorrect={onCorrect}
                onRefuse={onRefuse}
                onDone={(one) => onDone([one], true)}
              />
            </li>
          ))}
        </ul>
      )}
      {done.length > 0 && (
        <details>
          <summary>已核对 {done.length} 处</summary>
          <ul aria-label="已核对">
            {done.map((item) => (
              <li key={items.indexOf(item)} className="doubts-done">
                <button type="button" disabled={item.blockId === null} onClick={() => onJump(item)}>
                  {item.text}
                </button>
                <button
                  type="button"
                  className="btn"
                  aria-label={`重新列出：${item.text}`}
                  onClick={() => onDone([item], false)}
                >
                  重新列出
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
      {setAside.length > 0 && (
        <details>
          <summary>没有放进文稿的 {setAside.length} 行</summary>
          <ul aria-label="没有放进文稿的行">
            {setAside.map((line, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines never change
              <li key={at} className="doubts-done">
                <span>{line.text}</span>
                <button
                  type="button"
                  className="btn"
                  aria-label={`插入到光标处：${line.text}`}
                  onClick={() => onInsert(line)}
                >
                  插入
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
};
