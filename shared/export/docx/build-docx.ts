import { deflateSync } from 'fflate';
import type { GovDocument } from '../../document/document';
import { noPictures, type Pictures } from '../../document/picture';
import { type Deflate, packZip } from '../../file/pack-zip';
import { documentTitle } from '../../layout/document-title';
import { layOut } from '../../layout/lay-out';
import type { ExportOptions } from '../export-options';
import type { WordComments } from '../word-comments';
import { commentedXml, commentsXml } from './parts/comments-xml';
import { customPropertiesXml } from './parts/custom-properties-xml';
import { corePropertiesXml, fontTableXml, type Stamp, settingsXml } from './parts/fixed-parts';
import { footnotesXml } from './parts/footnotes-xml';
import { wordLists } from './parts/numbering-xml';
import { extraParts, packageFiles } from './parts/package';
import { stylesXml } from './parts/styles-xml';
import { wordNamespace, xmlDeclaration } from './parts/xml';
import { noMedia } from './picture-xml';
import { divideIntoSections } from './sections';
import { endSection, writeItem } from './write-item';
import type { Anchors } from './write-paragraph';

/** Items written between two breaths, so that a worker can answer and report in between. */
const batch = 2000;
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

type BuildOptions = Readonly<{
  /** The bytes of its pictures; one that is missing is left out and said. */
  pictures?: Pictures;
  /** Share done (0 to 1) and the step in Chinese. */
  onProgress?: (done: number, step: string) => void;
  /** Goes into the properties of a file that is circulated. */
  stamp?: Stamp;
  /** Written as comments beside the text. */
  remarks?: WordComments;
  /** Packs bytes as in a zip; a machine's own way of it is faster. */
  deflate?: Deflate;
}>;

/** Numbers of remarks by the block they are about; '' for the whole document. */
const commentsByBlock = (remarks: WordComments | undefined): Map<string, readonly number[]> => {
  const found = new Map<string, readonly number[]>();
  for (const [id, { blockId }] of (remarks?.comments ?? []).entries())
    found.set(blockId ?? '', [...(found.get(blockId ?? '') ?? []), id]);
  return found;
};

const missingPictures = (count: number): string[] =>
  count === 0 ? [] : [`有 ${count} 张图片的内容不在文库中，没有印出。请重新插入这些图片后再导出。`];

/**
 * Writes a document as an official-format Word file (GB/T 9704-2012). Pure: no disk, no clock; the same document
 * gives the same bytes. `messages` are for the clerk, in Chinese, and empty when nothing needs a look.
 */
export const buildDocx = async (
  document: GovDocument,
  options: ExportOptions,
  { pictures = noPictures, onProgress = () => undefined, stamp, remarks, deflate = deflateSync }: BuildOptions = {},
): Promise<{ bytes: Uint8Array; messages: string[] }> => {
  onProgress(0, '排编号和版式');
  const laidOut = layOut(document, options);

  const anchors: Anchors = {
    next: 1,
    footnotes: [],
    comments: commentsByBlock(remarks),
    media: noMedia(pictures),
    lists: options.numbers === 'lists' ? wordLists(options) : null,
  };
  const parts = extraParts();
  const total = laidOut.items.length;
  let written = 0;
  const body: string[] = [];
  const sections = divideIntoSections(laidOut, options, anchors, parts);
  for (const [at, { items, properties }] of sections.entries()) {
    const content: string[] = [];
    for (const item of items) {
      content.push(writeItem(item, anchors));
      written += 1;
      if (written % batch === 0) {
        onProgress(0.2 + (0.4 * written) / total, `写入正文（${written}／${total} 段）`);
        await breathe();
      }
    }
    body.push(at < sections.length - 1 ? endSection(content.join(''), properties) : content.join('') + properties);
  }

  if (anchors.lists) parts.add('numbering', anchors.lists.xml());
  if (remarks && remarks.comments.length > 0) {
    parts.add('comments', commentsXml(remarks));
    // What is about the whole document, or about what is not printed, stands beside its first paragraph.
    const rest = [...anchors.comments.values()].flat().toSorted((one, other) => one - other);
    body[0] = (body[0] ?? '').replace('</w:p>', `${commentedXml(rest, '')}</w:p>`);
  }

  onProgress(0.6, '压缩');
  await breathe();
  const files = packageFiles(
    `${xmlDeclaration}<w:document xmlns:w="${wordNamespace}" xmlns:r="${relationships}"><w:body>${body.join('')}</w:body></w:document>`,
    corePropertiesXml(documentTitle(document), stamp),
    customPropertiesXml(document),
    {
      styles: stylesXml(options),
      settings: settingsXml,
      fontTable: fontTableXml,
      footnotes: footnotesXml(anchors.footnotes),
    },
    parts,
    [...anchors.media.parts.values()],
  );
  const media = [...anchors.media.parts.values()].map(({ path, bytes }) => [`word/${path}`, bytes] as const);
  const bytes = packZip(files, deflate, new Map(media));
  onProgress(1, '完成');
  return { bytes, messages: [...laidOut.messages, ...missingPictures(anchors.media.missing)] };
};
