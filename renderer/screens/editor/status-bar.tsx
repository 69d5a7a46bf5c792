import type { Genre } from '../../../shared/document/document';
import type { DocumentFacts } from '../../app/outline/document-facts';
import { type OutlineRow, pathTo } from '../../app/outline/outline-rows';
import { formatCount } from '../../app/ui/format';
import { Icon } from '../../app/ui/icon';
import { Tip } from '../../app/ui/tip';
import type { Saving } from '../../features/saving/use-saving';
import { SaveLabel } from './save-label';
import { stepZoom } from './zoom';

type StatusBarProps = Readonly<{
  rows: readonly OutlineRow[];
  current: number;
  facts: DocumentFacts;
  genre: Genre;
  zoom: number;
  saving: Saving;
  onJump(blockId: string): void;
  onNextPlaceholder(): void;
  onZoom(zoom: number): void;
}>;

/** Usual limits of length, as the rule `form/length` has them: special matters, comprehensive documents. */
const specialLimit = 4000;
const comprehensiveLimit = 5000;

/** Where the caret is, how long the text is, what is still to be filled in, zoom, saved or not. */
export const StatusBar = (props: StatusBarProps) => {
  const { rows, current, facts, genre, zoom, saving, onJump, onNextPlaceholder, onZoom } = props;
  const path = pathTo(rows, current);
  const limited = genre !== 'plan' && genre !== 'other' && genre !== 'notice';
  const tone =
    !limited || facts.characters <= specialLimit ? undefined : facts.characters <= comprehensiveLimit ? 'near' : 'over';
  return (
    <footer className="status">
      <nav className="breadcrumb" aria-label="当前位置">
        {path.map((row) => (
          <button key={row.id} type="button" onClick={() => onJump(row.blockId)} title={row.text}>
            {row.label}
            {row.text}
          </button>
        ))}
      </nav>
      <span className="spacer" />
      {limited ? (
        <Tip text="正文字数，不含附件。专项工作文件一般不超过 4,000 字，综合性文件一般不超过 5,000 字。">
          <span className="status-item" data-tone={tone}>
            {formatCount(facts.characters)} 字 / {formatCount(comprehensiveLimit)}
          </span>
        </Tip>
      ) : (
        <span className="status-item">{formatCount(facts.characters)} 字</span>
      )}
      {facts.placeholders > 0 && (
        <button type="button" className="status-item status-button" onClick={onNextPlaceholder} title="到下一处待填">
          待填 {facts.placeholders}
        </button>
      )}
      <fieldset className="status-zoom" aria-label="稿纸大小">
        <button type="button" aria-label="缩小" onClick={() => onZoom(stepZoom(zoom, -1))}>
          <Icon name="minus" size={12} />
        </button>
        <button type="button" title="回到 100%" onClick={() => onZoom(100)}>
          {zoom}%
        </button>
        <button type="button" aria-label="放大" onClick={() => onZoom(stepZoom(zoom, 1))}>
          <Icon name="plus" size={12} />
        </button>
      </fieldset>
      <span className="status-save" role="status">
        <SaveLabel saving={saving} withClock={false} />
      </span>
    </footer>
  );
};
