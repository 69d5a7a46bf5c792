import { Fragment, type ReactNode, useState } from 'react';
import {
  type ChangeKind,
  type ComparedBlock,
  type Comparison,
  changeKinds,
  changeNames,
  kindOf,
} from '../../../shared/compare/comparison';
import { DialogFrame } from '../../app/ui/dialog-frame';
import { ChangeRow } from './change-row';
import './compare.css';

type CompareDialogProps = Readonly<{
  /** What the two states are called. */
  before: string;
  after: string;
  comparison: Comparison;
  /** Where another state is chosen to compare with, if it can be. */
  choice: ReactNode;
  /** What taking over the chosen changes is called: 改回, 采用来稿; null where neither side is the open text. */
  takeLabel: string | null;
  /** The block of a change in the open text, to go there; null when it is not in it. */
  placeOf(change: ComparedBlock): string | null;
  onJump(blockId: string): void;
  onTake(changes: readonly ComparedBlock[]): void;
  onExport(): void;
  /** Asks which chapter of the earlier state is put back; null where that cannot be done. */
  onRestorePart: (() => void) | null;
  onClose(): void;
}>;

/** Only words, blocks and levels can be taken over; a move is undone by moving. */
const canTake = (change: ComparedBlock): boolean => {
  const kind = kindOf(change);
  return kind === 'added' || kind === 'removed' || kind === 'changed';
};

/** Numbers follow from the rest; alone they are all there is to see. */
const shownAtFirst = ({ blocks }: Comparison): ReadonlySet<ChangeKind> => {
  const weighty = changeKinds.filter((kind) => kind !== 'renumbered');
  return new Set(blocks.some((block) => kindOf(block) !== 'renumbered') ? weighty : changeKinds);
};

/** Two states side by side: what was gone, new, reworded, moved, with what that means for the plan. */
export const CompareDialog = (props: CompareDialogProps) => {
  const { before, after, comparison, choice, takeLabel, placeOf, onJump, onTake, onExport, onRestorePart, onClose } =
    props;
  const { blocks, remarks } = comparison;
  const [seen, setSeen] = useState(comparison);
  const [shown, setShown] = useState(() => shownAtFirst(comparison));
  const [chosen, setChosen] = useState<ReadonlySet<ComparedBlock>>(new Set());
  // Another comparison in the same dialog.
  if (seen !== comparison) {
    setSeen(comparison);
    setShown(shownAtFirst(comparison));
    setChosen(new Set());
  }

  const counts = new Map(changeKinds.map((kind) => [kind, blocks.filter((block) => kindOf(block) === kind).length]));
  const visible = blocks.filter((block) => shown.has(kindOf(block)));
  const toggle = <T,>(set: ReadonlySet<T>, item: T): ReadonlySet<T> => {
    const next = new Set(set);
    if (!next.delete(item)) next.add(item);
    return next;
  };

  return (
    <DialogFrame
      title={`${before} → ${after}`}
      full
      onClose={onClose}
      foot={
        <>
          <button type="button" className="btn" disabled={blocks.length === 0} onClick={onExport}>
            导出对照表
          </button>
          {onRestorePart && (
            <button type="button" className="btn" disabled={blocks.length === 0} onClick={onRestorePart}>
              恢复一章…
            </button>
          )}
          <span className="spacer" />
          <button type="button" className="btn" onClick={onClose}>
            关闭
          </button>
          {takeLabel !== null && (
            <button
              type="button"
              className="btn btn-primary"
              disabled={chosen.size === 0}
              onClick={() => onTake(blocks.filter((block) => chosen.has(block)))}
            >
              {takeLabel}
              {chosen.size > 0 && ` ${chosen.size} 处`}
            </button>
          )}
        </>
      }
    >
      {choice}
      {blocks.length === 0 ? (
        <p className="compare-none">两份文稿的正文没有差别。</p>
      ) : (
        <>
          <div className="compare-bar">
            <fieldset className="compare-kinds" aria-label="显示哪些改动">
              {changeKinds.map((kind) => (
                <button
                  key={kind}
                  type="button"
                  aria-pressed={shown.has(kind)}
                  disabled={counts.get(kind) === 0}
                  data-kind={kind}
                  onClick={() => setShown(toggle(shown, kind))}
                >
                  {changeNames[kind]} {counts.get(kind)}
                </button>
              ))}
            </fieldset>
            {remarks.map((remark) => (
              <b key={remark} className="compare-remark">
                {remark}
              </b>
            ))}
          </div>
          <div className="compare-heads" aria-hidden="true">
            <span />
            <span>{before}</span>
            <span>{after}</span>
          </div>
          <ol className="compare-list" aria-label="改动">
            {visible.map((change, index) => (
              <Fragment key={`${change.before?.blockId} ${change.after?.blockId}`}>
                {visible[index - 1]?.chapter !== change.chapter && (
                  <li className="compare-chapter">{change.chapter}</li>
                )}
                <ChangeRow
                  change={change}
                  place={placeOf(change)}
                  chosen={takeLabel !== null && canTake(change) ? chosen.has(change) : null}
                  onChoose={() => setChosen(toggle(chosen, change))}
                  onJump={onJump}
                />
              </Fragment>
            ))}
            {visible.length === 0 && <li className="compare-none">选中的几类改动一处也没有。</li>}
          </ol>
        </>
      )}
    </DialogFrame>
  );
};
