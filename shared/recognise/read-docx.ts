import type { SetAsideLine } from '../document/document';
import type { Pictures } from '../document/picture';
import { tooMuchInDocx } from '../file/limits';
import { childOf, XmlLimitError } from '../file/parse-xml';
import { isZip } from '../file/read-zip';
import { AppError } from '../ipc/app-error';
import { BodyReader } from './docx/body-reader';
import { damagedDocx, foreignDocx, openDocx } from './docx/docx-package';
import type { Revisions } from './docx/docx-report';
import { PromptNames } from './docx/prompt-names';
import { readLetterMark, readMargins, readSideTexts } from './docx/side-texts';
import { WordNumbering } from './docx/word-numbering';
import { type IdentifyPicture, noMedia, readWordMedia, type WordMedia } from './docx/word-pictures';
import { readWordStyles } from './docx/word-styles';
import type { Doubt, SourceParagraph } from './types';

/** What a Word file holds of text and pictures, and what of it was not read. */
export type DocxContent = Readonly<{
  paragraphs: readonly SourceParagraph[];
  pictures: Pictures;
  notRead: readonly Doubt[];
  /** Headers, footers, hidden text and comments on nothing, each behind what it is. */
  aside: readonly SetAsideLine[];
  /** How many tracked changes the file holds. */
  changes: number;
}>;

/** The bytes of the pictures that were read. */
const usedPictures = (paragraphs: readonly SourceParagraph[], media: WordMedia): Pictures => {
  const bytes = new Map([...media.files.values()].map(({ file, bytes }) => [file.sha256, bytes] as const));
  return new Map(
    paragraphs.flatMap(({ picture }) => {
      const found = picture && 'file' in picture ? bytes.get(picture.file.sha256) : undefined;
      return picture && 'file' in picture && found ? [[picture.file.sha256, found] as const] : [];
    }),
  );
};

/**
 * Body paragraphs of a .docx in order. `line` counts the paragraphs of the body from 1, those in table cells and
 * text boxes where they stand; a table is one entry under the number of its first cell's paragraph.
 * A paragraph with manual line breaks gives several entries under its number.
 * Automatic numbers are written out as Word shows them; of fields only the result is read. Headers, footers and hidden
 * text are set aside with their words. Footnotes and endnotes are `notes` of their paragraph, comments (and, to be
 * reviewed, tracked changes) its `marks`; a picture is an entry behind the text of its paragraph.
 * @param revisions tracked changes are read as accepted, as rejected, or as accepted and listed
 * @param identify what a picture is; without it none is kept
 * @throws AppError (`file`) with a sentence when it is no Word file, damaged or too large.
 */
export const readDocx = (
  bytes: Uint8Array,
  revisions: Revisions = 'accepted',
  identify: IdentifyPicture | null = null,
): DocxContent => {
  if (!isZip(bytes)) throw foreignDocx();
  try {
    const parts = openDocx(bytes);
    const body = childOf(parts.main, 'body');
    if (!body) throw foreignDocx();
    const numbering = new WordNumbering(parts.numbering);
    const styles = readWordStyles(parts.styles, (numId, styleId) => numbering.levelOfStyle(numId, styleId));
    const media = identify ? readWordMedia(bytes, parts.relations, parts.folder, identify) : noMedia;
    const prompts = new PromptNames(parts.properties);
    const reader = new BodyReader(styles, numbering, revisions, readSideTexts(parts), media, prompts);
    reader.readBlocks(body);
    const untold = reader.untold().map(({ by, text }) => ({ line: 1, text: `批注：${by && `${by}：`}${text}` }));
    const { report } = reader;
    const paragraphs = [...readLetterMark(parts.margins), ...reader.paragraphs];
    return {
      paragraphs,
      pictures: usedPictures(paragraphs, media),
      notRead: report.doubts(),
      aside: [...readMargins(parts.margins), ...report.aside, ...untold],
      changes: report.changes,
    };
  } catch (cause) {
    if (cause instanceof XmlLimitError) throw new AppError('file', tooMuchInDocx, { cause });
    throw cause instanceof AppError ? cause : damagedDocx(cause);
  }
};
