import { strFromU8, strToU8, type ZippableFile, zipSync } from 'fflate';
import { z } from 'zod';
import { parseDocument } from '../document/changes';
import { type GovDocument, schemaEdition, schemaVersion } from '../document/document';
import { listPictures } from '../document/list-pictures';
import { noPictures, type Picture, type PictureFile, type Pictures } from '../document/picture';
import { type CarriedVersion, versionSchema } from '../document/version';
import { AppError } from '../ipc/app-error';
import {
  maxNigaoBytes,
  maxPackedBytes,
  maxPicturesBytes,
  mostVersions,
  tooLargeToPack,
  tooManyPictures,
} from './limits';
import { isZip, readZip, ZipError } from './read-zip';

/** Version of the file's layout; the document inside has its own `schemaVersion`. */
const formatVersion = 1;
/** First entry, stored: names the kind of file to programs that look at the first bytes. */
export const nigaoMimetype = 'application/x-nigao';
const entryNames = ['mimetype', 'manifest.json', 'document.json', 'versions.json'] as const;
type EntryName = (typeof entryNames)[number];

const manifestSchema = z.looseObject({
  format: z.literal('nigao'),
  version: z.number().int().min(1),
  /** `schemaEdition` of the app that wrote it; earlier ones did not say. */
  edition: z.number().int().min(1).default(1),
});

const foreign = () => new AppError('file', '这不是拟稿保存的文稿文件。');
const tooLarge = () => new AppError('file', tooLargeToPack);
const later = () => new AppError('file', '这份文稿由更新版本的拟稿保存，本版本打不开。请升级拟稿后再打开。');
const damaged = (cause?: unknown) =>
  new AppError('file', '文稿文件不完整或已损坏。请重新取得这个文件，或改用备份。', { cause });

const invalid = (cause: unknown) =>
  new AppError('file', '文稿文件的内容不合格式，可能被其他程序改动过。请改用备份。', { cause });

const pictureEntry = (sha256: string): string => `pictures/${sha256}`;

const picturesOf = (document: GovDocument, versions: readonly CarriedVersion[]): Picture[] =>
  [document, ...versions.map((version) => version.document)].flatMap((one) => listPictures(one));

/**
 * The .nigao file of a document: a zip of a type mark, a manifest, one JSON document, its versions, and the pictures
 * they name, each under its sha256. Same document, same bytes.
 * @throws AppError (`file`) when reading would refuse it as too large; `packWithVersions` leaves versions out instead
 */
export const packNigaoFile = (
  document: GovDocument,
  pictures: Pictures = noPictures,
  versions: readonly CarriedVersion[] = [],
): Uint8Array => {
  const manifest = { format: 'nigao', version: formatVersion, edition: schemaEdition };
  const texts: Partial<Record<EntryName, Uint8Array>> = {
    'manifest.json': strToU8(JSON.stringify(manifest)),
    'document.json': strToU8(JSON.stringify(document)),
    ...(versions.length > 0 && { 'versions.json': strToU8(JSON.stringify(versions)) }),
  };
  const entries: Partial<Record<EntryName, ZippableFile>> = {
    mimetype: [strToU8(nigaoMimetype), { level: 0 }],
    ...texts,
  };
  const sum = (sizes: readonly number[]) => sizes.reduce((total, size) => total + size, 0);
  if (sum(Object.values(texts).map(({ length }) => length)) + nigaoMimetype.length > maxNigaoBytes) throw tooLarge();
  const named = [...new Set(picturesOf(document, versions).map(({ sha256 }) => sha256))];
  const bytesOf = named.flatMap((sha256): [string, ZippableFile][] => {
    const bytes = pictures.get(sha256);
    // PNG and JPEG are packed already.
    return bytes ? [[pictureEntry(sha256), [bytes, { level: 0 }]]] : [];
  });
  if (sum(named.map((sha256) => pictures.get(sha256)?.length ?? 0)) > maxPicturesBytes) throw tooLarge();
  const bytes = zipSync({ ...entries, ...Object.fromEntries(bytesOf) }, { mtime: '1980-01-01T00:00:00' });
  if (bytes.length > maxPackedBytes || versions.length > mostVersions) throw tooLarge();
  return bytes;
};

const unzip = (bytes: Uint8Array): ReadonlyMap<string, Uint8Array> => {
  try {
    return readZip(bytes, (name) => entryNames.some((known) => known === name), maxNigaoBytes);
  } catch (cause) {
    if (cause instanceof ZipError && cause.reason === 'too-large') throw foreign();
    throw damaged(cause);
  }
};

const changed = (cause?: unknown) =>
  new AppError('file', '文稿文件里的图片不完整，或被其他程序改动过。请重新取得这个文件，或改用备份。', { cause });

/** The pictures a document names, those that the file has: each must be what the document says it is. */
const readPictures = (
  bytes: Uint8Array,
  named: readonly Picture[],
  identify: (bytes: Uint8Array) => PictureFile,
): Pictures => {
  const wanted = new Map(named.map((picture) => [pictureEntry(picture.sha256), picture] as const));
  if (wanted.size === 0) return new Map();
  let entries: ReadonlyMap<string, Uint8Array>;
  try {
    entries = readZip(bytes, (name) => wanted.has(name), maxPicturesBytes);
  } catch (cause) {
    if (cause instanceof ZipError && cause.reason === 'too-large') throw new AppError('file', tooManyPictures);
    throw changed(cause);
  }
  const read = (picture: Picture, own: Uint8Array): void => {
    let file: PictureFile;
    try {
      file = identify(own);
    } catch (cause) {
      throw changed(cause);
    }
    const keys = ['sha256', 'mime', 'widthPx', 'heightPx'] as const;
    if (keys.some((key) => file[key] !== picture[key])) throw changed();
  };
  for (const picture of named) {
    const own = entries.get(pictureEntry(picture.sha256));
    if (own) read(picture, own);
  }
  return new Map([...entries].map(([name, own]) => [wanted.get(name)!.sha256, own]));
};

const readJson = (entries: ReadonlyMap<string, Uint8Array>, name: EntryName): unknown => {
  const bytes = entries.get(name);
  if (!bytes) throw foreign();
  try {
    return JSON.parse(strFromU8(bytes));
  } catch (cause) {
    throw damaged(cause);
  }
};

const schemaVersionOf = (json: unknown): number =>
  typeof json === 'object' && json !== null && 'schemaVersion' in json && typeof json.schemaVersion === 'number'
    ? json.schemaVersion
    : 0;

/** What a later edition has added looks like damage to this one. */
const parse = (json: unknown, edition: number): GovDocument => {
  try {
    return parseDocument(json);
  } catch (cause) {
    throw edition > schemaEdition ? later() : invalid(cause);
  }
};

const carriedSchema = z
  .array(versionSchema.pick({ keptAt: true, reason: true, name: true }).extend({ document: z.unknown() }))
  .max(mostVersions);

const readVersions = (entries: ReadonlyMap<string, Uint8Array>, edition: number): CarriedVersion[] => {
  if (!entries.has('versions.json')) return [];
  const read = carriedSchema.safeParse(readJson(entries, 'versions.json'));
  if (!read.success) throw edition > schemaEdition ? later() : invalid(read.error);
  return read.data.map((version) => {
    if (schemaVersionOf(version.document) > schemaVersion) throw later();
    return { ...version, document: parse(version.document, edition) };
  });
};

/**
 * Reads a .nigao file. A picture that it does not have is missing in the document, and shown so.
 * @param identify what a picture is, from its bytes
 * @throws AppError (`file`) with a sentence when it is no .nigao file, damaged, from a later version or invalid.
 */
export const unpackNigaoFile = (
  bytes: Uint8Array,
  identify: (bytes: Uint8Array) => PictureFile,
): Readonly<{ document: GovDocument; pictures: Pictures; versions: readonly CarriedVersion[] }> => {
  if (!isZip(bytes)) throw foreign();
  const entries = unzip(bytes);
  const manifest = manifestSchema.safeParse(readJson(entries, 'manifest.json'));
  if (!manifest.success) throw foreign();
  if (manifest.data.version > formatVersion) throw later();
  const json = readJson(entries, 'document.json');
  if (schemaVersionOf(json) > schemaVersion) throw later();
  const { edition } = manifest.data;
  const document = parse(json, edition);
  const versions = readVersions(entries, edition);
  return { document, versions, pictures: readPictures(bytes, picturesOf(document, versions), identify) };
};
