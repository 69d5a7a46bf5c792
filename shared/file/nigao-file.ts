import { strFromU8, strToU8, type ZippableFile, zipSync } from 'fflate';
import { z } from 'zod';
import { parseDocument } from '../document/changes';
import { type GovDocument, schemaVersion } from '../document/document';
import { AppError } from '../ipc/app-error';
import { maxNigaoBytes } from './limits';
import { isZip, readZip, ZipError } from './read-zip';

/** Version of the file's layout; the document inside has its own `schemaVersion`. */
const formatVersion = 1;
/** First entry, stored: names the kind of file to programs that look at the first bytes. */
export const nigaoMimetype = 'application/x-nigao';
const entryNames = ['mimetype', 'manifest.json', 'document.json'] as const;
type EntryName = (typeof entryNames)[number];

const manifestSchema = z.looseObject({ format: z.literal('nigao'), version: z.number().int().min(1) });

const foreign = () => new AppError('file', '这不是拟稿保存的文稿文件。');
const later = () => new AppError('file', '这份文稿由更新版本的拟稿保存，本版本打不开。请升级拟稿后再打开。');
const damaged = (cause?: unknown) =>
  new AppError('file', '文稿文件不完整或已损坏。请重新取得这个文件，或改用备份。', { cause });

/** The .nigao file of a document: a zip of a type mark, a manifest and one JSON document. Same document, same bytes. */
export const packNigaoFile = (document: GovDocument): Uint8Array => {
  const entries: Record<EntryName, ZippableFile> = {
    mimetype: [strToU8(nigaoMimetype), { level: 0 }],
    'manifest.json': strToU8(JSON.stringify({ format: 'nigao', version: formatVersion })),
    'document.json': strToU8(JSON.stringify(document)),
  };
  return zipSync(entries, { mtime: '1980-01-01T00:00:00' });
};

const unzip = (bytes: Uint8Array): ReadonlyMap<string, Uint8Array> => {
  try {
    return readZip(bytes, (name) => entryNames.some((known) => known === name), maxNigaoBytes);
  } catch (cause) {
    if (cause instanceof ZipError && cause.reason === 'too-large') throw foreign();
    throw damaged(cause);
  }
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

/**
 * Reads a .nigao file.
 * @throws AppError (`file`) with a sentence when it is no .nigao file, damaged, from a later version or invalid.
 */
export const unpackNigaoFile = (bytes: Uint8Array): GovDocument => {
  if (!isZip(bytes)) throw foreign();
  const entries = unzip(bytes);
  const manifest = manifestSchema.safeParse(readJson(entries, 'manifest.json'));
  if (!manifest.success) throw foreign();
  if (manifest.data.version > formatVersion) throw later();
  const json = readJson(entries, 'document.json');
  if (schemaVersionOf(json) > schemaVersion) throw later();
  try {
    return parseDocument(json);
  } catch (cause) {
    throw new AppError('file', '文稿文件的内容不合格式，可能被其他程序改动过。请改用备份。', { cause });
  }
};
