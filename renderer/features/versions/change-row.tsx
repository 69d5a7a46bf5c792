import { memo } from 'react';
import { type ComparedBlock, changeNames, kindOf, type Segment } from '../../../shared/compare/comparison';

type ChangeRowProps = Readonly<{
  change: ComparedBlock;
  /** Block in the open text; null when it is not there. */
  place: string | null;
  /** Whether it is chosen; null when it cannot be taken over. */
  chosen: boolean | null;
  onChoose(): void;
  onJump(blockId: string): void;
}>;

const Side = ({
  segments,
  side,
  label,
}: {
  segments: readonly Segment[];
  side: 'removed' | 'added';
  label: string;
}) => {
  const Mark = side === 'removed' ? 'del' : 'ins';
  return (
    <p className="compare-text">
      {label}
      {segments.map(({ kind, text }, index) => {
        if (kind !== 'same' && kind !== side) return null;
        const key = `${index} ${kind}`;
        return kind === 'same' ? <span key={key}>{text}</span> : <Mark key={key}>{text}</Mark>;
      })}
    </p>
  );
};

/** One change: what kind and where, the text before and after, and what it means. */
export const ChangeRow = memo(({ change, place, chosen, onChoose, onJump }: ChangeRowProps) => {
  const { before, after, segments, moved, movedAlong, remarks } = change;
  const kind = kindOf(change);
  const where = (after ?? before)?.place ?? '';
  const whole = kind === 'added' || kind === 'removed';
  const plain = whole ? segments.map(({ text }): Segment => ({ kind: 'same', text })) : segments;
  return (
    <li className="compare-row" data-kind={kind}>
      <div className="compare-what">
        {chosen === null ? (
          <span className="compare-kind">{changeNames[kind]}</span>
        ) : (
          <label className="compare-kind">
            <input
              type="checkbox"
              checked={chosen}
              onChange={onChoose}
              aria-label={`选中：${changeNames[kind]} ${where}`}
            />
            {changeNames[kind]}
          </label>
        )}
        {place === null ? (
          <span>{where}</span>
        ) : (
          <button type="button" className="compare-place" onClick={() => onJump(place)}>
            {where}
          </button>
        )}
        {moved && before && (
          <p>
            原在{before.place}
            {movedAlong > 0 && `，连同以下 ${movedAlong} 段`}
          </p>
        )}
        {remarks.map((remark) => (
          <p key={remark} className="compare-remark">
            {remark}
          </p>
        ))}
      </div>
      {before ? <Side segments={plain} side="removed" label={before.label} /> : <p className="compare-text" />}
      {after ? <Side segments={plain} side="added" label={after.label} /> : <p className="compare-text" />}
    </li>
  );
});
