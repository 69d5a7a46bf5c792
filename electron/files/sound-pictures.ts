import type { GovDocument } from '../../shared/document/document';
import { listPictures } from '../../shared/document/list-pictures';
import { type Picture, type PictureFile, type Pictures, pictureFileSchema } from '../../shared/document/picture';
import { identifyPicture } from './picture-files';

const identify = (bytes: Uint8Array): PictureFile | null => {
  try {
    return identifyPicture(bytes);
  } catch {
    return null;
  }
};

/**
 * The pictures that are still what documents call them: a file with another one, whose bytes a disk has spoilt, would
 * be refused as a whole. Without it that picture is missing, and shown so.
 */
export const soundPictures = (documents: readonly GovDocument[], pictures: Pictures): Pictures => {
  const files = new Map([...pictures].map(([sha256, bytes]) => [sha256, identify(bytes)] as const));
  const keys = Object.keys(pictureFileSchema.shape) as (keyof PictureFile)[];
  const isOther = (picture: Picture): boolean => keys.some((key) => files.get(picture.sha256)?.[key] !== picture[key]);
  const others = new Set(
    documents.flatMap((one) =>
      listPictures(one)
        .filter(isOther)
        .map(({ sha256 }) => sha256),
    ),
  );
  return new Map([...pictures].filter(([sha256]) => !others.has(sha256)));
};
