import { childOf, isElement, isOn, type XmlElement } from '../../file/parse-xml';
import { noteMarker } from '../source-notes';
import type { DocxReport } from './docx-report';
import { isSilent } from './silent';

const isPrivateUse = (code: number): boolean => code >= 0xe000 && code <= 0xf8ff;

/** Text of a symbol; one that only its own font can draw becomes a box. */
const symbolText = (symbol: XmlElement): string => {
  const code = Number.parseInt(symbol.attributes.char ?? '', 16);
  return Number.isNaN(code) || isPrivateUse(code) ? '□' : String.fromCharCode(code);
};

const plainText = (element: XmlElement): string => element.children.filter((child) => !isElement(child)).join('');

/** Notes at the foot of the page, and those at the end, which become such; by the element that refers to them. */
export const noteReferences: Readonly<Record<string, string>> = {
  footnoteReference: 'footnote',
  endnoteReference: 'endnote',
};
/** Longest note a document can hold. */
const longestNote = 2000;

/** Words of comments by id and of notes by kind and id. */
export type SideTexts = Readonly<{ comments: ReadonlyMap<string, string>; notes: ReadonlyMap<string, string> }>;

/** Reads the text of runs: fields by their result, notes as markers. */
export class RunReader {
  /** Notes whose markers stand in text that is not yet a paragraph, in order. */
  readonly openNotes: string[] = [];
  readonly #report: DocxReport;
  readonly #side: SideTexts;

  constructor(report: DocxReport, side: SideTexts) {
    this.#report = report;
    this.#side = side;
  }

  /** Text below `parent`; text boxes met on the way are collected, they stand behind the paragraph. */
  read(parent: XmlElement, boxes: XmlElement[], fields = { codes: [] as boolean[] }): string {
    let text = '';
    for (const child of parent.children) {
      if (!isElement(child) || isSilent(child) || this.#report.isDropped(child)) continue;
      // A field runs begin – code – separate – result – end; only its result is text.
      if (child.name === 'fldChar') {
        const kind = child.attributes.fldCharType;
        if (kind === 'begin') fields.codes.push(true);
        else if (fields.codes.pop() !== undefined && kind === 'separate') fields.codes.push(false);
      } else if (child.name === 'txbxContent') boxes.push(child);
      else if (child.name === 'r' && isOn(childOf(child, 'rPr'), 'vanish')) continue;
      else {
        const own = this.#elementText(child);
        if (own === undefined) text += this.read(child, boxes, fields);
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
        const comment = this.#side.comments.get(element.attributes.id ?? '');
        if (comment !== undefined) this.#report.skip(`有批注“${comment}”`);
        return '';
      }
      case 'footnoteReference':
      case 'endnoteReference':
        return this.#noteMarker(element);
      case 'blip':
      case 'imagedata':
        this.#report.skip('图片没有读入');
        return '';
      default:
        return undefined;
    }
  }

  #noteMarker({ name, attributes }: XmlElement): string {
    const text = this.#side.notes.get(`${noteReferences[name]} ${attributes.id}`);
    if (text === undefined) return '';
    if (text.length > longestNote) this.#report.skip(`脚注太长，只读入前 ${longestNote} 字`);
    this.openNotes.push(text.slice(0, longestNote));
    return noteMarker;
  }
}
