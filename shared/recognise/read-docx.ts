import { strFromU8 } from 'fflate';
import { childOf, childrenOf, isElement, isOn, parseXml, type XmlElement } from '../file/parse-xml';
import { isZip, readZip, ZipError } from '../file/read-zip';
import { AppError } from '../ipc/app-error';
import type { Doubt, SourceParagraph } from './types';

/** Most that the parts we read may unpack to; 20 MB of text is some six million characters. */
const maxUnpackedBytes = 96 * 1024 * 1024;
const stylesPath = 'word/styles.xml';

/** What a Word file holds of text, and what of it was not read. */
export type DocxContent = Readonly<{ paragraphs: readonly SourceParagraph[]; notRead: readonly Doubt[] }>;

const damaged = (cause?: unknown) =>
  new AppError('file', 'Word 文件不完整或已损坏。请在 Word 或 WPS 中打开，另存为新的 .docx 文件后再试。', { cause });
const foreign = () => new AppError('file', '这不是 Word 文件（.docx）。请在 Word 或 WPS 中另存为 .docx 后再打开。');

/** Elements whose content is not part of the text: codes of fields, deleted and moved-away text, properties. */
const silent: ReadonlySet<string> = new Set([
  'instrText',
  'delText',
  'delInstrText',
  'del',
  'moveFrom',
  'rPr',
  'pPr',
  'sdtPr',
  'sdtEndPr',
  'rt',
  'Fallback',
  'footnoteReference',
  'endnoteReference',
  'commentReference',
]);

const isPrivateUse = (code: number): boolean => code >= 0xe000 && code <= 0xf8ff;

/** Text of a symbol; one that only its own font can draw becomes a box. */
const symbolText = (symbol: XmlElement): string => {
  const code = Number.parseInt(symbol.attributes.char ?? '', 16);
  return Number.isNaN(code) || isPrivateUse(code) ? '□' : String.fromCharCode(code);
};

const plainText = (element: XmlElement): string => element.children.filter((child) => !isElement(child)).join('');

const isDeletedRow = (row: XmlElement): boolean => childOf(childOf(row, 'trPr'), 'del') !== undefined;

type Cell = { text: string; colSpan?: number; rowSpan?: number };

/** Reads the body in order; one instance per file, because paragraphs are counted where they stand. */
class BodyReader {
  readonly paragraphs: SourceParagraph[] = [];
  readonly #notRead: Doubt[] = [];
  readonly #autoNumbered: number[] = [];
  readonly #styles: ReadonlyMap<string, string>;
  #line = 0;
  /** Text before a paragraph mark that was deleted in revision: it runs on in the next paragraph. */
  #carried: { line: number; text: string } | null = null;

  constructor(styles: ReadonlyMap<string, string>) {
    this.#styles = styles;
  }

  readBlocks(parent: XmlElement): void {
    for (const child of parent.children) {
      if (!isElement(child) || silent.has(child.name)) continue;
      if (child.name === 'p') this.#readParagraph(child);
      else if (child.name === 'tbl') this.#readTable(child);
      else if (child.name === 'altChunk') this.#skip('嵌入的其他文件没有读入');
      else this.readBlocks(child);
    }
    if (parent.name === 'body') this.#flush();
  }

  /** What was passed over, in order; automatic numbers are said once. */
  notRead(): readonly Doubt[] {
    const [line] = this.#autoNumbered;
    if (line === undefined) return this.#notRead;
    const message = `第${line}段起：有 ${this.#autoNumbered.length} 段的编号由 Word 自动生成，没有读入，请对照原文核对。`;
    return [{ line, blockId: null, message }, ...this.#notRead];
  }

  #skip(message: string): void {
    const line = Math.max(this.#line, 1);
    this.#notRead.push({ line, blockId: null, message: `第${line}段：${message}。` });
  }

  #flush(): void {
    if (this.#carried) this.paragraphs.push(this.#carried);
    this.#carried = null;
  }

  #readParagraph(paragraph: XmlElement): void {
    this.#line += 1;
    const line = this.#carried?.line ?? this.#line;
    const properties = childOf(paragraph, 'pPr');
    const boxes: XmlElement[] = [];
    const text = (this.#carried?.text ?? '') + this.#readRuns(paragraph, boxes);
    this.#carried = null;
    const numbering = childOf(childOf(properties, 'numPr'), 'numId')?.attributes.val;
    if (numbering && numbering !== '0' && text.trim() !== '') this.#autoNumbered.push(line);
    if (childOf(childOf(properties, 'rPr'), 'del')) this.#carried = { line, text };
    else {
      const style = this.#styles.get(childOf(properties, 'pStyle')?.attributes.val ?? '');
      // Clerks break titles and end paragraphs with a manual line break: each piece is read as a line of its own.
      for (const piece of text.split('\n')) this.paragraphs.push({ line, text: piece, ...(style && { style }) });
    }
    for (const box of boxes) this.readBlocks(box);
  }

  /** Text of the runs; text boxes met on the way are collected, they stand behind the paragraph. */
  #readRuns(parent: XmlElement, boxes: XmlElement[], fields = { codes: [] as boolean[] }): string {
    let text = '';
    for (const child of parent.children) {
      if (!isElement(child) || silent.has(child.name)) continue;
      // A field runs begin – code – separate – result – end; only its result is text.
      if (child.name === 'fldChar') {
        const kind = child.attributes.fldCharType;
        if (kind === 'begin') fields.codes.push(true);
        else if (fields.codes.pop() !== undefined && kind === 'separate') fields.codes.push(false);
      } else if (child.name === 'txbxContent') boxes.push(child);
      else if (child.name === 'r' && isOn(childOf(child, 'rPr'), 'vanish')) continue;
      else {
        const own = this.#elementText(child);
        if (own === undefined) text += this.#readRuns(child, boxes, fields);
        else if (!fields.codes.includes(true)) text += own;
      }
    }
    return text;
  }

  /** Text of an element that is text itself; undefined for one to look into. */
  #elementText(element: XmlElement): string | undefined {
    switch (element.name) {
      case 't':
        return plainText(element);
      case 'tab':
      case 'ptab':
        return '\t';
      case 'cr':
        return '\n';
      case 'br':
        return element.attributes.type && element.attributes.type !== 'textWrapping' ? '' : '\n';
      case 'noBreakHyphen':
        return '-';
      case 'sym':
        return symbolText(element);
      case 'blip':
      case 'imagedata':
        this.#skip('图片没有读入');
        return '';
      default:
        return undefined;
    }
  }

  #readTable(table: XmlElement): void {
    this.#flush();
    const line = this.#line + 1;
    const kept = this.paragraphs.splice(0);
    const rows: Cell[][] = [];
    /** The open vertical merge of each grid column. */
    const merges = new Map<number, Cell>();
    for (const row of this.#rowsOf(table)) {
      let column = Number(childOf(childOf(row, 'trPr'), 'gridBefore')?.attributes.val ?? 0);
      const cells: Cell[] = [];
      for (const cell of this.#cellsOf(row)) {
        const properties = childOf(cell, 'tcPr');
        const span = Math.max(1, Number(childOf(properties, 'gridSpan')?.attributes.val ?? 1) || 1);
        const merge = childOf(properties, 'vMerge');
        const above = merges.get(column);
        const text = this.#cellText(cell);
        if (merge && merge.attributes.val !== 'restart' && above) above.rowSpan = (above.rowSpan ?? 1) + 1;
        else {
          const read: Cell = { text, ...(span > 1 && { colSpan: span }) };
          cells.push(read);
          if (merge) merges.set(column, read);
          else merges.delete(column);
        }
        column += span;
      }
      // A row deleted in revision is read all the same, because its paragraphs count.
      if (cells.length > 0 && !isDeletedRow(row)) rows.push(cells);
    }
    this.paragraphs.push(...kept);
    if (rows.length > 0) this.paragraphs.push({ line, text: '', table: { rows } });
  }

  #rowsOf(table: XmlElement): XmlElement[] {
    return table.children.filter(isElement).flatMap((child) => {
      if (child.name === 'tr') return [child];
      return silent.has(child.name) ? [] : this.#rowsOf(child);
    });
  }

  #cellsOf(row: XmlElement): XmlElement[] {
    return row.children.filter(isElement).flatMap((child) => {
      if (child.name === 'tc') return [child];
      return silent.has(child.name) ? [] : this.#cellsOf(child);
    });
  }

  /** Paragraphs of a cell joined by line feeds; they count as lines like any other. */
  #cellText(cell: XmlElement): string {
    this.readBlocks(cell);
    this.#flush();
    return this.paragraphs
      .splice(0)
      .map(({ text, table }) => table?.rows.map((row) => row.map((inner) => inner.text).join(' ')).join('\n') ?? text)
      .join('\n')
      .trim();
  }
}

const readStyles = (xml: Uint8Array | undefined): ReadonlyMap<string, string> => {
  if (!xml) return new Map();
  const styles = childrenOf(parseXml(strFromU8(xml)), 'style');
  return new Map(
    styles.flatMap((style) => {
      const id = style.attributes.styleId;
      return id === undefined ? [] : [[id, childOf(style, 'name')?.attributes.val ?? id] as const];
    }),
  );
};

/** Path of the main text: where the package says, else where Word puts it. */
const mainPath = (relations: Uint8Array | undefined): string => {
  const found = relations
    ? childrenOf(parseXml(strFromU8(relations)), 'Relationship').find((relation) =>
        relation.attributes.Type?.endsWith('/officeDocument'),
      )
    : undefined;
  return found?.attributes.Target?.replace(/^\//, '') ?? 'word/document.xml';
};

const unzip = (bytes: Uint8Array, wanted: (name: string) => boolean): ReadonlyMap<string, Uint8Array> => {
  try {
    return readZip(bytes, wanted, maxUnpackedBytes);
  } catch (cause) {
    if (cause instanceof ZipError && cause.reason === 'too-large')
      throw new AppError('file', 'Word 文件里的文字过多，超出可读取的范围。请拆分成几个文件。');
    throw damaged(cause);
  }
};

/**
 * Body paragraphs of a .docx in order. `line` counts the paragraphs of the body from 1, those in table cells and
 * text boxes where they stand; a table is one entry under the number of its first cell's paragraph.
 * A paragraph with manual line breaks gives several entries under its number.
 * Tracked insertions count as accepted, deletions are dropped; of fields only the result is read.
 * Not read: automatic numbers, pictures, notes, comments, headers and footers (the first two are reported).
 * @throws AppError (`file`) with a sentence when it is no Word file, damaged or too large.
 */
export const readDocx = (bytes: Uint8Array): DocxContent => {
  if (!isZip(bytes)) throw foreign();
  const relations = unzip(bytes, (name) => name === '_rels/.rels').get('_rels/.rels');
  try {
    const path = mainPath(relations);
    const entries = unzip(bytes, (name) => name === path || name === stylesPath);
    const main = entries.get(path);
    if (!main) throw foreign();
    const body = childOf(parseXml(strFromU8(main)), 'body');
    if (!body) throw foreign();
    const reader = new BodyReader(readStyles(entries.get(stylesPath)));
    reader.readBlocks(body);
    return { paragraphs: reader.paragraphs, notRead: reader.notRead() };
  } catch (cause) {
    throw cause instanceof AppError ? cause : damaged(cause);
  }
};
