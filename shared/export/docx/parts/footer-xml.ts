import { pages, typeAreaWidth } from '../../../layout/gb9704';

type PageStyle = 'GwPageOdd' | 'GwPageEven';

const run = (content: string): string => `<w:r>${content}</w:r>`;
const hinted = (text: string): string =>
  run(`<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">${text}</w:t>`);

/** `— 1 —` (7.5). Every piece of the field in a run of its own: WPS shows nothing when they share one. */
const numberXml = (style: PageStyle, spacing = ''): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${spacing}</w:pPr>${hinted('— ')}` +
  run('<w:fldChar w:fldCharType="begin"/>') +
  run('<w:instrText xml:space="preserve"> PAGE </w:instrText>') +
  run('<w:fldChar w:fldCharType="separate"/>') +
  run('<w:t>1</w:t>') +
  run('<w:fldChar w:fldCharType="end"/>') +
  `${hinted(' —')}</w:p>`;

/** @param below twips of white under the number, where the section's footer stands lower than the number does */
export const footerXml = (style: PageStyle, below = 0): string =>
  numberXml(style) +
  (below > 0
    ? `<w:p><w:pPr><w:pStyle w:val="GwTableGap"/><w:spacing w:before="0" w:after="0" w:line="${below}" w:lineRule="exact"/></w:pPr></w:p>`
    : '');

/** Room for a line as high as its face asks: an exact one cuts turned characters in LibreOffice. */
const turnedWidth = 480;
const turnedLine = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>';
/** Left edge of the number on a turned page: its dashes 7 mm beyond the type area, 28 mm from the paper's edge. */
const turnedX = 1587 - turnedWidth / 2;

/**
 * A turned page's number (8): at the foot of the sheet as on upright pages, so in the left margin of the turned one,
 * its text turned with the sheet. A table of one cell holds it there in Word, WPS and LibreOffice alike.
 */
export const turnedFooterXml = (style: PageStyle): string =>
  '<w:tbl><w:tblPr><w:tblpPr w:leftFromText="0" w:rightFromText="0" w:vertAnchor="page" w:horzAnchor="page" ' +
  `w:tblpX="${turnedX}" w:tblpY="${pages.standard.left}"/><w:tblOverlap w:val="never"/><w:tblW w:w="${turnedWidth}" w:type="dxa"/>` +
  '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>' +
  `<w:tblGrid><w:gridCol w:w="${turnedWidth}"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/>` +
  `<w:trHeight w:val="${typeAreaWidth}" w:hRule="exact"/></w:trPr><w:tc><w:tcPr><w:tcW w:w="${turnedWidth}" w:type="dxa"/>` +
  `<w:textDirection w:val="tbRl"/><w:vAlign w:val="center"/></w:tcPr>${numberXml(style, turnedLine)}</w:tc></w:tr></w:tbl>` +
  '<w:p><w:pPr><w:pStyle w:val="GwTableGap"/></w:pPr></w:p>';
