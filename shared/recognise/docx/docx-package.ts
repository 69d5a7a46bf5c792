import { strFromU8 } from 'fflate';
import { maxDocxBytes, tooMuchInDocx } from '../../file/limits';
import { childrenOf, parseXml, type XmlElement } from '../../file/parse-xml';
import { listZip, readZip, ZipError } from '../../file/read-zip';
import { AppError } from '../../ipc/app-error';

export const damagedDocx = (cause?: unknown): AppError =>
  new AppError('file', 'Word 文件不完整或已损坏。请在 Word 或 WPS 中打开，另存为新的 .docx 文件后再试。', { cause });
export const foreignDocx = (): AppError =>
  new AppError('file', '这不是 Word 文件（.docx）。请在 Word 或 WPS 中另存为 .docx 后再打开。');

/** The parts of a Word file we read, as XML; undefined where the file has none. */
export type DocxParts = Readonly<{
  main: XmlElement | undefined;
  styles: XmlElement | undefined;
  numbering: XmlElement | undefined;
  comments: XmlElement | undefined;
  footnotes: XmlElement | undefined;
  endnotes: XmlElement | undefined;
  /** Properties that people, or other programs, have named. */
  properties: XmlElement | undefined;
  /** What the main text refers to, and the folder those paths begin in. */
  relations: XmlElement | undefined;
  folder: string;
  /** Headers and footers in the order of their names. */
  margins: readonly XmlElement[];
}>;

const propertiesPath = 'docProps/custom.xml';

const unzip = (bytes: Uint8Array, wanted: (name: string) => boolean): ReadonlyMap<string, Uint8Array> => {
  try {
    return readZip(bytes, wanted, maxDocxBytes);
  } catch (cause) {
    if (cause instanceof ZipError && cause.reason === 'too-large') throw new AppError('file', tooMuchInDocx);
    throw damagedDocx(cause);
  }
};

/** Path of the main text: where the package says, else where Word puts it. */
const mainPath = (relations: XmlElement | undefined): string => {
  const found = childrenOf(relations, 'Relationship').find((relation) =>
    relation.attributes.Type?.endsWith('/officeDocument'),
  );
  return found?.attributes.Target?.replace(/^\//, '') ?? 'word/document.xml';
};

/**
 * Unpacks and parses the parts of a Word file. Only names inside the package are looked up: nothing outside it, on
 * disk or elsewhere, is ever read, whatever a relationship says.
 * @throws AppError (`file`) with a sentence when it is damaged or unpacks to too much.
 */
export const openDocx = (bytes: Uint8Array): DocxParts => {
  const parse = (part: Uint8Array | undefined): XmlElement | undefined =>
    part ? parseXml(strFromU8(part)) : undefined;
  const relations = parse(unzip(bytes, (name) => name === '_rels/.rels').get('_rels/.rels'));
  const path = mainPath(relations);
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const margins = listZip(bytes)
    .filter((name) => name.startsWith(folder) && /^(?:header|footer)\d{0,4}\.xml$/.test(name.slice(folder.length)))
    .sort();
  const beside = (name: string): string => folder + name;
  const relationsPath = `${folder}_rels/${path.slice(folder.length)}.rels`;
  const names = new Set([
    path,
    relationsPath,
    propertiesPath,
    ...['styles.xml', 'numbering.xml', 'comments.xml', 'footnotes.xml', 'endnotes.xml'].map(beside),
    ...margins,
  ]);
  const parts = unzip(bytes, (name) => names.has(name));
  return {
    main: parse(parts.get(path)),
    relations: parse(parts.get(relationsPath)),
    folder,
    styles: parse(parts.get(beside('styles.xml'))),
    numbering: parse(parts.get(beside('numbering.xml'))),
    comments: parse(parts.get(beside('comments.xml'))),
    footnotes: parse(parts.get(beside('footnotes.xml'))),
    endnotes: parse(parts.get(beside('endnotes.xml'))),
    properties: parse(parts.get(propertiesPath)),
    margins: margins.flatMap((name) => parse(parts.get(name)) ?? []),
  };
};
