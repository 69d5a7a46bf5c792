import type { SetAsideLine } from '../../document/document';
import { childOf, childrenOf, type XmlElement } from '../../file/parse-xml';
import type { SourceParagraph } from '../types';
import { BodyReader } from './body-reader';
import type { DocxParts } from './docx-package';
import { type Comment, noteReferences, type SideTexts } from './run-reader';
import { WordNumbering } from './word-numbering';

/** The lines of a text beside the body, without numbers and styles. */
const linesOf = (root: XmlElement): string[] => {
  const reader = new BodyReader(new Map(), new WordNumbering(undefined), 'accepted');
  reader.readBlocks(root);
  return reader.paragraphs.map(({ text }) => text.trim());
};

/** The paragraph of a header that this app wrote: the mark of a 信函. */
const letterMark = (root: XmlElement): XmlElement | undefined =>
  childrenOf(root, 'p').find(
    (paragraph) => childOf(childOf(paragraph, 'pPr'), 'pStyle')?.attributes.val === 'GwLetterMark',
  );

/** The mark of a 信函, which stands in the header of its first page, as the line it is. */
export const readLetterMark = (margins: readonly XmlElement[]): SourceParagraph[] =>
  margins.flatMap((root) => {
    const text = letterMark(root) ? linesOf(root).join('') : '';
    return text === '' ? [] : [{ line: 1, text, style: 'GwLetterMark' }];
  });

/** Lines of headers and footers that say more than a page number, each once, to be set aside. */
export const readMargins = (margins: readonly XmlElement[]): SetAsideLine[] => {
  const others = margins.filter((root) => !letterMark(root));
  const lines = others.flatMap((root) =>
    linesOf(root)
      .filter((text) => /[^\d\s\-—–·第页共／/]/.test(text))
      .map((text) => `${root.name === 'hdr' ? '页眉' : '页脚'}：${text}`),
  );
  return [...new Set(lines)].map((text) => ({ line: 1, text }));
};

const readComments = (root: XmlElement | undefined): ReadonlyMap<string, Comment> =>
  new Map(
    childrenOf(root, 'comment').map((comment) => {
      const by = comment.attributes.author?.trim() ?? '';
      const text = linesOf(comment)
        .filter((line) => line !== '')
        .join('\n');
      return [comment.attributes.id ?? '', { by, text }] as const;
    }),
  );

/** The words of notes by kind and id; the lines that separate notes from the text are none. */
const readNotes = (root: XmlElement | undefined): (readonly [string, string])[] =>
  Object.values(noteReferences).flatMap((kind) =>
    childrenOf(root, kind)
      .filter(({ attributes }) => !attributes.type || attributes.type === 'normal')
      .map((note) => {
        const lines = linesOf(note).filter((text) => text !== '');
        return [`${kind} ${note.attributes.id}`, lines.join('\n')] as const;
      }),
  );

/** The words of a file's comments and notes. */
export const readSideTexts = (parts: DocxParts): SideTexts => ({
  comments: readComments(parts.comments),
  notes: new Map([...readNotes(parts.footnotes), ...readNotes(parts.endnotes)]),
});
