import { DialogFrame } from '../../app/ui/dialog-frame';
import './wording.css';

/** What is replaced by what, and where. */
export type WordingRow = Readonly<{ before: string; after: string; count: number; blockId: string; context?: string }>;

type WordingDialogProps = Readonly<{
  title: string;
  /** Said above the list. */
  words: string;
  /** Said where there is nothing to change. */
  none: string;
  /** Null while they are being looked for. */
  rows: readonly WordingRow[] | null;
  onJump(blockId: string): void;
  onApply(): void;
  onClose(): void;
}>;

/** Characters that cannot be seen are named. */
const shown = (text: string): string => text.replaceAll(' ', '␣') || '（无）';

/** What a rewording of the whole document would change, before it is done in one step. */
export const WordingDialog = ({ title, words, none, rows, onJump, onApply, onClose }: WordingDialogProps) => {
  const total = rows?.reduce((sum, { count }) => sum + count, 0) ?? 0;
  return (
    <DialogFrame
      title={title}
      wide
      onClose={onClose}
      foot={
        <>
          <span className="spacer" />
          <button type="button" className="btn" onClick={onClose}>
            {total > 0 ? '不改' : '关闭'}
          </button>
          {total > 0 && (
            <button type="button" className="btn btn-primary" onClick={onApply}>
              改 {total} 处
            </button>
          )}
        </>
      }
    >
      {rows === null ? (
        <p className="wording-words">正在查看全文…</p>
      ) : total === 0 ? (
        <p className="wording-words">{none}</p>
      ) : (
        <>
          <p className="wording-words">{words}</p>
          <ul className="wording-list" aria-label="将要改动的地方">
            {rows.map(({ before, after, count, blockId, context }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the rows never change
              <li key={at}>
                <button type="button" onClick={() => onJump(blockId)}>
                  <del>{shown(before)}</del>
                  <span aria-hidden="true">→</span>
                  <ins>{shown(after)}</ins>
                </button>
                <span>{context ?? `${count} 处`}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </DialogFrame>
  );
};
