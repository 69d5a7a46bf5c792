import { memo, useEffect, useRef } from 'react';
import { type DocumentFunction, functionNames } from '../../../shared/functions/types';
import type { OutlineRow } from '../../app/outline/outline-rows';
import { Icon } from '../../app/ui/icon';
import type { MissingRow, RowCounts } from './outline-marks';

const countWords = ({ must, should }: RowCounts): string =>
  [must > 0 && `必改 ${must}`, should > 0 && `建议 ${should}`].filter(Boolean).join('，');

type RowProps = Readonly<{
  row: OutlineRow;
  index: number;
  function: DocumentFunction | undefined;
  counts: RowCounts | undefined;
  current: boolean;
  /** The one row that Tab comes to. */
  stop: boolean;
  /** Null when nothing stands below it. */
  folded: boolean | null;
  /** Shown only because a row below it answers to the filter. */
  dim: boolean;
  dragged: boolean;
}>;

/** One row of the tree. What it does is decided by the tree, from `data-row` and `data-act`. */
export const Row = memo((props: RowProps) => {
  const { row, index, function: name, counts, current, stop, folded, dim, dragged } = props;
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (current) element.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <div
      ref={element}
      role="treeitem"
      className="outline-row"
      aria-level={row.depth + 1}
      aria-expanded={folded === null ? undefined : !folded}
      aria-current={current ? 'location' : undefined}
      tabIndex={stop ? 0 : -1}
      title={`${row.label}${row.text}`}
      data-row={index}
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

/** A required part that is missing, where it belongs; choosing it writes its frame. */
export const MissingPart = ({ missing }: { readonly missing: MissingRow }) => (
  <div
    role="treeitem"
    className="outline-missing"
    tabIndex={-1}
    aria-level={missing.depth + 1}
    title="点此写入该部分的框架"
    data-missing={missing.function}
    data-depth={missing.depth}
  >
    <span>
      <Icon name="plus" size={12} />
      {missing.text}
    </span>
  </div>
);
