import { blockIdSchema } from '../document/block';
import { tooMuchInDocx } from '../file/limits';
import { childOf, childrenOf, isElement, isOn, type XmlElement, XmlLimitError } from '../file/parse-xml';
import { isZip } from '../file/read-zip';
import { AppError } from '../ipc/app-error';
import { damagedDocx, foreignDocx, openDocx } from './docx/docx-package';
import { WordNumbering } from './docx/word-numbering';
import { type ListPlace, readListPlace, readOutline, readWordStyles, type WordStyle } from './docx/word-styles';
import { noteMarker, type SourceNote, takeNotes } from './source-notes';
import type { Doubt, SourceParagraph } from './types';

/** What a Word file holds of text, and what of it was not read. */
export type DocxContent = Readonly<{ paragraphs: readonly SourceParagraph[]; notRead: readonly Doubt[] }>;

/** How tracked changes are read. */
export type Revisions = 'accepted' | 'rejected';

/** What a change adds and what it takes away; rejected, each is the other. */
const added: ReadonlySet<string> = new Set(['ins', 'moveTo']);
const removed: ReadonlySet<string> = new Set(['del', 'moveFrom']);

/** Elements whose content is not part of the text: codes of fields, properties, what only older programs show. */
const silent: ReadonlySet<string> = new Set([
  'instrText',
  'delInstrText',
  'rPr',
  'pPr',
  'sdtPr',
  'sdtEndPr',
  'rt',
  'Fallback',
]);

const isPrivateUse = (code: number): boolean => code >= 0xe000 && code <= 0xf8ff;

/** Text of a symbol; one that only its own font can draw becomes a box. */
const symbolText = (symbol: XmlElement): string => {
  const code = Number.parseInt(symbol.attributes.char ?? '', 16);
  return Number.isNaN(code) || isPrivateUse(code) ? '□' : String.fromCharCode(code);
};

const plainText = (element: XmlElement): string => element.children.filter((child) => !isElement(child)).join('');

/** All text below an element, for a first look. */
const rawText = (element: XmlElement): string =>
  element.children.map((child) => (isElement(child) ? rawText(child) : child)).join('');

/** The block id in a bookmark of our own exports; nothing for other bookmarks. */
const blockIdOf = (bookmark: string): string[] => {
  const id = bookmark.startsWith('_gw') ? bookmark.slice(3).replaceAll('_', '-') : '';
  return blockIdSchema.safeParse(id).success ? [id] : [];
};

type Cell = { text: string; colSpan?: number; rowSpan?: number; notes?: readonly SourceNote[] };

/** Notes at the foot of the page, and those at the end, which become such; by the element that refers to them. */
const noteReferences: Readonly<Record<string, string>> = {
  footnoteReference: 'footnote',
  endnoteReference: 'endnote',
};
/** Longest note a document can hold. */
const longestNote = 2000;

/** Reads the body in order; one instance per file, because paragraphs are counted where they stand. */
class BodyReader {
  readonly paragraphs: SourceParagraph[] = [];
  readonly #notRead: Doubt[] = [];
  readonly #bullets: number[] = [];
  readonly #changed = new Set<number>();
  readonly #styles: ReadonlyMap<string, WordStyle>;
  readonly #numbering: WordNumbering;
  readonly #dropped: ReadonlySet<string>;
  readonly #comments: ReadonlyMap<string, string>;
  readonly #notes: ReadonlyMap<string, string>;
  /** Notes whose markers stand in text that is not yet a paragraph, in order. */
  readonly #open: string[] = [];
  #line = 0;
  #frames = 0;
  /** The frame being read, and null outside frames. */
  #frame: number | null = null;
  /** Text before a paragraph mark that was deleted in revision: it runs on in the next paragraph. */
  #carried: { line: number; text: string } | null = null;

  constructor(
    styles: ReadonlyMap<string, WordStyle>,
    numbering: WordNumbering,
    revisions: Revisions,
    comments: ReadonlyMap<string, string>,
    /** Their words by kind and id. */
    notes: ReadonlyMap<string, string> = new Map(),
  ) {
    this.#styles = styles;
    this.#numbering = numbering;
    this.#dropped = revisions === 'accepted' ? removed : added;
    this.#comments = comments;
    this.#notes = notes;
  }

  readBlocks(parent: XmlElement): void {
    for (const child of parent.children) {
      if (!isElement(child) || silent.has(child.name) || this.#isDropped(child)) continue;
      if (child.name === 'p') this.#readParagraph(child);
      else if (child.name === 'tbl') this.#readTable(child);
      else if (child.name === 'altChunk') this.#skip('嵌入的其他文件没有读入');
      else this.readBlocks(child);
    }
    if (parent.name === 'body') this.#flush();
  }

  /** What was passed over or guessed, in order; bullets and tracked changes are said once. */
  notRead(): readonly Doubt[] {
    const once = (lines: readonly number[], say: (count: number) => string): Doubt[] =>
      lines[0] === undefined
        ? []
        : [{ line: lines[0], blockId: null, message: `第${lines[0]}段起：${say(lines.length)}，请核对。` }];
    const taken = this.#dropped === removed ? '接受' : '拒绝';
    return [
      ...once(this.#bullets, (count) => `有 ${count} 段的项目符号读成了破折号`),
      ...once([...this.#changed], (count) => `有 ${count} 段带修订标记，已按全部${taken}修订读入`),
      ...this.#notRead,
    ];
  }

  #skip(message: string): void {
    const line = Math.max(this.#line, 1);
    this.#notRead.push({ line, blockId: null, message: `第${line}段：${message}。` });
  }

  /** Text that a tracked change takes away, the way changes are read. */
  #isDropped(element: XmlElement): boolean {
    if (!added.has(element.name) && !removed.has(element.name)) return false;
    this.#changed.add(Math.max(this.#line, 1));
    return this.#dropped.has(element.name);
  }

  /** Whether the properties of a paragraph mark or a row say that it is taken away. */
  #isTakenAway(properties: XmlElement | undefined): boolean {
    const changes = (properties?.children ?? []).filter(isElement);
    return changes.some((change) => this.#isDropped(change));
  }

  #flush(): void {
    if (this.#carried) this.paragraphs.push({ line: this.#carried.line, ...takeNotes(this.#carried.text, this.#open) });
    this.#carried = null;
  }

  /** The list a paragraph counts in, its own or its style's; null outside lists. */
  #listPlace(properties: XmlElement | undefined, style: WordStyle | undefined): ListPlace | null {
    const own = readListPlace(properties);
    if (own?.numId === '0') return null;
    const numId = own?.numId ?? style?.list?.numId;
    return numId === undefined ? null : { numId, level: own?.level ?? style?.list?.level ?? 0 };
  }

  /** Number of a paragraph as Word shows it; a bullet as the dash that leads items in official documents. */
  #shownNumber(place: ListPlace | null, line: number, text: string): string {
    const shown = place && this.#numbering.count(place);
    if (!shown || text.trim() === '') return '';
    if (!shown.bullet) return shown.text;
    if (!/^[-–—]+$/.test(shown.text)) this.#bullets.push(line);
    return '——';
  }

  #readParagraph(paragraph: XmlElement): void {
    this.#line += 1;
    const line = this.#carried?.line ?? this.#line;
    const properties = childOf(paragraph, 'pPr');
    const boxes: XmlElement[] = [];
    const text = (this.#carried?.text ?? '') + this.#readRuns(paragraph, boxes);
    this.#carried = null;
    const anchors = childrenOf(paragraph, 'bookmarkStart').flatMap((mark) => blockIdOf(mark.attributes.name ?? ''));
    if (this.#isTakenAway(childOf(properties, 'rPr'))) this.#carried = { line, text };
    else {
      const style = this.#styles.get(childOf(properties, 'pStyle')?.attributes.val ?? '');
      const outline = readOutline(properties) ?? style?.outline ?? null;
      const centred = childOf(properties, 'jc')?.attributes.val === 'center' || undefined;
      const number = this.#shownNumber(this.#listPlace(properties, style), line, text);
      // Clerks break titles and end paragraphs with a manual line break: each piece is read as a line of its own.
      for (const [at, piece] of (number + text).split('\n').entries())
        this.paragraphs.push({
          line,
          ...takeNotes(piece, this.#open),
          ...(style && { style: style.name }),
          ...(outline !== null && { outline }),
          ...(centred && { centred: true as const }),
          ...(at === 0 && anchors.length > 0 && { anchors }),
          ...(this.#frame !== null && { frame: this.#frame }),
        });
    }
    for (const box of boxes) this.readBlocks(box);
  }

  /** Text of the runs; text boxes met on the way are collected, they stand behind the paragraph. */
  #readRuns(parent: XmlElement, boxes: XmlElement[], fields = { codes: [] as boolean[] }): string {
    let text = '';
    for (const child of parent.children) {
      if (!isElement(child) || silent.has(child.name) || this.#isDropped(child)) continue;
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
      case 'delText':
        return plainText(element).replaceAll(noteMarker, '');
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
      case 'commentReference': {
        const comment = this.#comments.get(element.attributes.id ?? '');
        if (comment !== undefined) this.#skip(`有批注“${comment}”`);
        return '';
      }
      case 'footnoteReference':
      case 'endnoteReference':
        return this.#noteMarker(element);
      case 'blip':
      case 'imagedata':
        this.#skip('图片没有读入');
        return '';
      default:
        return undefined;
    }
  }

  #noteMarker({ name, attributes }: XmlElement): string {
    const text = this.#notes.get(`${noteReferences[name]} ${attributes.id}`);
    if (text === undefined) return '';
    if (text.length > longestNote) this.#skip(`脚注太长，只读入前 ${longestNote} 字`);
    this.#open.push(text.slice(0, longestNote));
    return noteMarker;
  }

  /** A table of one column whose first paragraph begins with 专栏 only draws the frame around it. */
  #readFrame(table: XmlElement): boolean {
    const cells = this.#rowsOf(table).map((row) => this.#cellsOf(row));
    const first = cells[0]?.[0] && childOf(cells[0][0], 'p');
    if (this.#frame !== null || !first || cells.some((row) => row.length !== 1)) return false;
    if (!/^专\s*栏/.test(rawText(first).trim())) return false;
    this.#frames += 1;
    this.#frame = this.#frames;
    for (const [cell] of cells) this.readBlocks(cell!);
    this.#flush();
    this.#frame = null;
    return true;
  }

  /** A table of our own exports that only places lines: organs and signatures of a joint issue, 版记. */
  #readPlacedLines(table: XmlElement): boolean {
    const cells = this.#rowsOf(table).flatMap((row) => this.#cellsOf(row));
    const styleOf = (paragraph: XmlElement): string =>
      childOf(childOf(paragraph, 'pPr'), 'pStyle')?.attributes.val ?? '';
    const styles = cells.flatMap((cell) => childrenOf(cell, 'p').map(styleOf));
    if (!styles.some((style) => /^Gw(?:Mark|Sign|Imprint)$/.test(style))) return false;
    const before = this.paragraphs.length;
    for (const cell of cells) this.readBlocks(cell);
    this.#flush();
    const read = this.paragraphs.splice(before).filter(({ text }) => text.trim() !== '');
    if (!styles.includes('GwMark')) this.paragraphs.push(...read);
    else {
      // 文件 stands beside the stack of organs.
      const [first] = read;
      const organs = read.map(({ text }) => text.trim()).filter((text) => text !== '文件');
      if (first) this.paragraphs.push({ ...first, text: `${organs.join('、')}文件` });
    }
    return true;
  }

  #readTable(table: XmlElement): void {
    this.#flush();
    if (this.#readFrame(table) || this.#readPlacedLines(table)) return;
    const line = this.#line + 1;
    const kept = this.paragraphs.splice(0);
    const rows: Cell[][] = [];
    let headRows = 0;
    const anchors: string[] = [];
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
        const text = this.#readCell(cell, anchors);
        if (merge && merge.attributes.val !== 'restart' && above) above.rowSpan = (above.rowSpan ?? 1) + 1;
        else {
          const read: Cell = { ...text, ...(span > 1 && { colSpan: span }) };
          cells.push(read);
          if (merge) merges.set(column, read);
          else merges.delete(column);
        }
        column += span;
      }
      // A row deleted in revision is read all the same, because its paragraphs count.
      if (cells.length === 0 || this.#isTakenAway(childOf(row, 'trPr'))) continue;
      if (headRows === rows.length && isOn(childOf(row, 'trPr'), 'tblHeader')) headRows += 1;
      rows.push(cells);
    }
    this.paragraphs.push(...kept);
    if (rows.length > 0)
      this.paragraphs.push({
        line,
        text: '',
        table: { rows, ...(headRows > 0 && { headRows }) },
        ...(anchors.length > 0 && { anchors }),
        ...(this.#frame !== null && { frame: this.#frame }),
      });
  }

  #rowsOf(table: XmlElement): XmlElement[] {
    return table.children.filter(isElement).flatMap((child) => {
      if (child.name === 'tr') return [child];
      return silent.has(child.name) || this.#isDropped(child) ? [] : this.#rowsOf(child);
    });
  }

  #cellsOf(row: XmlElement): XmlElement[] {
    return row.children.filter(isElement).flatMap((child) => {
      if (child.name === 'tc') return [child];
      return silent.has(child.name) || this.#isDropped(child) ? [] : this.#cellsOf(child);
    });
  }

  /** Paragraphs of a cell joined by line feeds; they count as lines like any other, their anchors are the table's. */
  #readCell(cell: XmlElement, anchors: string[]): Pick<Cell, 'text' | 'notes'> {
    this.readBlocks(cell);
    this.#flush();
    const notes: SourceNote[] = [];
    let text = '';
    for (const [at, paragraph] of this.paragraphs.splice(0).entries()) {
      const rows = paragraph.table?.rows;
      anchors.push(...(paragraph.anchors ?? []));
      if (at > 0) text += '\n';
      const from = text.length;
      text += rows?.map((row) => row.map((inner) => inner.text).join(' ')).join('\n') ?? paragraph.text;
      for (const note of paragraph.notes ?? []) notes.push({ ...note, at: from + note.at });
      // Of a table in the cell the words alone are kept; its notes stand behind them.
      for (const note of rows?.flatMap((row) => row.flatMap((inner) => inner.notes ?? [])) ?? [])
        notes.push({ ...note, at: text.length });
    }
    const start = text.length - text.trimStart().length;
    const trimmed = text.trim();
    const placed = notes.map((note) => ({ ...note, at: Math.min(Math.max(note.at - start, 0), trimmed.length) }));
    return { text: trimmed, ...(placed.length > 0 && { notes: placed }) };
  }
}

/** Lines of a header or footer that say more than a page number. */
const marginTexts = (root: XmlElement): string[] => {
  const reader = new BodyReader(new Map(), new WordNumbering(undefined), 'accepted', new Map());
  reader.readBlocks(root);
  return reader.paragraphs.map(({ text }) => text.trim()).filter((text) => /[^\d\s\-—–·第页共／/]/.test(text));
};

const readMargins = (margins: readonly XmlElement[]): Doubt[] =>
  margins.flatMap((root) =>
    [...new Set(marginTexts(root))].map((text) => ({
      line: 1,
      blockId: null,
      message: `${root.name === 'hdr' ? '页眉' : '页脚'}“${text}”没有放进文稿。`,
    })),
  );

const plainParagraphs = (comment: XmlElement): string => {
  const reader = new BodyReader(new Map(), new WordNumbering(undefined), 'accepted', new Map());
  reader.readBlocks(comment);
  return reader.paragraphs.map(({ text }) => text.trim()).join('');
};

const readComments = (root: XmlElement | undefined): ReadonlyMap<string, string> =>
  new Map(
    childrenOf(root, 'comment').map((comment) => {
      const author = comment.attributes.author?.trim();
      return [comment.attributes.id ?? '', `${author ? `${author}：` : ''}${plainParagraphs(comment)}`] as const;
    }),
  );

/** The words of notes by kind and id; the lines that separate notes from the text are none. */
const readNotes = (root: XmlElement | undefined): (readonly [string, string])[] =>
  Object.values(noteReferences).flatMap((kind) =>
    childrenOf(root, kind)
      .filter(({ attributes }) => !attributes.type || attributes.type === 'normal')
      .map((note) => {
        const reader = new BodyReader(new Map(), new WordNumbering(undefined), 'accepted', new Map());
        reader.readBlocks(note);
        const lines = reader.paragraphs.map(({ text }) => text.trim()).filter((text) => text !== '');
        return [`${kind} ${note.attributes.id}`, lines.join('\n')] as const;
      }),
  );

/**
 * Body paragraphs of a .docx in order. `line` counts the paragraphs of the body from 1, those in table cells and
 * text boxes where they stand; a table is one entry under the number of its first cell's paragraph.
 * A paragraph with manual line breaks gives several entries under its number.
 * Automatic numbers are written out as Word shows them; of fields only the result is read. Comments, headers and
 * footers are listed in `notRead` with their words, pictures without; footnotes and
 * endnotes are `notes` of their paragraph.
 * @param revisions tracked changes are read as accepted or as rejected
 * @throws AppError (`file`) with a sentence when it is no Word file, damaged or too large.
 */
export const readDocx = (bytes: Uint8Array, revisions: Revisions = 'accepted'): DocxContent => {
  if (!isZip(bytes)) throw foreignDocx();
  try {
    const parts = openDocx(bytes);
    const body = childOf(parts.main, 'body');
    if (!body) throw foreignDocx();
    const numbering = new WordNumbering(parts.numbering);
    const styles = readWordStyles(parts.styles, (numId, styleId) => numbering.levelOfStyle(numId, styleId));
    const notes = new Map([...readNotes(parts.footnotes), ...readNotes(parts.endnotes)]);
    const reader = new BodyReader(styles, numbering, revisions, readComments(parts.comments), notes);
    reader.readBlocks(body);
    return { paragraphs: reader.paragraphs, notRead: [...readMargins(parts.margins), ...reader.notRead()] };
  } catch (cause) {
    if (cause instanceof XmlLimitError) throw new AppError('file', tooMuchInDocx, { cause });
    throw cause instanceof AppError ? cause : damagedDocx(cause);
  }
};
