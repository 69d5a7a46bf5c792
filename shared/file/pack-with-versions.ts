import { strToU8 } from 'fflate';
import type { GovDocument } from '../document/document';
import { listPictures } from '../document/list-pictures';
import type { Pictures } from '../document/picture';
import type { CarriedVersion } from '../document/version';
import { maxNigaoBytes, maxPicturesBytes, mostVersions } from './limits';
import { packNigaoFile } from './nigao-file';

/** What one file may hold: bytes of text and of pictures as they are unpacked, and versions. */
export type FileRoom = Readonly<{ text: number; pictures: number; versions: number }>;

/** The type mark, the manifest and the brackets around the versions take far less. */
const framing = 4096;
const wholeRoom: FileRoom = { text: maxNigaoBytes - framing, pictures: maxPicturesBytes, versions: mostVersions };

const textSize = (value: unknown): number => strToU8(JSON.stringify(value)).length;

/**
 * The versions that have room in a file beside the document, in their order. The named ones go first, of each kind the
 * newest: what has no room is an old one that nobody named.
 * @param versions the oldest first
 */
export const fitVersions = (
  document: GovDocument,
  pictures: Pictures,
  versions: readonly CarriedVersion[],
  room: FileRoom = wholeRoom,
): readonly CarriedVersion[] => {
  const taken = new Set<string>();
  const newPictures = (one: GovDocument): readonly string[] => [
    ...new Set(listPictures(one).flatMap(({ sha256 }) => (taken.has(sha256) ? [] : [sha256]))),
  ];
  const sizeOf = (names: readonly string[]): number =>
    names.reduce((sum, sha256) => sum + (pictures.get(sha256)?.length ?? 0), 0);
  const own = newPictures(document);
  let text = textSize(document);
  let pixels = sizeOf(own);
  for (const sha256 of own) taken.add(sha256);
  const newestFirst = versions.toReversed();
  const wanted = [
    ...newestFirst.filter(({ name }) => name !== null),
    ...newestFirst.filter(({ name }) => name === null),
  ];
  const fitting = new Set<CarriedVersion>();
  for (const version of wanted) {
    const names = newPictures(version.document);
    const [more, added] = [textSize(version) + 1, sizeOf(names)];
    if (fitting.size >= room.versions || text + more > room.text || pixels + added > room.pictures) continue;
    text += more;
    pixels += added;
    for (const sha256 of names) taken.add(sha256);
    fitting.add(version);
  }
  return versions.filter((version) => fitting.has(version));
};

/**
 * The .nigao file of a document with as many of its versions as a file that opens again can hold.
 * @param versions the oldest first
 * @throws AppError (`file`) when the document alone is too large
 */
export const packWithVersions = (
  document: GovDocument,
  pictures: Pictures,
  versions: readonly CarriedVersion[],
): Readonly<{ bytes: Uint8Array; versions: number }> => {
  for (let room = wholeRoom; ; room = { ...room, text: room.text / 2, pictures: room.pictures / 2 }) {
    const fitting = fitVersions(document, pictures, versions, room);
    try {
      return { bytes: packNigaoFile(document, pictures, fitting), versions: fitting.length };
    } catch (error) {
      // How small texts become shows only when they are packed: again with half of the room.
      if (fitting.length === 0) throw error;
    }
  }
};
