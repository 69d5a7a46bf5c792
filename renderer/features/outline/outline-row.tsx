import { memo } from 'react';
import { type DocumentFunction, functionNames } from '../../../shared/functions/types';
import type { OutlineRow } from '../../app/outline/outline-rows';
import { Icon } from '../../app/ui/icon';
import type { MissingRow, RowCounts } from './outline-marks';

const countWords = ({ must, should }: RowCounts): string =>
  [must > 0 && `必改 ${must}`, should > 0 && `建议 ${should}`].filter(Boolean).join('，');

type PlaceProps = Readonly<{
  /** Distance from the top of the lines, px. */
  top: number;
  /** Which one it is among its siblings, from 1, and how many there are. */
  position: number;
  siblings: number;
  /** The one line that Tab comes to. */
  stop: boolean;
}>;

type RowProps = PlaceProps &
  Readonly<{
    row: OutlineRow;
    function: DocumentFunction | undefined;
    counts: RowCounts | undefined;
    current: boolean;
    /** Null when nothing stands below it. */
    folded: boolean | null;
    /** Shown only because a row below it answers to the filter. */
    dim: boolean;
    dragged: boolean;
  }>;

/** One row of the tree. What it does is decided by the tree, from `data-id` and `data-act`. */
export const Row = memo((props: RowProps) => {
  const { row, function: name, counts, current, folded, dim, dragged, top, position, siblings, stop } = props;
  return (
    <div
      role="treeitem"
      className="outline-row"
      style={{ top }}
      aria-level={row.depth + 1}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-expanded={folded === null ? undefined : !folded}
      aria-current={current ? 'location' : undefined}
      tabIndex={stop ? 0 : -1}
      title={`${row.label}${row.text}`}
      data-id={row.id}
      data-depth={Math.min(row.depth, 4)}
      data-dim={dim || undefined}
      data-dragged={dragged || undefined}
    >
      <span className="outline-fold" data-act={folded === null ? undefined : 'fold'}>
        {folded !== null && <Icon name={folded ? 'right' : 'down'} size={10} />}
      </span>
      <i data-function={name} />
      {row.label && <span className="outline-number">{row.label}</span>}
      <span className="outline-text">{row.text}</span>
      {row.kind === 'clause' && (
        <span className="outline-only" data-act="only" aria-hidden="true" title="只看这一部分（Alt+Enter）">
          只看
        </span>
      )}
      {counts && (
        <em className={counts.must > 0 ? 'badge badge-must' : 'badge badge-should'} title={countWords(counts)}>
          <span aria-hidden="true">{counts.must > 0 ? counts.must : counts.should}</span>
          <span className="visually-hidden">{countWords(counts)}</span>
        </em>
      )}
      {name && <span className="visually-hidden">{functionNames[name]}</span>}
    </div>
  );
});

type MissingProps = PlaceProps & Readonly<{ missing: MissingRow }>;

/** A required part that is missing, where it belongs; choosing it writes its frame. */
export const MissingPart = ({ missing, top, position, siblings, stop }: MissingProps) => (
  <div
    role="treeitem"
    className="outline-missing"
    style={{ top }}
    tabIndex={stop ? 0 : -1}
    aria-posinset={position}
    aria-setsize={siblings}
    aria-level={missing.depth + 1}
    title="点此写入该部分的框架"
    data-id={missing.function}
    data-depth={missing.depth}
  >
    <span>
      <Icon name="plus" size={12} />
      {missing.text}
    </span>
  </div>
);
