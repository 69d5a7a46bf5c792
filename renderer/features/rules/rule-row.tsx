import { useState } from 'react';
import { describeExamples } from '../../../shared/checks/describe-examples';
import { type Check, severityNames, tierNames } from '../../../shared/checks/types';

type RuleRowProps = Readonly<{
  check: Check;
  /** Whether its examples are shown at first. */
  open: boolean;
  bureauOn: boolean;
  /** Null where no document is open. */
  documentOn: boolean | null;
  onBureau(on: boolean): void;
  onDocument(on: boolean): void;
}>;

const scopeNames = { block: '逐段检查', table: '逐表检查', part: '逐部分检查', document: '全文检查' } as const;

const Lines = ({ lines }: { readonly lines: readonly string[] }) => (
  <>
    {lines.length === 0 ? (
      <span>（没有另一例中的这些内容）</span>
    ) : (
      lines.map((line) => <span key={line}>{line.replace(/\t/g, '　')}</span>)
    )}
  </>
);

/** One rule: what it asks, how strictly, by which source, an example of each kind, its switches. */
export const RuleRow = ({ check, open: first, bureauOn, documentOn, onBureau, onDocument }: RuleRowProps) => {
  const { id, title, severity, source, reads } = check;
  const [open, setOpen] = useState(first);
  const { right, wrong } = describeExamples(check);
  const fixed = source.tier === 'regulation';
  return (
    <article className="rule" data-off={!bureauOn || documentOn === false || undefined}>
      <button type="button" className="rule-title" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className="rule-severity" data-severity={severity}>
          {severityNames[severity]}
        </span>
        <b>{title}</b>
      </button>
      <span className="rule-source">{`${tierNames[source.tier]}：${source.clause}`}</span>
      <span className="rule-switches">
        {fixed ? (
          <em>条例的要求，不能停用</em>
        ) : (
          <>
            {documentOn !== null && (
              <label>
                <input
                  type="checkbox"
                  checked={documentOn}
                  aria-label={`本文稿启用：${title}`}
                  onChange={({ currentTarget }) => onDocument(currentTarget.checked)}
                />
                本文稿
              </label>
            )}
            <label>
              <input
                type="checkbox"
                checked={bureauOn}
                aria-label={`本单位启用：${title}`}
                onChange={({ currentTarget }) => onBureau(currentTarget.checked)}
              />
              本单位
            </label>
          </>
        )}
      </span>
      {open && (
        <dl className="rule-examples">
          <dt>对</dt>
          <dd>
            <Lines lines={right} />
          </dd>
          <dt>错</dt>
          <dd>
            <Lines lines={wrong} />
          </dd>
          <dt>编号</dt>
          <dd>
            <span>{`${id}，${scopeNames[reads]}`}</span>
          </dd>
        </dl>
      )}
    </article>
  );
};
