import { type ReactElement, useSyncExternalStore } from 'react';
import type { RenderLeafProps } from 'slate-react';
import type { Footnote } from '../../../shared/document/text';
import { footnoteMark } from '../../../shared/footnotes/footnote-mark';
import { useSession } from '../session-context';

/** The sign of a footnote; its number is drawn over the blank character that stands in the text. */
export const FootnoteLeaf = ({
  attributes,
  children,
  footnote: { id, text },
}: RenderLeafProps & { footnote: Footnote }): ReactElement => {
  const { footnotes } = useSession();
  const number = useSyncExternalStore(footnotes.subscribe, () => footnotes.get(id));
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: in text that is edited the caret goes to it
    <span
      {...attributes}
      className="footnote"
      role="doc-noteref"
      aria-label={`脚注${number}：${text}`}
      title={text}
      data-footnote={id}
      data-number={footnoteMark(number)}
    >
      {children}
    </span>
  );
};
