import type { ReactElement } from 'react';
import type { RenderLeafProps } from 'slate-react';

export const renderLeaf = ({ attributes, children, leaf }: RenderLeafProps): ReactElement => {
  const marks = [leaf.bold && 'bold', leaf.placeholder && 'placeholder', 'lead' in leaf && 'lead'].filter(Boolean);
  return (
    <span {...attributes} className={marks.length > 0 ? marks.join(' ') : undefined}>
      {children}
    </span>
  );
};
