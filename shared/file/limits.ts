/**
 * Limits of what is read from files that strangers sent, in one place, each with the sentence that refuses a file
 * beyond it. They are far above what a real document needs (the largest of 148 published ones has 110 kB of text) and
 * low enough that memory stays bounded and the window alive.
 */

const megabyte = 1024 * 1024;
const inMegabytes = (bytes: number): string => `${Math.ceil(bytes / megabyte)} MB`;

/** A file as it lies on the disk. */
export const maxSourceBytes = 20 * megabyte;
export const tooLargeFile = (bytes: number): string =>
  `文件有 ${inMegabytes(bytes)}，超过可读取的 ${inMegabytes(maxSourceBytes)}。请拆分后再打开。`;

/** What the parts of a Word file that are read (text, notes, styles, numbering, comments, headers) may unpack to, together. */
export const maxDocxBytes = 40 * megabyte;
/** Elements and stretches of text in one of these parts; a page of a real document has some five hundred. */
export const maxXmlNodes = 1_500_000;
export const tooMuchInDocx = 'Word 文件里的文字过多，超出可读取的范围。请拆分成几个文件。';

/** Elements inside each other; real files stay below forty. */
export const maxXmlDepth = 250;

/** What a .nigao file may unpack to: a document of 20,000 blocks takes under 40 MB. */
export const maxNigaoBytes = 64 * megabyte;

/** Lines or paragraphs with text that are recognised at all; a document holds 20,000 blocks. */
export const maxParagraphs = 60_000;
export const tooManyParagraphs = '文件超出一份文稿的范围：最多 2 万段，表格最多 64 列、2000 行。请拆分后再打开。';
