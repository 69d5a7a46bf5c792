import type { Block, PictureBlock } from '../document/block';
import { createId } from '../document/block-id';
import type { Part, SetAsideLine } from '../document/document';
import { pictureWidths } from '../document/picture';
import { pictureColumn, widestPicture } from '../layout/lay-out-picture';
import type { Doubt, Recognition, SourceParagraph, SourcePicture } from './types';

type KeptPicture = Extract<SourcePicture, { file: unknown }>;

/** Where a block is: its part and its place there; -1 before the first block. */
type Place = Readonly<{ part: number; index: number }>;

/** The last block that began on this line of the source or above it. */
const placeOf = (parts: readonly Part[], lines: ReadonlyMap<string, number>, line: number): Place => {
  let place: Place = { part: 0, index: -1 };
  let nearest = 0;
  for (const [part, { children }] of parts.entries())
    for (const [index, { id }] of children.entries()) {
      const begins = lines.get(id) ?? Number.POSITIVE_INFINITY;
      if (begins > line || begins < nearest) continue;
      nearest = begins;
      place = { part, index };
    }
  return place;
};

const boxOf = (block: Block | undefined): string | undefined => (block && 'boxId' in block ? block.boxId : undefined);

const pictureBlock = (
  { file, width, altText, crop, caption = '' }: KeptPicture,
  id: string,
  boxId: string | undefined,
): PictureBlock => {
  const inBox = boxId !== undefined;
  const wanted = width === undefined ? pictureWidths.most : Math.round((width * 100) / pictureColumn(inBox));
  const widthPercent = Math.max(
    pictureWidths.least,
    Math.min(wanted, widestPicture({ ...file, ...(crop && { crop }) }, inBox)),
  );
  return {
    type: 'picture',
    id,
    ...(inBox && { boxId }),
    picture: { ...file, widthPercent, ...(altText !== undefined && { altText }), ...(crop && { crop }) },
    children: [{ text: caption }],
  };
};

/**
 * Puts the pictures of a source behind the blocks they stood behind. One that cannot be kept is set aside as a line
 * that names it, and said.
 * @param paragraphs all of the source's, of which those with text were recognised
 */
export const placePictures = (recognition: Recognition, paragraphs: readonly SourceParagraph[]): Recognition => {
  const found = paragraphs.filter(({ picture }) => picture);
  if (found.length === 0) return recognition;
  const { document } = recognition;
  const taken = new Set(document.parts.flatMap(({ id, children }) => [id, ...children.map((block) => block.id)]));
  const lines = new Map(recognition.lines);
  const behind = document.parts.map(() => new Map<number, Block[]>());
  const lost: SetAsideLine[] = [];
  const turned: Doubt[] = [];
  for (const { line, picture, anchors, frame } of found) {
    if (!picture) continue;
    if ('lost' in picture) {
      lost.push({ line, text: picture.lost });
      continue;
    }
    const { part, index } = placeOf(document.parts, recognition.lines, line);
    const { children } = document.parts[part]!;
    const above = boxOf(children[index]);
    const inside = above !== undefined && (frame !== undefined || boxOf(children[index + 1]) === above);
    const own = anchors?.find((id) => !taken.has(id)) ?? createId();
    taken.add(own);
    lines.set(own, line);
    const block = pictureBlock(picture, own, inside ? above : undefined);
    if (picture.turned)
      turned.push({
        line,
        blockId: own,
        turn: picture.turned,
        message: `第${line}段：图片在来稿里旋转过，这里是没有旋转的原图，请转正或换成转好的图。`,
      });
    behind[part]!.set(index, [...(behind[part]!.get(index) ?? []), block]);
  }
  const doubts = lost.map(
    ({ line, text }): Doubt => ({ line, blockId: null, message: `第${line}段：${text}没有读入，请另行插入。` }),
  );
  return {
    ...recognition,
    lines,
    doubts: [...recognition.doubts, ...doubts, ...turned].sort((first, second) => first.line - second.line),
    document: {
      ...document,
      parts: document.parts.map((part, at) => ({
        ...part,
        children: [-1, ...part.children.keys()].flatMap((index) => [
          ...(part.children[index] ? [part.children[index]] : []),
          ...(behind[at]!.get(index) ?? []),
        ]),
      })),
      setAside: [...document.setAside, ...lost],
    },
  };
};
