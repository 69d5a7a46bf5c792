/**
 * Limits of what is read from files that strangers sent, in one place, each with the sentence that refuses a file
 * beyond it. They are far above what a real document needs (the largest of 148 published ones has 110 kB of text) and
 * low enough that memory stays bounded and the window alive.
 */

const megabyte = 1024 * 1024;
const inMegabytes = (bytes: number): string => `${Math.ceil(bytes / megabyte)} MB`;

/** A file as it lies on the disk. */
export const maxSourceBytes = 20 * megabyte;
/** One that may hold pictures besides: a Word file, or one of our own. */
export const maxPackageBytes = 120 * megabyte;
export const tooLargeFile = (bytes: number, most = maxSourceBytes): string =>
  `文件有 ${inMegabytes(bytes)}，超过可读取的 ${inMegabytes(most)}。请拆分后再打开。`;

/** What the parts of a Word file that are read (text, notes, styles, numbering, comments, headers) may unpack to, together. */
export const maxDocxBytes = 40 * megabyte;
/** Elements and stretches of text in one of these parts; a page of a real document has some five hundred. */
export const maxXmlNodes = 1_500_000;
export const tooMuchInDocx = 'Word 文件里的文字过多，超出可读取的范围。请拆分成几个文件。';

/** Elements inside each other; real files stay below forty. */
export const maxXmlDepth = 250;

/** What the text of a .nigao file may unpack to: a document of 20,000 blocks takes under 40 MB. */
export const maxNigaoBytes = 64 * megabyte;

/** One picture as a file: a page of a printed document needs under 3 MB, a camera writes under 15 MB. */
export const maxPictureBytes = 20 * megabyte;
export const tooLargePicture = (bytes: number): string =>
  `图片有 ${inMegabytes(bytes)}，超过 ${inMegabytes(maxPictureBytes)}。请压缩或缩小后再插入。`;
/** Pixels of one picture, which take four bytes each when it is drawn. */
export const maxPicturePixels = 40_000_000;
export const tooManyPixels = (width: number, height: number): string =>
  `图片有 ${width}×${height} 像素，超过 ${maxPicturePixels / 10_000} 万像素。请缩小后再插入。`;
/** All pictures of one document; a .nigao file with so many still opens. */
export const maxPicturesBytes = 100 * megabyte;
export const tooManyPictures = `文稿里的图片合起来超过 ${inMegabytes(maxPicturesBytes)}。请减少或压缩图片。`;

/** Versions that a .nigao file carries along. */
export const mostVersions = 200;

/** What a .nigao file is packed into, with room for the seal of one with a password: it must open again. */
export const maxPackedBytes = maxPackageBytes - 64 * 1024;
export const tooLargeToPack =
  '文稿的文字或图片过多，存成文件以后打不开，没有保存。请拆分成几份，或减少、压缩图片后再试。';

/** Lines or paragraphs with text that are recognised at all; a document holds 20,000 blocks. */
export const maxParagraphs = 60_000;
export const tooManyParagraphs = '文件超出一份文稿的范围：最多 2 万段，表格最多 64 列、2000 行。请拆分后再打开。';

/** Characters of the password a .nigao file is given. */
export const shortestPassword = 8;
export const longestPassword = 200;
