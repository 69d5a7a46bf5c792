import type { PictureBlock } from '../document/block';
import { type Picture, pictureWidths, shownPixels } from '../document/picture';
import type { FlowParagraph } from './flow';
import { frames } from './frames';
import { pages, paper, typeAreaWidth } from './gb9704';
import { printable } from './printable';
import { textRuns } from './text-runs';

/** Least white between a picture and a line of the text. */
const white = 120;
/** Lines of a page that stay for the caption. */
const captionLines = 2;

/** Width in twips of the column a picture stands in. */
export const pictureColumn = (inBox: boolean): number => (inBox ? typeAreaWidth - 2 * frames.boxMargin : typeAreaWidth);

/** Highest a picture is drawn: with its caption it stands on one page, whatever the profile. */
const mostHeight = (pitch: number): number => {
  const { top, bottom } = pages.standard;
  const lines = Math.floor((paper.height - top - bottom) / pages.standard.pitch);
  return (lines - captionLines) * pitch - 2 * white;
};

/** What of its surroundings a picture depends on: the column, the lines of the text, whether it has a number. */
type PictureContext = Readonly<{
  width: number;
  inBox: boolean;
  pitch: number;
  labels: ReadonlyMap<string, string>;
}>;

/** The greatest width, in percent of its column, at which a picture still stands on one page with its caption. */
export const widestPicture = (picture: Pick<Picture, 'widthPx' | 'heightPx' | 'crop'>, inBox: boolean): number => {
  const { widthPx, heightPx } = shownPixels(picture);
  const widest = (mostHeight(pages.standard.pitch) * widthPx) / heightPx;
  const percent = Math.floor((widest * 100) / pictureColumn(inBox));
  return Math.min(pictureWidths.most, Math.max(pictureWidths.least, percent));
};

/**
 * A picture centred in a paragraph of whole lines; in a 专栏, whose lines follow no grid, as high as it is. Its caption
 * stands close below it.
 */
export const layOutPicture = (
  { id, picture }: PictureBlock,
  { width: column, inBox, pitch, labels }: PictureContext,
): FlowParagraph => {
  const { sha256, mime, widthPercent, altText, crop } = picture;
  const { widthPx, heightPx } = shownPixels(picture);
  const wanted = Math.round((column * widthPercent) / 100);
  const height = Math.min(Math.round((wanted * heightPx) / widthPx), mostHeight(pitch));
  const width = Math.min(wanted, Math.round((height * widthPx) / heightPx));
  const captioned = labels.has(id);
  const needed = height + (captioned ? white : 2 * white);
  const whole = inBox ? needed : Math.ceil(needed / pitch) * pitch;
  const after = captioned ? 0 : Math.round((whole - height) / 2);
  return {
    kind: 'paragraph',
    style: 'GwPicture',
    runs: [],
    picture: {
      sha256,
      mime,
      width,
      height,
      line: whole - after,
      after,
      ...(altText !== undefined && { altText }),
      ...(crop && { crop }),
    },
    anchor: id,
  };
};

/** 图1　组织架构 below the picture; null where it has no caption. */
export const layOutPictureCaption = (block: PictureBlock, label: string | undefined): FlowParagraph | null => {
  const runs = textRuns(block.children);
  return label === undefined || runs.every(({ text }) => printable(text).trim() === '')
    ? null
    : { kind: 'paragraph', style: 'GwPictureCaption', runs: [{ text: `${label}\u3000` }, ...runs] };
};
