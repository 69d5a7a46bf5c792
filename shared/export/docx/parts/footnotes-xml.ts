import { printable } from '../../../layout/printable';
import { escapeXml } from '../escape-xml';
import { wordNamespace, xmlDeclaration } from './xml';

/** ①②③ beginning anew on every page, as notes are numbered in Chinese print (practice; the standard has no notes). */
export const footnoteNumbering = '<w:numFmt w:val="decimalEnclosedCircleChinese"/><w:numRestart w:val="eachPage"/>';

const paragraph = (content: string): string => `<w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>${content}</w:p>`;

const separator = (id: number, name: 'separator' | 'continuationSeparator'): string =>
  `<w:footnote w:type="${name}" w:id="${id}">${paragraph(`<w:r><w:${name}/></w:r>`)}</w:footnote>`;

/** The number stands on the line in front of its note, above the line in the text. */
const number =
  '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/><w:vertAlign w:val="baseline"/></w:rPr><w:footnoteRef/></w:r>';

const words = (text: string): string =>
  printable(text)
    .split('\n')
    .map((line) => `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`)
    .join('<w:br/>');

/** word/footnotes.xml: the two lines above notes, then the notes, numbered from 1 in the order of the text. */
export const footnotesXml = (notes: readonly string[]): string =>
  `${xmlDeclaration}<w:footnotes xmlns:w="${wordNamespace}">${separator(-1, 'separator')}` +
  separator(0, 'continuationSeparator') +
  notes
    .map(
      (text, at) =>
        `<w:footnote w:id="${at + 1}">` +
        `${paragraph(`${number}<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>${words(text)}</w:r>`)}</w:footnote>`,
    )
    .join('') +
  '</w:footnotes>';
