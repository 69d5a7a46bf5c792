import type { ReactElement } from 'react';
import type { RenderLeafProps } from 'slate-react';
import { FootnoteLeaf } from '../footnotes/footnote-leaf';
import { useBlockView } from '../session-context';

export const renderLeaf = (props: RenderLeafProps): ReactElement => {
  const { attributes, children, leaf } = props;
  if (leaf.footnote) return <FootnoteLeaf {...props} footnote={leaf.footnote} />;
  if (leaf.ref !== undefined) return <ReferenceLeaf {...props} target={leaf.ref} />;
  return (
    <span {...attributes} className={classOf(leaf)}>
      {children}
    </span>
  );
};

/** A reference shows at once when what it refers to has no number any more. */
const ReferenceLeaf = ({ attributes, children, leaf, target }: RenderLeafProps & { target: string }): ReactElement => {
  const broken = useBlockView(target).label === '';
  return (
    <span
      {...attributes}
      className={classOf(leaf, broken ? 'reference broken' : 'reference')}
      title={broken ? '所引用的内容已经不在文中或没有编号' : undefined}
    >
      {children}
    </span>
  );
};

const classOf = (leaf: RenderLeafProps['leaf'], own?: string): string | undefined =>
  [own, leaf.bold && 'bold', leaf.placeholder && 'placeholder', 'lead' in leaf && 'lead'].filter(Boolean).join(' ') ||
  undefined;
