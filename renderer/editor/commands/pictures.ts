import { Editor, Transforms } from 'slate';
import type { PictureBlock } from '../../../shared/document/block';
import { createId } from '../../../shared/document/block-id';
import {
  type Crop,
  type Picture,
  type PictureFile,
  pictureWidths,
  shownPixels,
} from '../../../shared/document/picture';
import { pictureColumn, widestPicture } from '../../../shared/layout/lay-out-picture';
import { boxIdOf, currentBlock, findBlock } from '../model/blocks';
import { patchBlock } from '../model/reshape';
import type { GovEditor } from '../slate-types';
import { insertBlocks } from './insert-elements';

/** Percent of the text's width by which a picture grows or shrinks at a time. */
export const pictureStep = 5;

/** Twips of a pixel on a screen of 96 to the inch. */
const pixel = 15;

/** A width as asked for, within what is possible: a high picture must fit on a page with its caption. */
export const fitWidth = (picture: PictureFile, inBox: boolean, percent: number): number =>
  Math.max(pictureWidths.least, Math.min(widestPicture(picture, inBox), Math.round(percent)));

/** Puts a picture behind the block at the caret, or in place of an empty paragraph, as wide as a screen shows it. */
export const insertPicture = (editor: GovEditor, file: PictureFile): void => {
  const boxId = boxIdOf(currentBlock(editor)?.[0]);
  const inBox = boxId !== undefined;
  const natural = (file.widthPx * pixel * 100) / pictureColumn(inBox);
  const picture: Picture = { ...file, widthPercent: fitWidth(file, inBox, natural) };
  insertPictureBlock(editor, {
    type: 'picture',
    id: createId(),
    ...(inBox && { boxId }),
    picture,
    children: [{ text: '' }],
  });
};

/** The same with a block that is there already: one that was copied. The caret goes to its caption. */
export const insertPictureBlock = (editor: GovEditor, block: PictureBlock): void => {
  insertBlocks(editor, [block], 'caret');
  const entry = findBlock(editor, block.id);
  if (entry) Transforms.select(editor, Editor.end(editor, entry[1]));
};

/** Other properties of a picture; the width within what is possible; `whole`: what was cut off is shown again. */
export const setPicture = (
  editor: GovEditor,
  id: string,
  widthPercent: number,
  altText: string,
  whole = false,
): void => {
  const entry = findBlock(editor, id);
  if (entry?.[0].type !== 'picture') return;
  const { altText: _, crop, ...file } = entry[0].picture;
  const rest = { ...file, ...(crop && !whole && { crop }) };
  const words = altText.trim();
  const picture: Picture = {
    ...rest,
    widthPercent: fitWidth(rest, boxIdOf(entry[0]) !== undefined, widthPercent),
    ...(words !== '' && { altText: words }),
  };
  patchBlock(editor, entry, { picture });
};

/** Puts other pixels in the place of pictures, each as large as it was drawn a pixel. One step of undo. */
export const replacePictures = (
  editor: GovEditor,
  replacements: readonly Readonly<{ id: string; file: PictureFile; crop?: Crop }>[],
): void => {
  Editor.withoutNormalizing(editor, () => {
    for (const { id, file, crop } of replacements) {
      const entry = findBlock(editor, id);
      if (entry?.[0].type !== 'picture') continue;
      const { picture: before } = entry[0];
      const now = { ...file, ...(crop && { crop }) };
      const scale = shownPixels(now).widthPx / shownPixels(before).widthPx;
      const picture: Picture = {
        ...now,
        widthPercent: fitWidth(now, boxIdOf(entry[0]) !== undefined, before.widthPercent * scale),
        ...(before.altText !== undefined && { altText: before.altText }),
      };
      patchBlock(editor, entry, { picture });
    }
  });
};

/** Makes the picture at the caret wider or narrower. */
export const resizePicture = (editor: GovEditor, by: number): void => {
  const [block] = currentBlock(editor) ?? [];
  if (block?.type !== 'picture') return;
  const { widthPercent, altText = '' } = block.picture;
  setPicture(editor, block.id, widthPercent + by, altText);
};
