import type { FlowParagraph, FlowRun } from '../../layout/flow';
import { escapeXml } from './escape-xml';
import { commentedXml } from './parts/comments-xml';
import type { WordLists } from './parts/numbering-xml';
import { type Media, pictureXml } from './picture-xml';

/**
 * What is handed out while a document is written: bookmark numbers, the same at every export, footnotes, remarks,
 * pictures.
 */
export type Anchors = {
  next: number;
  readonly footnotes: string[];
  /** Remarks still to be placed, by the block they are about; gone once they stand beside its first paragraph. */
  readonly comments: Map<string, readonly number[]>;
  readonly media: Media;
  /** Where numbers are Word's own; null: they are typed. */
  readonly lists: WordLists | null;
};

/**
 * Hidden bookmark of a block: ids hold no underscore, so names are as unique; Word allows them 40 characters.
 * @param mark says something of the block that its paragraph does not show
 */
const bookmarkName = (blockId: string, mark: '' | '__r'): string =>
  `_gw${blockId.replaceAll('-', '_').slice(mark.length - 37)}${mark}`;

/** Characters whose face Word would guess from their neighbours: “”‘’…—·§×① and their like. */
const ambiguous = /[\u00a1-\u2e7f]/;

const textXml = (text: string): string =>
  text === ''
    ? ''
    : `<w:t${text.startsWith(' ') || text.endsWith(' ') ? ' xml:space="preserve"' : ''}>${escapeXml(text)}</w:t>`;

/** Text with line breaks and tabs as Word has them: an element each. */
const contentXml = (text: string): string =>
  /[\n\t]/.test(text)
    ? text
        .split(/([\n\t])/)
        .map((piece) => (piece === '\n' ? '<w:br/>' : piece === '\t' ? '<w:tab/>' : textXml(piece)))
        .join('')
    : textXml(text);

const runXml = (run: FlowRun, { footnotes }: Anchors): string => {
  if (run.footnote !== undefined)
    return `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="${footnotes.push(run.footnote)}"/></w:r>`;
  if (run.text === '') return '';
  const looks =
    (run.style ? `<w:rStyle w:val="${run.style}"/>` : '') +
    (ambiguous.test(run.text) ? '<w:rFonts w:hint="eastAsia"/>' : '') +
    (run.bold ? '<w:b/><w:bCs/>' : '') +
    (run.fitted
      ? `<w:w w:val="${run.fitted.scale}"/><w:sz w:val="${run.fitted.size * 2}"/><w:szCs w:val="${run.fitted.size * 2}"/>`
      : '');
  return `<w:r>${looks ? `<w:rPr>${looks}</w:rPr>` : ''}${contentXml(run.text)}</w:r>`;
};

const anchored = (anchor: string | undefined, anchors: Anchors, content: string, opensText = false): string => {
  if (anchor === undefined) return content;
  const id = anchors.next++;
  const remarks = anchors.comments.get(anchor) ?? [];
  anchors.comments.delete(anchor);
  const inside = commentedXml(remarks, content);
  return `<w:bookmarkStart w:name="${bookmarkName(anchor, opensText ? '__r' : '')}" w:id="${id}"/>${inside}<w:bookmarkEnd w:id="${id}"/>`;
};

const indentXml = (indent: NonNullable<FlowParagraph['indent']>): string =>
  `<w:ind ${Object.entries(indent)
    .map(([side, twips]) => `w:${side}="${twips}"`)
    .join(' ')}/>`;

const tabsXml = (tabs: NonNullable<FlowParagraph['tabs']>): string =>
  `<w:tabs>${tabs.map(({ at, align }) => `<w:tab w:val="${align}" w:pos="${at}"/>`).join('')}</w:tabs>`;

/** What a paragraph says besides its style, in the order of the schema. */
const propertiesXml = (paragraph: FlowParagraph, list: string): string =>
  `<w:pPr><w:pStyle w:val="${paragraph.style}"/>` +
  (paragraph.keepNext === undefined ? '' : paragraph.keepNext ? '<w:keepNext/>' : '<w:keepNext w:val="0"/>') +
  (paragraph.pageBreakBefore ? '<w:pageBreakBefore/>' : '') +
  list +
  (paragraph.tabs ? tabsXml(paragraph.tabs) : '') +
  (paragraph.exactLine ? `<w:spacing w:line="${paragraph.exactLine}" w:lineRule="exact"/>` : '') +
  // At least: an exact line would clip the picture.
  (paragraph.picture
    ? `<w:spacing w:after="${paragraph.picture.after}" w:line="${paragraph.picture.line}" w:lineRule="atLeast"/>`
    : '') +
  (paragraph.indent ? indentXml(paragraph.indent) : '') +
  (paragraph.align ? `<w:jc w:val="${paragraph.align}"/>` : '') +
  '</w:pPr>';

/** The runs without the number they begin with. */
const withoutNumber = (runs: readonly FlowRun[], label: string): readonly FlowRun[] => {
  const [first, ...rest] = runs;
  return first ? [{ ...first, text: first.text.slice(label.length) }, ...rest] : runs;
};

/** The number of a paragraph as Word's own, where it counts so; else it stays typed, and a heading leaves the list. */
const numbered = (
  paragraph: FlowParagraph,
  { lists }: Anchors,
): Readonly<{ list: string; runs: readonly FlowRun[] }> => {
  const { number, runs, style } = paragraph;
  const place = number && lists ? lists.place(number.level, number.label) : null;
  const numPr = (level: number, list: number): string =>
    `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;
  if (number && place) return { list: numPr(place.level, place.list), runs: withoutNumber(runs, number.label) };
  return { list: lists && /^GwH\d$/.test(style) ? numPr(0, 0) : '', runs };
};

/** One paragraph; the runs of a unit note that runs on stand in a bookmark of their own behind the paragraph's. */
export const paragraphXml = (paragraph: FlowParagraph, anchors: Anchors): string => {
  let own = '';
  const notes = new Map<string, string>();
  let content = '';
  if (paragraph.picture) own = pictureXml(paragraph.picture, anchors.media);
  const { list, runs: all } = numbered(paragraph, anchors);
  for (const run of all) if (run.anchor === undefined) own += runXml(run, anchors);
  content += anchored(paragraph.anchor, anchors, own, paragraph.opensText);
  for (const run of all)
    if (run.anchor !== undefined) notes.set(run.anchor, (notes.get(run.anchor) ?? '') + runXml(run, anchors));
  for (const [anchor, text] of notes) content += anchored(anchor, anchors, text);
  return `<w:p>${propertiesXml(paragraph, list)}${content}</w:p>`;
};
