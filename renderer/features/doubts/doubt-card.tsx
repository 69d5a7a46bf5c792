import { memo } from 'react';
import { type Level, levels } from '../../../shared/document/block';
import type { ReviewItem, ReviewKind } from '../../../shared/document/review-item';
import { formatNumber } from '../../../shared/numbering/compute-labels';
import type { Correction } from './corrections';

type DoubtCardProps = Readonly<{
  item: ReviewItem;
  /** Kinds of correction that fit its block at present. */
  corrections: readonly Correction['kind'][];
  /** Level of its block; null when it is no heading. */
  level: Level | null;
  onJump(item: ReviewItem): void;
  onCorrect(item: ReviewItem, correction: Correction): void;
  onRefuse(item: ReviewItem): void;
  onDone(item: ReviewItem): void;
}>;

const kindNames: Readonly<Record<ReviewKind, string>> = {
  guess: '拿不准',
  comment: '批注',
  added: '新增',
  removed: '删去',
};
const doneNames: Readonly<Record<ReviewKind, string>> = {
  guess: '没问题',
  comment: '已处理',
  added: '接受',
  removed: '接受',
};
const plainNames = { body: '不是标题', join: '与下段合并', split: '拆成两段' } as const;

/** One thing to be looked at: what it is, the line of the source, and what can be done with one click. */
export const DoubtCard = memo((props: DoubtCardProps) => {
  const { item, corrections, level, onJump, onCorrect, onRefuse, onDone } = props;
  const { kind, text, by, source, line, blockId } = item;
  return (
    <article className="doubt" data-kind={kind}>
      <button type="button" className="doubt-what" disabled={blockId === null} onClick={() => onJump(item)}>
        <span className="doubt-kind">
          {kindNames[kind]}
          {by && ` ${by}`}
        </span>
        <span className="doubt-text">{text}</span>
      </button>
      {source !== '' && (
        <p className="doubt-source">
          <span>
            原文第 {line} {kind === 'guess' ? '行' : '段'}
          </span>
          {source}
        </p>
      )}
      <div className="doubt-acts">
        <button type="button" className="btn" onClick={() => onDone(item)}>
          {doneNames[kind]}
        </button>
        {(kind === 'added' || kind === 'removed') && (
          <button type="button" className="btn" onClick={() => onRefuse(item)}>
            {kind === 'added' ? '不接受，删去' : item.paragraph ? '不接受，恢复这一段' : '不接受，恢复'}
          </button>
        )}
        {kind === 'guess' && corrections.includes('level') && (
          <fieldset className="doubt-levels" aria-label="改为哪一层标题">
            {levels.map((one) => (
              <button
                key={one}
                type="button"
                className="btn"
                aria-pressed={level === one}
                disabled={level === one}
                aria-label={`改为“${formatNumber(one, 1)}”级标题`}
                onClick={() => onCorrect(item, { kind: 'level', level: one })}
              >
                {formatNumber(one, 1)}
              </button>
            ))}
          </fieldset>
        )}
        {kind === 'guess' &&
          (['body', 'join', 'split'] as const).map(
            (one) =>
              corrections.includes(one) && (
                <button
                  key={one}
                  type="button"
                  className="btn"
                  title={one === 'split' ? '从光标处拆开；光标不在这一段里时，从第一句后拆开' : undefined}
                  onClick={() => onCorrect(item, { kind: one })}
                >
                  {plainNames[one]}
                </button>
              ),
          )}
      </div>
    </article>
  );
});
