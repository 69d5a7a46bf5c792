import { useMemo } from 'react';
import type { Block } from '../../../shared/document/block';
import type { GovDocument } from '../../../shared/document/document';
import { leadEnd } from '../../../shared/document/heading-text';
import type { TextLeaf } from '../../../shared/document/text';
import { computeLabels } from '../../../shared/numbering/compute-labels';

/** Pieces of text are drawn anew as a whole: their place is all they are known by. */
const leaves = (children: readonly TextLeaf[], lead = 0) => {
  let from = 0;
  return children.map((leaf) => {
    const start = from;
    from += leaf.text.length;
    if (leaf.placeholder)
      return (
        <mark key={start} className="placeholder">
          {leaf.text}
        </mark>
      );
    const cut = Math.max(0, Math.min(leaf.text.length, lead - start));
    return (
      <span key={start}>
        {cut > 0 && <b>{leaf.text.slice(0, cut)}</b>}
        {leaf.text.slice(cut)}
      </span>
    );
  });
};

const drawBlock = (block: Block, label: string) => {
  if (block.type === 'table')
    return (
      <table key={block.id}>
        <tbody>
          {block.children.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: drawn anew as a whole
            <tr key={at}>
              {row.children.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: drawn anew as a whole
                <td key={column}>{leaves(cell.children)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    );
  return (
    <p
      key={block.id}
      data-type={block.type}
      data-level={block.type === 'clause' ? block.level : undefined}
      data-box={('boxId' in block && block.boxId !== undefined) || undefined}
    >
      {label}
      {block.type === 'dash' && '——'}
      {leaves(block.children, block.type === 'clause' && block.runIn ? leadEnd(block) : 0)}
    </p>
  );
};

/** The draft as it stands with what has been typed so far. */
export const DraftPreview = ({ document }: { readonly document: GovDocument }) => {
  const labels = useMemo(() => computeLabels(document), [document]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and has nothing else to hold the keyboard
    <section className="draft-preview" aria-label="预览" tabIndex={0}>
      {document.parts.map((part) => (
        <div key={part.id} className="draft-sheet paper">
          {part.kind === 'attachment' && <p data-type="attachment">{labels.get(part.id) ?? '附件'}</p>}
          {part.children.map((block) => drawBlock(block, labels.get(block.id) ?? ''))}
        </div>
      ))}
    </section>
  );
};
