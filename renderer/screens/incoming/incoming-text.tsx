import { memo, useMemo } from 'react';
import type { Finding } from '../../../shared/checks/types';
import type { Block, Table } from '../../../shared/document/block';
import type { GovDocument } from '../../../shared/document/document';
import { blockText, leavesText } from '../../../shared/document/plain-text';
import { computeLabels } from '../../../shared/numbering/compute-labels';
import { markText } from './mark-text';

type IncomingTextProps = Readonly<{
  document: GovDocument;
  findings: readonly Finding[];
  onChoose(finding: Finding): void;
}>;

const TableView = ({ table }: { readonly table: Table }) => (
  <table>
    {table.caption && <caption>{table.caption}</caption>}
    <tbody>
      {table.children.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no names and are never moved here
        <tr key={at}>
          {row.children.map((cell, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: nor have cells
            <td key={column} colSpan={cell.colSpan} rowSpan={cell.rowSpan}>
              {leavesText(cell.children)}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

type BlockViewProps = Readonly<{
  block: Block;
  label: string;
  findings: readonly Finding[];
  onChoose(finding: Finding): void;
}>;

const BlockView = memo(({ block, label, findings, onChoose }: BlockViewProps) => (
  <div
    data-block={block.id}
    data-type={block.type}
    data-level={block.type === 'clause' ? block.level : undefined}
    data-box={('boxId' in block && block.boxId !== undefined) || undefined}
  >
    {block.type === 'table' ? (
      <TableView table={block} />
    ) : (
      <p>
        {block.type === 'picture' && '（图片）'}
        {label}
        {markText(blockText(block), findings).map(({ start, text, finding, severity }) =>
          finding && severity ? (
            // The panel lists the same findings for the keyboard.
            // biome-ignore lint/a11y/useKeyWithClickEvents: see above
            <mark key={start} data-severity={severity} title={finding.message} onClick={() => onChoose(finding)}>
              {text}
            </mark>
          ) : (
            text
          ),
        )}
      </p>
    )}
  </div>
));

const none: readonly Finding[] = [];

/** A text to be read, not written in, with its findings marked. */
export const IncomingText = ({ document, findings, onChoose }: IncomingTextProps) => {
  const labels = useMemo(() => computeLabels(document), [document]);
  const byBlock = useMemo(() => {
    const found = new Map<string, Finding[]>();
    for (const finding of findings)
      if (finding.blockId !== null) found.set(finding.blockId, [...(found.get(finding.blockId) ?? []), finding]);
    return found;
  }, [findings]);
  return (
    <article className="paper incoming-text" aria-label="来稿">
      {document.parts.map((part) => (
        <section key={part.id} data-part={part.kind}>
          {part.kind === 'attachment' && <p className="incoming-attachment">{labels.get(part.id)}</p>}
          {part.children.map((block) => (
            <BlockView
              key={block.id}
              block={block}
              label={labels.get(block.id) ?? ''}
              findings={byBlock.get(block.id) ?? none}
              onChoose={onChoose}
            />
          ))}
        </section>
      ))}
    </article>
  );
};
