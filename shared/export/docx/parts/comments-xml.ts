import { printable } from '../../../layout/printable';
import type { WordComments } from '../../word-comments';
import { escapeXml } from '../escape-xml';

/** Time as Word writes it: that of the clock on the wall, and a Z all the same. */
const wordTime = (at: number): string => {
  const date = new Date(at);
  const two = (value: number): string => String(value).padStart(2, '0');
  return (
    `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}` +
    `T${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}Z`
  );
};

const paragraph = (text: string, first: boolean): string =>
  `<w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>${first ? '<w:r><w:annotationRef/></w:r>' : ''}` +
  `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">${escapeXml(printable(text))}</w:t></w:r></w:p>`;

/** The content of word/comments.xml, numbered from 0 in their order. */
export const commentsXml = ({ author, initials, at, comments }: WordComments): string =>
  comments
    .map(
      ({ lines }, id) =>
        `<w:comment w:id="${id}" w:author="${escapeXml(author)}" w:date="${wordTime(at)}" w:initials="${escapeXml(initials)}">` +
        `${lines.map((line, row) => paragraph(line, row === 0)).join('')}</w:comment>`,
    )
    .join('');

/** What the text says of its remarks: they stand around `content`. */
export const commentedXml = (ids: readonly number[], content: string): string =>
  ids.map((id) => `<w:commentRangeStart w:id="${id}"/>`).join('') +
  content +
  ids.map((id) => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`).join('');
