import { Document, Packer, type Paragraph, type Table } from 'docx';
import { unzipSync, zipSync } from 'fflate';
import type { GovDocument } from '../../document/document';
import { documentTitle } from '../../layout/document-title';
import { layOut } from '../../layout/lay-out';
import type { ExportOptions } from '../export-options';
import { corePropertiesXml, fontTableXml, type Stamp, settingsXml } from './parts/fixed-parts';
import { footnotesXml } from './parts/footnotes-xml';
import { stylesXml } from './parts/styles-xml';
import { divideIntoSections } from './sections';
import { type Anchors, writeItem } from './write-item';

/** Items written between two breaths, so that a worker can answer and report in between. */
const batch = 400;
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/**
 * Writes a document as an official-format Word file (GB/T 9704-2012). Pure: no disk, no clock; the same document
 * gives the same bytes. `messages` are for the clerk, in Chinese, and empty when nothing needs a look.
 * @param onProgress share done (0 to 1) and the step in Chinese
 * @param stamp goes into the properties of a file that is circulated
 */
export const buildDocx = async (
  document: GovDocument,
  options: ExportOptions,
  onProgress: (done: number, step: string) => void = () => {},
  stamp?: Stamp,
): Promise<{ bytes: Uint8Array; messages: string[] }> => {
  onProgress(0, '排编号和版式');
  const laidOut = layOut(document, options);
  await breathe();

  const anchors: Anchors = { next: 1, footnotes: [] };
  const total = laidOut.items.length;
  let written = 0;
  const sections = [];
  const footerParts: (string | undefined)[] = [];
  for (const section of divideIntoSections(laidOut, options, anchors)) {
    const children: (Paragraph | Table)[] = [];
    for (const item of section.items) {
      children.push(...writeItem(item, anchors));
      written += 1;
      if (written % batch === 0) {
        onProgress(
          0.1 + (0.4 * Math.min(written, total)) / total,
          `写入正文（${Math.min(written, total)}／${total} 段）`,
        );
        await breathe();
      }
    }
    footerParts.push(...section.footerParts);
    const { properties, headers, footers } = section;
    sections.push({ properties, footers, children, ...(headers && { headers }) });
  }

  onProgress(0.5, '生成文件');
  await breathe();
  const file = new Document({ sections, evenAndOddHeaderAndFooters: true });
  const packed = await Packer.pack(file, 'uint8array', false, [
    { path: 'word/styles.xml', data: stylesXml(options) },
    { path: 'word/settings.xml', data: settingsXml },
    { path: 'word/fontTable.xml', data: fontTableXml },
    { path: 'word/footnotes.xml', data: footnotesXml(anchors.footnotes) },
    { path: 'docProps/core.xml', data: corePropertiesXml(documentTitle(document), stamp) },
    // The package only gives footers their places in the sections.
    ...footerParts.flatMap((data, at) => (data ? [{ path: `word/footer${at + 1}.xml`, data }] : [])),
  ]);

  onProgress(0.9, '压缩');
  await breathe();
  // Packed again with one fixed date: the package stamps every file with the time of day.
  const bytes = zipSync(unzipSync(packed), { mtime: new Date(1980, 0, 1), level: 6 });
  onProgress(1, '完成');
  return { bytes, messages: [...laidOut.messages] };
};
