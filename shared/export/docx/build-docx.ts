import {
  Document,
  DocumentGridType,
  Footer,
  NoteNumberRestart,
  NumberFormat,
  Packer,
  type Paragraph,
  type Table,
} from 'docx';
import { unzipSync, zipSync } from 'fflate';
import type { GovDocument } from '../../document/document';
import { documentTitle } from '../../layout/document-title';
import { footer, pages, paper } from '../../layout/gb9704';
import { layOut } from '../../layout/lay-out';
import type { ExportOptions } from '../export-options';
import { corePropertiesXml, fontTableXml, footerXml, settingsXml } from './parts/fixed-parts';
import { footnotesXml } from './parts/footnotes-xml';
import { stylesXml } from './parts/styles-xml';
import { type Anchors, writeItem } from './write-item';

/** Items written between two breaths, so that a worker can answer and report in between. */
const batch = 400;
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Pages of one section: A4, margins, 22 lines of the grid, number odd right and even left (5.1, 5.2, 7.5). */
const sectionProperties = (profile: ExportOptions['profile']) => {
  const { top, bottom, left, right, pitch } = pages[profile];
  return {
    page: {
      size: paper,
      margin: { top, bottom, left, right, header: 851, footer: footer.distance, gutter: 0 },
    },
    footnoteProperties: {
      numberFormat: { type: NumberFormat.DECIMAL_ENCLOSED_CIRCLE_CHINESE },
      restart: NoteNumberRestart.EACH_PAGE,
    },
    grid: { type: DocumentGridType.LINES, linePitch: pitch },
  };
};

/**
 * Writes a document as an official-format Word file (GB/T 9704-2012). Pure: no disk, no clock; the same document
 * gives the same bytes. `messages` are for the clerk, in Chinese, and empty when nothing needs a look.
 * @param onProgress share done (0 to 1) and the step in Chinese
 */
export const buildDocx = async (
  document: GovDocument,
  options: ExportOptions,
  onProgress: (done: number, step: string) => void = () => {},
): Promise<{ bytes: Uint8Array; messages: string[] }> => {
  onProgress(0, '排编号和版式');
  const { items, messages } = layOut(document, options);
  await breathe();

  const anchors: Anchors = { next: 1, footnotes: [] };
  const children: (Paragraph | Table)[] = [];
  for (const [at, item] of items.entries()) {
    children.push(writeItem(item, anchors));
    if (at % batch === batch - 1) {
      onProgress(0.1 + (0.4 * at) / items.length, `写入正文（${at + 1}／${items.length} 段）`);
      await breathe();
    }
  }

  onProgress(0.5, '生成文件');
  await breathe();
  const file = new Document({
    // Their content is `footerXml`; here they only get their place in the section.
    sections: [{ properties: sectionProperties(options.profile), footers: footerPlaces(), children }],
    evenAndOddHeaderAndFooters: true,
  });
  const packed = await Packer.pack(file, 'uint8array', false, [
    { path: 'word/styles.xml', data: stylesXml(options.profile) },
    { path: 'word/settings.xml', data: settingsXml },
    { path: 'word/fontTable.xml', data: fontTableXml },
    { path: 'word/footnotes.xml', data: footnotesXml(anchors.footnotes) },
    { path: 'word/footer1.xml', data: footerXml('GwPageOdd') },
    { path: 'word/footer2.xml', data: footerXml('GwPageEven') },
    { path: 'docProps/core.xml', data: corePropertiesXml(documentTitle(document)) },
  ]);

  onProgress(0.9, '压缩');
  await breathe();
  // Packed again with one fixed date: the package stamps every file with the time of day.
  const bytes = zipSync(unzipSync(packed), { mtime: new Date(1980, 0, 1), level: 6 });
  onProgress(1, '完成');
  return { bytes, messages: [...messages] };
};

const footerPlaces = () => ({
  default: new Footer({ children: [] }),
  even: new Footer({ children: [] }),
});
