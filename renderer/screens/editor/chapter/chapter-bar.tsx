import type { OutlineRow } from '../../../app/outline/outline-rows';

/** Says that only one part of the text is on the paper, and leads back. */
export const ChapterBar = ({ row, onShowAll }: { readonly row: OutlineRow; readonly onShowAll: () => void }) => (
  <div className="chapter-bar" role="status">
    <span>
      只看：{row.label}
      {row.text}
    </span>
    <button type="button" className="link" onClick={onShowAll}>
      显示全文
    </button>
    <kbd>Esc</kbd>
  </div>
);
