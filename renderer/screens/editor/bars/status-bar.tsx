import { memo, useMemo } from 'react';
import type { Genre, GovDocument } from '../../../../shared/document/document';
import type { DocumentFunction } from '../../../../shared/functions/types';
import type { Template } from '../../../../shared/templates/template';
import type { DocumentFacts } from '../../../app/outline/document-facts';
import { type OutlineRow, pathTo } from '../../../app/outline/outline-rows';
import { Icon } from '../../../app/ui/icon';
import type { Saving } from '../../../features/saving/use-saving';
import { stepZoom } from '../zoom';
import { LengthPopover } from './length-popover';
import { SaveLabel } from './save-label';

type StatusBarProps = Readonly<{
  rows: readonly OutlineRow[];
  current: number;
  facts: DocumentFacts;
  genre: Genre;
  /** Length the template lays down. */
  budget: Template['length'];
  functions: ReadonlyMap<string, DocumentFunction>;
  readDocument(): GovDocument;
  /** Page with the caret, 0 where it is not known, and how many there are, 0 until they are counted. */
  page: number;
  pages: number;
  onPreview(): void;
  zoom: number;
  saving: Saving;
  onJump(blockId: string): void;
  onNextPlaceholder(): void;
  onZoom(zoom: number): void;
}>;

/** Where the caret is, how long the text is, what is still to be filled in, zoom, saved or not. */
export const StatusBar = memo((props: StatusBarProps) => {
  const { rows, current, facts, genre, page, pages, zoom, saving, onJump, onNextPlaceholder, onZoom } = props;
  const path = useMemo(() => pathTo(rows, current), [rows, current]);
  const limited = genre !== 'plan' && genre !== 'other' && genre !== 'notice';
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
      <LengthPopover
        characters={facts.characters}
        limited={limited}
        budget={props.budget}
        rows={rows}
        functions={props.functions}
        readDocument={props.readDocument}
        onJump={onJump}
      />
      {pages > 0 && (
        <button
          type="button"
          className="status-item status-pages"
          title="版面预览（Ctrl+P）"
          aria-label={`页 ${page > 0 ? `${page}/${pages}` : pages}，版面预览`}
          onClick={props.onPreview}
        >
          页 {page > 0 ? `${page}/${pages}` : pages}
        </button>
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
});
