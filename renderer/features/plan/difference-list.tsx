import type { ReactNode } from 'react';
import { formatCount } from '../../app/ui/format';

/** So many are spelled out; the rest at a click. */
const mostShown = 6;

type DifferenceListProps = Readonly<{
  /** What the table is called. */
  name: string;
  /** Where it and the text say different things, a sentence each. */
  differences: readonly string[];
  onShow(): void;
  /** What can be done about them. */
  children: ReactNode;
}>;

/** How a table in the document stands to the text that it follows from. */
export const DifferenceList = ({ name, differences, onShow, children }: DifferenceListProps) => (
  <div className="plan-table">
    <button type="button" className="plan-link" onClick={onShow}>
      {name}
    </button>
    {differences.length === 0 ? (
      '与正文一致。'
    ) : (
      <>
        与正文有 {formatCount(differences.length)} 处不同：
        <Items of={differences.slice(0, mostShown)} />
        {differences.length > mostShown && (
          <details>
            <summary>另有 {formatCount(differences.length - mostShown)} 处</summary>
            <Items of={differences.slice(mostShown)} />
          </details>
        )}
        <span className="plan-choices">{children}</span>
      </>
    )}
  </div>
);

const Items = ({ of }: Readonly<{ of: readonly string[] }>) => (
  <ul>
    {of.map((words, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: two of them can say the same; the list is drawn anew as a whole
      <li key={at}>{words}</li>
    ))}
  </ul>
);
