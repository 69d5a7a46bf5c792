import { type ComparedBlock, type Comparison, changeNames, kindOf } from '../../../shared/compare/comparison';
import './doubts.css';

type ReturnedPanelProps = Readonly<{
  /** Name of the file that came back. */
  file: string;
  comparison: Comparison;
  onJump(blockId: string): void;
  /** Puts the text back as it was before. */
  onRefuse(): void;
  onKeepApart(): void;
  onCompare(): void;
  onDone(): void;
}>;

/** Where the change can be seen in the text: the block itself, or what stood before one that is gone. */
const placeOf = ({ after, behind }: ComparedBlock): string | null => after?.blockId ?? behind;

const Words = ({ change }: { readonly change: ComparedBlock }) =>
  change.segments.map(({ kind, text }, index) => {
    const key = `${index} ${kind}`;
    if (kind === 'removed') return <del key={key}>{text}</del>;
    if (kind === 'added') return <ins key={key}>{text}</ins>;
    // Of what stayed only the edges are needed to find one's way.
    return <span key={key}>{text.length > 24 ? `${text.slice(0, 10)}…${text.slice(-10)}` : text}</span>;
  });

/** What was changed in an exported file that came back, block by block. */
export const ReturnedPanel = (props: ReturnedPanelProps) => {
  const { file, comparison, onJump, onRefuse, onKeepApart, onCompare, onDone } = props;
  const changes = comparison.blocks.filter((change) => kindOf(change) !== 'renumbered');
  return (
    <div className="doubts">
      <p className="doubts-head">
        “{file}”是由这份文稿导出的。已按来稿改好 {changes.length} 处，点一处转到原文。
      </p>
      <div className="returned-acts">
        <button type="button" className="btn" onClick={onCompare}>
          逐处对照
        </button>
        <button type="button" className="btn" onClick={onRefuse}>
          全部改回
        </button>
        <button type="button" className="btn" onClick={onKeepApart}>
          另作一份新文稿
        </button>
        <button type="button" className="btn btn-primary" onClick={onDone}>
          核对完毕
        </button>
      </div>
      <ul className="returned-list" aria-label="来稿的改动">
        {changes.map((change) => {
          const place = placeOf(change);
          return (
            <li key={`${change.before?.blockId} ${change.after?.blockId}`} className="doubt">
              <button
                type="button"
                className="doubt-what"
                disabled={place === null}
                onClick={() => place !== null && onJump(place)}
              >
                <span className="doubt-kind">
                  {changeNames[kindOf(change)]} {(change.after ?? change.before)?.place}
                </span>
                <Words change={change} />
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
};
