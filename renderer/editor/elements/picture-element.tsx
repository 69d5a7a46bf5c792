import { type MouseEvent, type ReactElement, useState } from 'react';
import { Editor, Transforms } from 'slate';
import type { RenderElementProps } from 'slate-react';
import type { PictureBlock } from '../../../shared/document/block';
import { type Crop, shownPixels } from '../../../shared/document/picture';
import { blockText } from '../../../shared/document/plain-text';
import { focusPaper } from '../focus-paper';
import { findBlock } from '../model/blocks';
import { useBlockView, useSession } from '../session-context';
import { useBlockAttributes } from './block-attributes';

type PictureProps = Omit<RenderElementProps, 'element'> & { element: PictureBlock };

/** What of a picture is shown, as style sheets say it. */
const windowOf = ({ left, top, right, bottom }: Crop): string =>
  `inset(${[top, right, bottom, left].map((side) => `${side / 1000}%`).join(' ')})`;

/** Where the app serves the pictures of documents. */
const addressOf = (sha256: string): string => `/pictures/${sha256}`;

/**
 * A picture above its caption. In the page it stands behind the words, and only the style sheet puts it above them:
 * nothing that cannot be edited may stand before text in which an input method composes.
 */
export const PictureElement = ({ attributes, children, element }: PictureProps): ReactElement => {
  const session = useSession();
  const view = useBlockView(element.id);
  const { 'data-label': label, ...common } = useBlockAttributes(element, view);
  const { sha256, widthPercent, altText, crop } = element.picture;
  const { widthPx, heightPx } = shownPixels(element.picture);
  const [missing, setMissing] = useState<string | null>(null);
  /** A click takes the caret to the caption. */
  const select = (event: MouseEvent) => {
    event.preventDefault();
    const entry = findBlock(session.editor, element.id);
    if (!entry) return;
    Transforms.select(session.editor, Editor.end(session.editor, entry[1]));
    focusPaper(session.editor);
  };
  return (
    <div {...attributes} {...common}>
      <div
        className="caption"
        data-label={label}
        data-hint={blockText(element) === '' && view.current ? '图题（不写则不编号）' : undefined}
      >
        {children}
      </div>
      {missing === sha256 ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: the caret's keys do the same
        <div className="picture-missing" contentEditable={false} onMouseDown={select}>
          图片的内容不在文库中，请删去后重新插入
        </div>
      ) : (
        <img
          src={addressOf(sha256)}
          alt={altText ?? '图片，没有替代文字'}
          width={widthPx}
          height={heightPx}
          style={{ width: `${widthPercent}%`, ...(crop && { objectViewBox: windowOf(crop) }) }}
          draggable={false}
          contentEditable={false}
          onError={() => setMissing(sha256)}
          onMouseDown={select}
          onDoubleClick={() => session.openPicture(element.id)}
        />
      )}
    </div>
  );
};
