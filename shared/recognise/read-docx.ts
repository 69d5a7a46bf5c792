import type { SetAsideLine } from '../document/document';
import { tooMuchInDocx } from '../file/limits';
import { childOf, XmlLimitError } from '../file/parse-xml';
import { isZip } from '../file/read-zip';
import { AppError } from '../ipc/app-error';
import { BodyReader } from './docx/body-reader';
import { damagedDocx, foreignDocx, openDocx } from './docx/docx-package';
import type { Revisions } from './docx/docx-report';
import { readMargins, readSideTexts } from './docx/side-texts';
import { WordNumbering } from './docx/word-numbering';
import { readWordStyles } from './docx/word-styles';
import type { Doubt, SourceParagraph } from './types';

/** What a Word file holds of text, and what of it was not read. */
export type DocxContent = Readonly<{
  paragraphs: readonly SourceParagraph[];
  notRead: readonly Doubt[];
  /** Headers, footers, hidden text and comments on nothing, each behind what it is. */
  aside: readonly SetAsideLine[];
  /** How many tracked changes the file holds. */
  changes: number;
}>;

/**
 * Body paragraphs of a .docx in order. `line` counts the paragraphs of the body from 1, those in table cells and
 * text boxes where they stand; a table is one entry under the number of its first cell's paragraph.
 * A paragraph with manual line breaks gives several entries under its number.
 * Automatic numbers are written out as Word shows them; of fields only the result is read. Headers, footers and hidden
 * text are set aside with their words; pictures are said. Footnotes and endnotes are `notes` of their paragraph,
 * comments (and, to be reviewed, tracked changes) its `marks`.
 * @param revisions tracked changes are read as accepted, as rejected, or as accepted and listed
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
    const reader = new BodyReader(styles, numbering, revisions, readSideTexts(parts));
    reader.readBlocks(body);
    const untold = reader.untold().map(({ by, text }) => ({ line: 1, text: `批注：${by && `${by}：`}${text}` }));
    const { report, paragraphs } = reader;
    return {
      paragraphs,
      notRead: report.doubts(),
      aside: [...readMargins(parts.margins), ...report.aside, ...untold],
      changes: report.changes,
    };
  } catch (cause) {
    if (cause instanceof XmlLimitError) throw new AppError('file', tooMuchInDocx, { cause });
    throw cause instanceof AppError ? cause : damagedDocx(cause);
  }
};
