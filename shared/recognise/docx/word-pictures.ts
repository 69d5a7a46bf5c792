import { type Crop, keptCrop, type PictureFile, type PictureTurn } from '../../document/picture';
import { jpegOrientation } from '../../file/jpeg-orientation';
import { maxPicturesBytes } from '../../file/limits';
import { childOf, childrenOf, type XmlElement } from '../../file/parse-xml';
import { readZip } from '../../file/read-zip';
import type { SourcePicture } from '../types';

/** What a picture is, from its bytes. @throws AppError for what is no picture that a document can hold */
export type IdentifyPicture = (bytes: Uint8Array) => PictureFile;

/** The pictures the text refers to, by the id of the relationship. */
export type WordMedia = Readonly<{
  files: ReadonlyMap<string, Readonly<{ file: PictureFile; bytes: Uint8Array }>>;
  /** Why others are not there, as a clerk reads it. */
  lost: ReadonlyMap<string, string>;
}>;

export const noMedia: WordMedia = { files: new Map(), lost: new Map() };

/** Path of a part in the package; null for what lies elsewhere. */
const pathOf = (relation: XmlElement, folder: string): string | null => {
  const { Target: target = '', TargetMode: mode } = relation.attributes;
  if (mode === 'External' || target === '') return null;
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = [];
  for (const step of (folder + target).split('/'))
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  return steps.join('/');
};

const endingOf = (path: string): string => /\.([a-z0-9]{1,5})$/i.exec(path)?.[1]?.toLowerCase() ?? '';

/**
 * Loads the pictures of a Word file from the package itself; an address outside it is never followed.
 * @param relations of the main text, whose folder is `folder`
 */
export const readWordMedia = (
  bytes: Uint8Array,
  relations: XmlElement | undefined,
  folder: string,
  identify: IdentifyPicture,
): WordMedia => {
  const lost = new Map<string, string>();
  const paths = new Map<string, string>();
  for (const relation of childrenOf(relations, 'Relationship')) {
    const { Id: id, Type: type = '' } = relation.attributes;
    if (id === undefined || !type.endsWith('/image')) continue;
    const path = pathOf(relation, folder);
    if (path === null) lost.set(id, '图片（链接到外部文件）');
    else if (!/^(?:png|jpe?g|jfif)$/.test(endingOf(path)))
      lost.set(id, `图片（格式不支持：${endingOf(path) || '未知'}）`);
    else paths.set(id, path);
  }
  const wanted = new Set(paths.values());
  const files = new Map<string, Readonly<{ file: PictureFile; bytes: Uint8Array }>>();
  if (wanted.size === 0) return { files, lost };
  let unpacked: ReadonlyMap<string, Uint8Array> | null;
  try {
    unpacked = readZip(bytes, (name) => wanted.has(name), maxPicturesBytes);
  } catch {
    unpacked = null;
  }
  for (const [id, path] of paths) {
    const found = unpacked?.get(path);
    try {
      if (found) files.set(id, { file: identify(found), bytes: found });
      else lost.set(id, unpacked ? '图片（文件里没有）' : '图片（合起来过大，或已损坏）');
    } catch {
      lost.set(id, '图片（已损坏或过大）');
    }
  }
  return { files, lost };
};

/** English metric units in a twip. */
const emu = 635;
const twipsPerUnit: Readonly<Record<string, number>> = { pt: 20, in: 1440, cm: 567, mm: 56.7, px: 15 };

/** Width of a VML shape in twips from its style; undefined where it does not say. */
const vmlWidth = (style = ''): number | undefined => {
  const [, value, unit = ''] = /(?:^|;)\s*width:\s*([\d.]+)(pt|in|cm|mm|px)/.exec(style) ?? [];
  return value === undefined ? undefined : Number(value) * twipsPerUnit[unit]!;
};

const extentOf = (element: XmlElement | undefined, side: 'cx' | 'cy' = 'cx'): number | undefined => {
  const length = Number(element?.attributes[side]);
  return length > 0 ? length / emu : undefined;
};

/** Quarter turns that a camera asks for (Exif, orientation 5 to 8). */
const cameraTurns: Readonly<Record<number, PictureTurn>> = {
  5: { degrees: 270, mirrored: true },
  6: { degrees: 90 },
  7: { degrees: 90, mirrored: true },
  8: { degrees: 270 },
};

/**
 * How a photo is turned by what its camera says, where the file gives it the room it has then: who made the file saw
 * it turned. Word itself draws the pixels as they lie, and says in the file by how much it has turned them.
 */
const cameraTurn = (
  bytes: Uint8Array,
  { widthPx, heightPx }: PictureFile,
  width = 0,
  height = 0,
): PictureTurn | null => {
  const turn = cameraTurns[jpegOrientation(bytes)];
  if (!turn || width <= 0 || height <= 0) return null;
  const shape = width / height;
  return Math.abs(shape - heightPx / widthPx) < Math.abs(shape - widthPx / heightPx) ? turn : null;
};

/** A degree, as drawings write angles (ISO/IEC 29500-1, 20.1.10.3). */
const degree = 60_000;

/** How a drawing turns its picture: mirrored first, then turned to the right (20.1.7.6); null for not at all. */
const frameTurn = (frame: XmlElement | undefined): PictureTurn | null => {
  const isSet = (name: string): boolean => /^(?:1|true|on)$/.test(frame?.attributes[name] ?? '');
  // Upside down is turned by half and mirrored left to right.
  const [across, down] = [isSet('flipH'), isSet('flipV')];
  const asked = Math.round(Number(frame?.attributes.rot ?? 0) / degree) || 0;
  const degrees = (((asked + (down ? 180 : 0)) % 360) + 360) % 360;
  const mirrored = across !== down;
  return degrees === 0 && !mirrored ? null : { degrees, ...(mirrored && { mirrored }) };
};

/** What is said of a picture by a program (a path, a name of a file) tells nobody what is on it. */
const wordsOf = (text: string | undefined): string =>
  text === undefined || /[\\/]|\.[a-z]{3,4}$/i.test(text.trim()) ? '' : text.trim().slice(0, 500);

/** What a drawing cuts off its picture; a side that it lets out adds only white and is left as it is. */
const cropOf = (rect: XmlElement | undefined): Crop | null => {
  const side = (name: string): number => Math.max(0, Math.round(Number(rect?.attributes[name] ?? 0)) || 0);
  return rect ? keptCrop({ left: side('l'), top: side('t'), right: side('r'), bottom: side('b') }) : null;
};

/** Gathers the pictures of the paragraph being read. */
export class PictureReader {
  readonly #media: WordMedia;
  /** Width in twips and words of the drawing being read. */
  #width: number | undefined;
  #height: number | undefined;
  #words = '';
  #crop: Crop | null = null;
  /** How the drawing turns it. */
  #turned: PictureTurn | null = null;
  #found: SourcePicture[] = [];

  constructor(media: WordMedia) {
    this.#media = media;
  }

  /** Looks at an element on the way into a drawing: what it says of the picture inside. */
  enter(element: XmlElement): void {
    switch (element.name) {
      case 'inline':
      case 'anchor':
        this.#width = extentOf(childOf(element, 'extent'));
        this.#height = extentOf(childOf(element, 'extent'), 'cy');
        this.#words = wordsOf(childOf(element, 'docPr')?.attributes.descr);
        break;
      case 'pic': {
        const frame = childOf(childOf(element, 'spPr'), 'xfrm');
        this.#width = extentOf(childOf(frame, 'ext')) ?? this.#width;
        this.#height = extentOf(childOf(frame, 'ext'), 'cy') ?? this.#height;
        this.#crop = cropOf(childOf(childOf(element, 'blipFill'), 'srcRect'));
        this.#turned = frameTurn(frame);
        break;
      }
      case 'shape':
      case 'rect':
        this.#width = vmlWidth(element.attributes.style);
        this.#height = undefined;
        this.#words = wordsOf(element.attributes.alt);
        break;
    }
  }

  /** A picture by its relationship. */
  take({ attributes }: XmlElement): void {
    const id = attributes.embed ?? attributes.id ?? attributes.link ?? '';
    const found = this.#media.files.get(id);
    if (!found) {
      this.#found.push({ lost: this.#media.lost.get(id) ?? '图片' });
      return;
    }
    const turned = this.#turned ?? cameraTurn(found.bytes, found.file, this.#width, this.#height);
    this.#found.push({
      file: found.file,
      ...(this.#width !== undefined && { width: this.#width }),
      ...(this.#words !== '' && { altText: this.#words }),
      ...(this.#crop && { crop: this.#crop }),
      ...(turned && { turned }),
    });
    this.#crop = null;
    this.#turned = null;
  }

  /** How many are gathered so far. */
  get count(): number {
    return this.#found.length;
  }

  /** Those gathered from this place on stand in text that is none of the document's. */
  loseFrom(at: number): void {
    this.#found = this.#found.map((picture, index) =>
      index < at || 'lost' in picture ? picture : { lost: '图片（在隐藏或删去的文字里）' },
    );
  }

  /** The pictures read since the last time. */
  takeAll(): readonly SourcePicture[] {
    const found = this.#found;
    this.#found = [];
    return found;
  }
}
