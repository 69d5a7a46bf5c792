import { type ReactElement, useState, useSyncExternalStore } from 'react';
import type { RenderElementProps } from 'slate-react';
import type { BlockType, Table, TableCell, TextBlock } from '../../../shared/document/block';
import type { Part } from '../../../shared/document/document';
import { isEmptyBlock } from '../model/blocks';
import { useBlockView, useSession } from '../session-context';
import { createCellMouse } from '../tables/cell-mouse';
import { useBlockAttributes } from './block-attributes';
import { PictureElement } from './picture-element';

type Props<Element> = Omit<RenderElementProps, 'element'> & { element: Element };

/** One function for Slate; every element is rendered again only when it, or its view, has changed. */
export const renderElement = ({ element, ...props }: RenderElementProps): ReactElement => {
  switch (element.type) {
    case 'part':
      return <PartElement {...props} element={element} />;
    case 'picture':
      return <PictureElement {...props} element={element} />;
    case 'table':
      return <TableElement {...props} element={element} />;
    case 'row':
      return (
        <tr {...props.attributes} className={element.header && 'head'}>
          {props.children}
        </tr>
      );
    case 'cell':
      return <CellElement {...props} element={element} />;
    default:
      return <TextBlockElement {...props} element={element} />;
  }
};

const PartElement = ({ attributes, children, element }: Props<Part>): ReactElement => {
  const { label } = useBlockView(element.id);
  return (
    <div {...attributes} className={`part part-${element.kind}`} data-label={label || undefined}>
      {children}
    </div>
  );
};

/** Grey words in an empty block, saying what belongs there. */
const hints: Partial<Readonly<Record<BlockType, string>>> = {
  title: '标题',
  subtitle: '副标题',
  salutation: '主送机关：',
  responsibility: '（责任单位：）',
  boxTitle: '专栏名称',
  signature: '署名',
  dateLine: '成文日期',
  note: '（附注）',
  paragraph: '输入文字，或按 / 选择',
};

const TextBlockElement = ({ attributes, children, element }: Props<TextBlock>): ReactElement => {
  const empty = isEmptyBlock(element);
  const heading = headingLevel(element);
  const view = useBlockView(element.id);
  const common = useBlockAttributes(element, view);
  return (
    <div
      {...attributes}
      {...common}
      data-hint={empty && (element.type !== 'paragraph' || view.current) ? hints[element.type] : undefined}
      {...(heading !== null && { role: 'heading', 'aria-level': heading })}
    >
      {children}
    </div>
  );
};

const TableElement = ({ attributes, children, element }: Props<Table>): ReactElement => {
  const { editor } = useSession();
  const [mouse] = useState(() => createCellMouse(editor));
  const view = useBlockView(element.id);
  return (
    <div {...attributes} {...useBlockAttributes(element, view)} data-caption={element.caption}>
      <table {...mouse} aria-label={element.caption && `${view.label} ${element.caption}`}>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
};

const CellElement = ({ attributes, children, element }: Props<TableCell>): ReactElement => {
  const { cells } = useSession();
  const selected = useSyncExternalStore(cells.subscribe, () => cells.has(element));
  return (
    <td
      {...attributes}
      colSpan={element.colSpan}
      rowSpan={element.rowSpan}
      data-kind={element.kind}
      data-selected={selected || undefined}
    >
      {children}
    </td>
  );
};

/** Headings for a screen reader: the title, and clauses whose text stands alone. */
const headingLevel = (element: TextBlock): number | null => {
  if (element.type === 'title') return 1;
  if (element.type !== 'clause' || element.runIn || element.boxId !== undefined) return null;
  return element.level + 1;
};
