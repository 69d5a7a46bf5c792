import { memo, useCallback, useEffect, useRef, useState } from 'react';
import type { Finding } from '../../../shared/checks/types';
import type { GovDocument } from '../../../shared/document/document';
import type { DocumentFunction, FunctionAssessments } from '../../../shared/functions/types';
import type { OutlineRow } from '../../app/outline/outline-rows';
import { Icon } from '../../app/ui/icon';
import { countByRow, hiddenRows, type MissingRow, missingRows, type RowCounts } from './outline-marks';
import './outline.css';

type OutlinePanelProps = Readonly<{
  /** The document the rows were made from. */
  document: GovDocument;
  rows: readonly OutlineRow[];
  current: number;
  functions: ReadonlyMap<string, DocumentFunction>;
  findings: readonly Finding[];
  assessments: FunctionAssessments | null;
  onJump(blockId: string): void;
  onAddPart(name: DocumentFunction): void;
}>;

const carriesFunction = ({ kind }: OutlineRow): boolean => kind === 'clause' || kind === 'box' || kind === 'opening';

const countWords = ({ must, should }: RowCounts): string =>
  [must > 0 && `必改 ${must}`, should > 0 && `建议 ${should}`].filter(Boolean).join('，');

type RowProps = Readonly<{
  row: OutlineRow;
  function: DocumentFunction | undefined;
  counts: RowCounts | undefined;
  current: boolean;
  folded: boolean;
  onJump(blockId: string): void;
  onFold(id: string): void;
}>;

const Row = memo(({ row, function: name, counts, current, folded, onJump, onFold }: RowProps) => {
  const element = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (current) element.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <li ref={element} className="outline-row" data-depth={Math.min(row.depth, 4)} data-current={current || undefined}>
      {row.hasChildren ? (
        <button
          type="button"
          className="outline-fold"
          aria-expanded={!folded}
          aria-label={`${folded ? '展开' : '收起'}“${row.label}${row.text}”`}
          tabIndex={-1}
          onClick={() => onFold(row.id)}
        >
          <Icon name={folded ? 'right' : 'down'} size={10} />
        </button>
      ) : (
        <span className="outline-fold" />
      )}
      <i data-function={name} />
      <button
        type="button"
        className="outline-jump"
        aria-current={current ? 'location' : undefined}
        title={`${row.label}${row.text}`}
        onClick={() => onJump(row.blockId)}
        onKeyDown={(event) => {
          if ((event.key === 'ArrowLeft' && !folded) || (event.key === 'ArrowRight' && folded))
            if (row.hasChildren) onFold(row.id);
        }}
      >
        {row.label && <span className="outline-number">{row.label}</span>}
        <span className="outline-text">{row.text}</span>
      </button>
      {counts && (
        <em className={counts.must > 0 ? 'badge badge-must' : 'badge badge-should'} title={countWords(counts)}>
          <span aria-hidden="true">{counts.must > 0 ? counts.must : counts.should}</span>
          <span className="visually-hidden">{countWords(counts)}</span>
        </em>
      )}
    </li>
  );
});

const MissingPart = ({ missing, onAdd }: { readonly missing: MissingRow; readonly onAdd: () => void }) => (
  <li className="outline-missing" data-depth={missing.depth}>
    <button type="button" onClick={onAdd} title="点此写入该部分的框架">
      <Icon name="plus" size={12} />
      <span>{missing.text}</span>
    </button>
  </li>
);

/** Next row for an arrow key: the buttons of the rows form one vertical list. */
const moveFocus = (list: HTMLElement, step: number) => {
  const stops = [...list.querySelectorAll<HTMLElement>('.outline-jump, .outline-missing button')];
  const at = stops.indexOf(window.document.activeElement as HTMLElement);
  if (at >= 0) stops[Math.max(0, Math.min(stops.length - 1, at + step))]?.focus();
};

/** The outline: numbers, function bars, finding counts; the missing required parts where they belong. */
export const OutlinePanel = memo((props: OutlinePanelProps) => {
  const { document, rows, current, functions, findings, assessments, onJump, onAddPart } = props;
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const onFold = useCallback((id: string) => {
    setFolded((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  }, []);

  const hidden = hiddenRows(rows, folded);
  const counts = countByRow(document, rows, findings, hidden);
  const missing = assessments ? missingRows(document, rows, assessments) : [];
  let shownCurrent = current;
  while (hidden.has(shownCurrent)) shownCurrent = rows[shownCurrent]?.parent ?? -1;

  const missingBefore = (index: number) =>
    missing
      .filter((row) => row.before === index)
      .map((row) => <MissingPart key={row.function} missing={row} onAdd={() => onAddPart(row.function)} />);

  return (
    <nav className="outline" aria-label="提纲">
      <ul
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          moveFocus(event.currentTarget, event.key === 'ArrowDown' ? 1 : -1);
        }}
      >
        {rows.map((row, index) => [
          ...missingBefore(index),
          hidden.has(index) ? null : (
            <Row
              key={row.id}
              row={row}
              function={carriesFunction(row) ? functions.get(row.blockId) : undefined}
              counts={counts.get(index)}
              current={index === shownCurrent}
              folded={folded.has(row.id)}
              onJump={onJump}
              onFold={onFold}
            />
          ),
        ])}
        {missingBefore(rows.length)}
      </ul>
    </nav>
  );
});
