import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { documentSchema, type GovDocument } from '../../shared/document/document';
import { noPictures, type Pictures } from '../../shared/document/picture';
import type { ReviewItem } from '../../shared/document/review-item';
import type { CarriedVersion } from '../../shared/document/version';
import {
  maxPackageBytes,
  maxParagraphs,
  maxSourceBytes,
  tooLargeFile,
  tooManyParagraphs,
} from '../../shared/file/limits';
import { unpackNigaoFile } from '../../shared/file/nigao-file';
import { isZip, listZip } from '../../shared/file/read-zip';
import { readSealedFile } from '../../shared/file/sealed-file';
import { AppError } from '../../shared/ipc/app-error';
import type { Revisions } from '../../shared/recognise/docx/docx-report';
import { splitLines } from '../../shared/recognise/lines/source-lines';
import { readDocx } from '../../shared/recognise/read-docx';
import { recogniseParagraphs } from '../../shared/recognise/recognise';
import { recogniseDocx } from '../../shared/recognise/recognise-docx';
import { reviewItems } from '../../shared/recognise/review-items';
import type { Recognition, SourceParagraph } from '../../shared/recognise/types';
import { decodeText } from './decode-text';
import { identifyPicture } from './picture-files';
import { isLocked, unseal } from './seal';

/** A foreign text as recognised, or a document of our own as it was saved. */
export type Source =
  | Readonly<{
      kind: 'recognised';
      recognition: Recognition;
      /** What is to be looked at. */
      review: readonly ReviewItem[];
      /** How many tracked changes the file holds. */
      changes: number;
      /** Ids of blocks that this app wrote into the file when it exported it. */
      anchors: readonly string[];
      pictures: Pictures;
    }>
  | Readonly<{
      kind: 'document';
      document: GovDocument;
      pictures: Pictures;
      versions: readonly CarriedVersion[];
    }>;

const refuse = (message: string): never => {
  throw new AppError('file', message);
};

const saveAsDocx = '请在 Word 或 WPS 中另存为 .docx 后再打开。';

/** First bytes (Latin-1) of files that are often met under a wrong name, and what to say of them. */
const foreignKinds: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:\x89PNG|\xff\xd8\xff|GIF8|BM....\0\0|II\*\0|MM\0\*|RIFF....WEBP)/s,
    '这是图片，不是文字文件。请提供文字稿（.txt 或 .docx）。',
  ],
  [/^%PDF/, '这是 PDF 文件，不能读取文字。请提供原来的 Word 文件。'],
  [/^\{\\rtf/, `这是 RTF 文件。${saveAsDocx}`],
  [/^\s*(?:\xef\xbb\xbf)?<(?:!doctype html|html|\?xml)/i, '这是网页文件。请复制其中的文字，存为 .txt 后再打开。'],
];

/** Old Word and WPS files share one container; an encrypted .docx hides in it too. */
const refuseOldContainer = (bytes: Uint8Array): never => {
  const names = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (names.includes(Buffer.from('EncryptedPackage', 'utf16le')))
    return refuse('文件设有打开密码。请在 Word 或 WPS 中取消密码后再打开。');
  return refuse(`这是旧格式的文件（.doc 或 .wps）。${saveAsDocx}`);
};

const readPackage = (
  fileName: string,
  bytes: Uint8Array,
  revisions: Revisions,
  password: string | undefined,
): Source => {
  const names = listNames(bytes);
  const sealed = names?.includes('document.json') ? readSealedFile(bytes) : null;
  if (sealed && password === undefined) throw isLocked();
  if (sealed && password !== undefined)
    return { kind: 'document', ...unpackNigaoFile(unseal(sealed, password), identifyPicture) };
  if (names?.includes('document.json') || (!names && /\.nigao$/i.test(fileName)))
    return { kind: 'document', ...unpackNigaoFile(bytes, identifyPicture) };
  if (names?.includes('[Content_Types].xml') && names.some((name) => name.startsWith('xl/')))
    return refuse('这是 Excel 表格。请把表格放进 Word 文件（.docx）后再打开。');
  if (names?.includes('OFD.xml')) return refuse('这是 OFD 版式文件，不能读取文字。请提供原来的 Word 文件。');
  const content = readDocx(bytes, revisions, identifyPicture);
  if (!content.paragraphs.some(({ text, table }) => text.trim() || table)) return refuse('文件里没有文字。');
  refuseLong(content.paragraphs);
  const { recognition, paragraphs } = recogniseDocx(content);
  return recognised(recognition, paragraphs, content.changes, content.pictures);
};

/** Before recognition, which takes its time with very many lines. */
const refuseLong = (paragraphs: readonly SourceParagraph[]): void => {
  if (paragraphs.length <= maxParagraphs) return;
  const filled = paragraphs.filter(({ text, table }) => table !== undefined || text.trim() !== '');
  if (filled.length > maxParagraphs) refuse(tooManyParagraphs);
};

/** What was recognised, within what a document may hold: it must open again once it is stored. */
const recognised = (
  recognition: Recognition,
  paragraphs: readonly SourceParagraph[],
  changes = 0,
  pictures = noPictures,
): Source => {
  if (!documentSchema.safeParse(recognition.document).success) return refuse(tooManyParagraphs);
  const anchors = paragraphs.flatMap((paragraph) => paragraph.anchors ?? []);
  return { kind: 'recognised', recognition, review: reviewItems(recognition, paragraphs), changes, anchors, pictures };
};

/** Names in a zip; null when it is cut off. */
const listNames = (bytes: Uint8Array): string[] | null => {
  try {
    return listZip(bytes);
  } catch {
    return null;
  }
};

const refuseLarge = (bytes: number, most: number): void => {
  if (bytes > most) refuse(tooLargeFile(bytes, most));
};

/**
 * Reads .txt (UTF-8, GB18030, UTF-16), .docx and .nigao by content; the name only helps to say what a damaged file was.
 * @param revisions how tracked changes of a Word file are read
 * @param password of a .nigao file that has one
 * @throws AppError (`file`) with a sentence for anything else, and for empty, damaged or too large files;
 * (`password`) when a password is wanted, or another one
 */
export const readSource = (
  fileName: string,
  bytes: Uint8Array,
  revisions: Revisions = 'accepted',
  password?: string,
): Source => {
  if (bytes.length === 0) return refuse('文件是空的，没有内容。');
  refuseLarge(bytes.length, isZip(bytes) ? maxPackageBytes : maxSourceBytes);
  if (isZip(bytes)) return readPackage(fileName, bytes, revisions, password);
  const head = Buffer.from(bytes.subarray(0, 64)).toString('latin1');
  if (head.startsWith('\xd0\xcf\x11\xe0')) return refuseOldContainer(bytes);
  const foreign = foreignKinds.find(([pattern]) => pattern.test(head));
  if (foreign) return refuse(foreign[1]);
  if (/\.(?:docx|nigao)$/i.test(fileName))
    return refuse('文件已损坏，或不是它的扩展名所表示的格式。请重新取得这个文件。');
  const text =
    decodeText(bytes) ?? refuse('这不是文字文件，或编码无法识别。请用记事本另存为 UTF-8 编码的 .txt 后再打开。');
  if (text.trim() === '') return refuse('文件里没有文字。');
  const lines = splitLines(text);
  refuseLong(lines);
  return recognised(recogniseParagraphs(lines), lines);
};

const reasons: Readonly<Record<string, string>> = {
  ENOENT: '找不到这个文件，可能已被移动或改名。',
  EACCES: '没有权限读取这个文件。',
  EPERM: '没有权限读取这个文件。',
  EISDIR: '这是文件夹，请选择文件。',
  EBUSY: '文件正被其他程序占用，请关闭后再试。',
};

/** Reads a source from disk; a file that is too large is refused before it is loaded. @throws as `readSource` */
export const readSourceFile = async (path: string, revisions?: Revisions, password?: string): Promise<Source> => {
  const bytes = await loadBytes(path);
  return readSource(basename(path), bytes, revisions, password);
};

const loadBytes = async (path: string): Promise<Uint8Array> => {
  try {
    const { size } = await stat(path);
    refuseLarge(size, maxPackageBytes);
    return await readFile(path);
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    throw new AppError('file', reasons[code] ?? '读不出这个文件。请检查磁盘或重新取得文件。', { cause });
  }
};
