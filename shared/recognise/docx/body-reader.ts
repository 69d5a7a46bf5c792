import { blockIdSchema } from '../../document/block';
import { childOf, childrenOf, isElement, type XmlElement } from '../../file/parse-xml';
import { marker, takeMarks } from '../source-marks';
import type { SourceParagraph } from '../types';
import { DocxReport, type Revisions } from './docx-report';
import { paragraphLooks } from './paragraph-looks';
import { PromptNames } from './prompt-names';
import { type BlockReader, framedCells, readPlacedLines, readTable } from './read-table';
import { type Comment, RunReader, type SideTexts } from './run-reader';
import { isSilent } from './silent';
import type { WordNumbering } from './word-numbering';
import { noMedia, type WordMedia } from './word-pictures';
import { type ListPlace, readListPlace, readOutline, type WordStyle } from './word-styles';

/** How this app sets cells of which a person has said what they hold. */
const cellKinds: Readonly<Record<string, 'number' | 'text'>> = { right: 'number', left: 'text' };

const ownBookmark = /^_gw([a-z0-9_]+?)(__r)?$/;

/** The block id in a bookmark of our own exports; nothing for other bookmarks. */
const blockIdOf = (bookmark: string): string[] => {
  const [name = '', id = ''] = ownBookmark.exec(bookmark) ?? [];
  return name !== '' && blockIdSchema.safeParse(id.replaceAll('_', '-')).success ? [id.replaceAll('_', '-')] : [];
};

/** Reads the body in order; one instance per file, because paragraphs are counted where they stand. */
export class BodyReader implements BlockReader {
  readonly paragraphs: SourceParagraph[] = [];
  readonly report: DocxReport;
  readonly #styles: ReadonlyMap<string, WordStyle>;
  readonly #numbering: WordNumbering;
  readonly #runs: RunReader;
  readonly #prompts: PromptNames;
  #frames = 0;
  /** The frame being read, and null outside frames. */
  #frame: number | null = null;
  /** Text before a paragraph mark that was deleted in revision: it runs on in the next paragraph. */
  #carried: { line: number; text: string } | null = null;

  constructor(
    styles: ReadonlyMap<string, WordStyle>,
    numbering: WordNumbering,
    revisions: Revisions,
    side: SideTexts = { comments: new Map(), notes: new Map() },
    media: WordMedia = noMedia,
    prompts: PromptNames = new PromptNames(),
  ) {
    this.#styles = styles;
    this.#numbering = numbering;
    this.report = new DocxReport(revisions);
    this.#runs = new RunReader(this.report, side, media, styles);
    this.#prompts = prompts;
  }

  readBlocks(parent: XmlElement): void {
    for (const child of parent.children) {
      if (!isElement(child) || isSilent(child) || this.report.isDropped(child)) continue;
      if (child.name === 'p') this.#readParagraph(child);
      else if (child.name === 'tbl') this.#readTable(child);
      else if (child.name === 'altChunk') this.report.skip('嵌入的其他文件没有读入');
      else this.readBlocks(child);
    }
    if (parent.name === 'body') this.flush();
  }

  /** Comments that no place in the text refers to. */
  untold(): readonly Comment[] {
    return this.#runs.untold();
  }

  flush(): void {
    if (this.#carried)
      this.paragraphs.push({ line: this.#carried.line, ...this.#takeLine(this.#carried.text, undefined, 0) });
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
    if (!/^[-–—]+$/.test(shown.text)) this.report.bullet(line);
    return '——';
  }

  #readParagraph(paragraph: XmlElement): void {
    this.report.line += 1;
    const line = this.#carried?.line ?? this.report.line;
    const properties = childOf(paragraph, 'pPr');
    const boxes: XmlElement[] = [];
    const marked = this.#runs.open.length;
    const style = this.#styles.get(childOf(properties, 'pStyle')?.attributes.val ?? '');
    this.#runs.paragraphStyle = style;
    const own = this.#runs.read(paragraph, boxes);
    const text = (this.#carried?.text ?? '') + own;
    this.#carried = null;
    const pictures = this.#runs.pictures.takeAll();
    const bookmarks = childrenOf(paragraph, 'bookmarkStart').map((mark) => mark.attributes.name ?? '');
    const anchors = bookmarks.flatMap(blockIdOf);
    const opensText = bookmarks.some((name) => ownBookmark.exec(name)?.[2] !== undefined);
    const frame = this.#frame !== null && { frame: this.#frame };
    // A paragraph that holds nothing but a picture is that picture.
    const alone = pictures.length > 0 && text.trim() === '';
    if (!alone && this.report.isTakenAway(childOf(properties, 'rPr'))) {
      if (own.replaceAll(marker, '').trim() === '') this.#runs.takeWhole(marked);
      this.#carried = { line, text };
    } else if (!alone) {
      const outline = readOutline(properties) ?? style?.outline ?? null;
      const align = childOf(properties, 'jc')?.attributes.val;
      const centred = align === 'center' || undefined;
      const cellKind = style?.name === 'GwTableCell' ? cellKinds[align ?? ''] : undefined;
      const number = this.#shownNumber(this.#listPlace(properties, style), line, text);
      // Clerks break titles and end paragraphs with a manual line break: each piece is read as a line of its own.
      for (const [at, piece] of (number + text).split('\n').entries())
        this.paragraphs.push({
          line,
          ...this.#takeLine(piece, style, at === 0 ? number.length : 0),
          ...(style && { style: style.name }),
          ...(outline !== null && { outline }),
          ...(centred && { centred: true as const }),
          ...(cellKind && { cellKind }),
          ...(at === 0 && anchors.length > 0 && { anchors }),
          ...(at === 0 && opensText && { opensText: true as const }),
          ...frame,
        });
    }
    for (const [at, picture] of pictures.entries())
      this.paragraphs.push({
        line,
        text: '',
        picture,
        ...(alone && at === 0 && anchors.length > 0 && { anchors }),
        ...frame,
      });
    for (const box of boxes) this.readBlocks(box);
  }

  /** A line of text with what its markers stood for. */
  #takeLine(marked: string, style: WordStyle | undefined, numberLength: number): Omit<SourceParagraph, 'line'> {
    const { runs = [], ...taken } = takeMarks(marked, this.#runs.open);
    return { ...taken, ...paragraphLooks(taken.text, runs, style, this.#prompts, numberLength) };
  }

  #readTable(table: XmlElement): void {
    this.flush();
    const framed = this.#frame === null ? framedCells(table, this.report) : null;
    if (framed) this.#readFrame(framed);
    else if (!readPlacedLines(table, this)) {
      for (const read of readTable(table, this))
        this.paragraphs.push({ ...read, ...(this.#frame !== null && { frame: this.#frame }) });
    }
  }

  #readFrame(cells: readonly XmlElement[]): void {
    this.#frames += 1;
    this.#frame = this.#frames;
    for (const cell of cells) this.readBlocks(cell);
    this.flush();
    this.#frame = null;
  }
}
