import { childOf, childrenOf, isElement, type XmlElement } from '../../file/parse-xml';
import { marker, type OpenMark, type RunLook } from '../source-marks';
import type { DocxReport } from './docx-report';
import { isSilent } from './silent';
import { PictureReader, type WordMedia } from './word-pictures';
import { readBold, readFace, readHidden, type WordStyle } from './word-styles';

const isPrivateUse = (code: number): boolean => code >= 0xe000 && code <= 0xf8ff;

/** Text of a symbol; one that only its own font can draw becomes a box. */
const symbolText = (symbol: XmlElement): string => {
  const code = Number.parseInt(symbol.attributes.char ?? '', 16);
  return Number.isNaN(code) || isPrivateUse(code) ? '□' : String.fromCharCode(code);
};

const plainText = (element: XmlElement): string => element.children.filter((child) => !isElement(child)).join('');

/** The words of runs, read beside the text without counting what stands in them. */
const allText = (element: XmlElement): string =>
  element.children
    .map((child) => (isElement(child) ? (child.name === 't' ? plainText(child) : allText(child)) : ''))
    .join('');

/** Notes at the foot of the page, and those at the end, which become such; by the element that refers to them. */
export const noteReferences: Readonly<Record<string, string>> = {
  footnoteReference: 'footnote',
  endnoteReference: 'endnote',
};
/** Longest note a document can hold. */
const longestNote = 2000;

/** A comment of the file. */
export type Comment = Readonly<{ by: string; text: string }>;

/** Comments by id, and words of notes by kind and id. */
export type SideTexts = Readonly<{ comments: ReadonlyMap<string, Comment>; notes: ReadonlyMap<string, string> }>;

/** A field that is being read: `code` until its result begins. */
type OpenField = { code: string; inCode: boolean; hasResult: boolean; chosen: string };

/** The entry chosen in a drop-down of an older form: it is nowhere else in the file. */
const chosenEntry = (field: XmlElement): string => {
  const list = childOf(childOf(field, 'ffData'), 'ddList');
  const at = Number(childOf(list, 'result')?.attributes.val ?? childOf(list, 'default')?.attributes.val ?? 0);
  return childrenOf(list, 'listEntry')[at]?.attributes.val ?? '';
};

/** Reads the text of runs: fields by their result, notes, comments and changes to be reviewed as markers. */
export class RunReader {
  /** What the markers stand for in text that is not yet a paragraph, in order. */
  readonly open: OpenMark[] = [];
  /** Style of the paragraph being read. */
  paragraphStyle: WordStyle | undefined;
  readonly pictures: PictureReader;
  readonly #report: DocxReport;
  readonly #side: SideTexts;
  readonly #styles: ReadonlyMap<string, WordStyle>;
  readonly #told = new Set<string>();

  constructor(report: DocxReport, side: SideTexts, media: WordMedia, styles: ReadonlyMap<string, WordStyle>) {
    this.pictures = new PictureReader(media);
    this.#report = report;
    this.#side = side;
    this.#styles = styles;
  }

  /** Comments that no place in the text refers to. */
  untold(): readonly Comment[] {
    return [...this.#side.comments].flatMap(([id, comment]) => (this.#told.has(id) ? [] : [comment]));
  }

  /** From this open mark on, what was removed was a paragraph of its own: one removal, however Word has written it. */
  takeWhole(from: number): void {
    const removed = this.open.slice(from).flatMap((mark) => (mark.kind === 'removed' ? [mark] : []));
    const [first] = removed;
    if (removed.length < this.open.length - from || !first) return;
    this.open[from] = {
      ...first,
      text: removed
        .map(({ text }) => text)
        .join('')
        .slice(0, longestNote),
      whole: true,
    };
    // The markers of the others stay in the text: each stands for nothing more.
    for (let at = from + 1; at < this.open.length; at += 1) this.open[at] = { kind: 'removed', text: '', by: first.by };
  }

  /** Text below `parent`; text boxes met on the way are collected, they stand behind the paragraph. */
  read(parent: XmlElement, boxes: XmlElement[], fields: OpenField[] = []): string {
    let text = '';
    for (const child of parent.children) {
      if (!isElement(child)) continue;
      if (isSilent(child)) {
        // A reading above the words (注音) is no text of the sentence; it is kept beside it, with the words it stands over.
        if (child.name === 'rt') this.#report.setAside('注音', this.#rubyWords(parent, child));
        const field = fields.at(-1);
        if (child.name === 'instrText' && field?.inCode) field.code += plainText(child);
        continue;
      }
      const change = this.#report.reviewed(child);
      if (change) {
        this.#report.isDropped(child);
        text += this.#readChange(child, change, boxes, fields);
      } else if (this.#report.isDropped(child)) continue;
      else if (child.name === 'fldChar') text += this.#readFieldMark(child, fields);
      else if (child.name === 'txbxContent') boxes.push(child);
      else if (child.name === 'r' && this.#isHidden(childOf(child, 'rPr')))
        this.#report.setAside('隐藏文字', this.#readAlone(child));
      else {
        this.pictures.enter(child);
        const own = this.#elementText(child);
        if (own === undefined) text += this.#readInside(child, boxes, fields);
        else if (!fields.some(({ inCode }) => inCode)) text += own;
      }
    }
    return text;
  }

  /** As the run says, else its character style, else the style of its paragraph. */
  #isHidden(properties: XmlElement | undefined): boolean {
    const style = childOf(properties, 'rStyle')?.attributes.val;
    const named = style === undefined ? null : (this.#styles.get(style)?.hidden ?? null);
    return readHidden(properties) ?? named ?? this.paragraphStyle?.hidden ?? false;
  }

  /** What stands in an element; a run's text with how it looks. */
  #readInside(element: XmlElement, boxes: XmlElement[], fields: OpenField[]): string {
    const text = this.read(element, boxes, fields);
    const properties = element.name === 'r' ? childOf(element, 'rPr') : undefined;
    if (!properties || text.trim() === '') return text;
    const look = this.#lookOf(properties);
    // A note in a run with line breaks: hardly any, and the order of its marks would have to be found out.
    if (!look || (text.includes('\n') && text.includes(marker))) return text;
    return text
      .split('\n')
      .map((piece) => {
        const length = piece.replaceAll(marker, '').length;
        if (length === 0) return piece;
        this.open.push({ kind: 'run', length, look });
        return piece + marker;
      })
      .join('\n');
  }

  /** What a run says of its looks; null for nothing. */
  #lookOf(properties: XmlElement): RunLook | null {
    const style = childOf(properties, 'rStyle')?.attributes.val ?? '';
    const named = style === '' ? undefined : this.#styles.get(style);
    // The bold of our own styles is a bureau's rule for leads, none of the words.
    const bold = readBold(properties) ?? (style.startsWith('Gw') ? null : (named?.bold ?? null));
    const face = readFace(properties) ?? named?.face ?? null;
    return bold === null && face === null && style === '' ? null : { bold, face, style };
  }

  /** A field runs begin – code – separate – result – end; only its result is text. */
  #readFieldMark(mark: XmlElement, fields: OpenField[]): string {
    const kind = mark.attributes.fldCharType;
    const field = fields.at(-1);
    if (kind === 'begin') fields.push({ code: '', inCode: true, hasResult: false, chosen: chosenEntry(mark) });
    else if (kind === 'separate' && field) Object.assign(field, { inCode: false, hasResult: true });
    else if (field) {
      fields.pop();
      if (field.hasResult) return '';
      // What Word draws from the code alone: signs in circles, quoted words.
      if (/^\s*(?:eq|quote)\b/i.test(field.code)) this.#report.setAside('域代码', field.code);
      return fields.some(({ inCode }) => inCode) ? '' : field.chosen;
    }
    return '';
  }

  /** Text that stands nowhere in the document: its markers are taken out again. */
  #readAlone(element: XmlElement): string {
    const before = this.open.length;
    const pictures = this.pictures.count;
    const text = this.read(element.name === 'r' ? { ...element, name: '' } : element, []).replaceAll(marker, '');
    this.open.length = before;
    this.pictures.loseFrom(pictures);
    return text;
  }

  /** Words with their reading behind them: 甪（lù）. */
  #rubyWords(ruby: XmlElement, reading: XmlElement): string {
    const said = this.#readAlone(reading).trim();
    const base = childOf(ruby, 'rubyBase');
    return said === '' ? '' : `${base ? allText(base) : ''}（${said}）`;
  }

  #readChange(change: XmlElement, kind: 'added' | 'removed', boxes: XmlElement[], fields: OpenField[]): string {
    const by = change.attributes.author?.trim() ?? '';
    const text = kind === 'removed' ? this.#readAlone(change) : this.read(change, boxes, fields);
    const words = text.replaceAll(marker, '').slice(0, longestNote);
    if (words === '') return kind === 'removed' ? '' : text;
    this.open.push({ kind, text: words, by });
    return kind === 'removed' ? marker : text + marker;
  }

  /** Text of an element that is text itself; undefined for one to look into. */
  #elementText(element: XmlElement): string | undefined {
    switch (element.name) {
      case 't':
      case 'delText':
        return plainText(element).replaceAll(marker, '');
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
      case 'commentReference':
        return this.#commentMarker(element.attributes.id ?? '');
      case 'footnoteReference':
      case 'endnoteReference':
        return this.#noteMarker(element);
      case 'chart':
      case 'relIds':
      case 'OLEObject':
        this.#report.skip('图表或嵌入的对象没有读入');
        return '';
      case 'blip':
      case 'imagedata':
        this.pictures.take(element);
        return '';
      default:
        return undefined;
    }
  }

  #commentMarker(id: string): string {
    const comment = this.#side.comments.get(id);
    if (!comment || this.#told.has(id)) return '';
    this.#told.add(id);
    this.open.push({ kind: 'comment', text: comment.text.slice(0, longestNote), by: comment.by });
    return marker;
  }

  #noteMarker({ name, attributes }: XmlElement): string {
    const text = this.#side.notes.get(`${noteReferences[name]} ${attributes.id}`);
    if (text === undefined) return '';
    if (text.length > longestNote) this.#report.skip(`脚注太长，只读入前 ${longestNote} 字`);
    this.open.push({ kind: 'note', text: text.slice(0, longestNote) });
    return marker;
  }
}
