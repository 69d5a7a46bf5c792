import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../../electron/files/read-source';
import type { Block } from '../../../shared/document/block';
import type { GovDocument } from '../../../shared/document/document';
import { noPictures, type Pictures } from '../../../shared/document/picture';
import { blockText } from '../../../shared/document/plain-text';
import { buildDocx } from '../../../shared/export/docx/build-docx';
import { type ExportOptions, standardOptions } from '../../../shared/export/export-options';
import { printable } from '../../../shared/layout/printable';
import { recogniseText } from '../../../shared/recognise/recognise';
import { readTemplate } from '../../../shared/templates/describe-problem';
import { instantiate } from '../../../shared/templates/instantiate';
import { officialDocuments } from '../../fixtures/export/official-documents';
import { hasShared, readShared, sharedFolder, whySkipped } from '../../recognition/labels';

const documentXml = (bytes: Uint8Array): string => strFromU8(unzipSync(bytes)['word/document.xml']!);

/**
 * What no XML may hold is not in the file, nor is white space at the edge of a block (左空二字 is the style's), nor a
 * paragraph or dash item without words.
 */
const asPrinted = (document: GovDocument): GovDocument => ({
  ...document,
  parts: document.parts.map((part) => ({
    ...part,
    children: part.children.flatMap((block) => {
      if (block.type === 'table') return [block];
      const [first, ...others] = block.children.map((leaf) => ({ ...leaf, text: printable(leaf.text) }));
      const printed = { ...block, children: [{ ...first!, text: first!.text.trimStart() }, ...others] } as Block;
      const isBlank = /^(?:paragraph|dash)$/.test(block.type) && blockText(printed) === '';
      return isBlank && part.children.length > 1 ? [] : [printed];
    }),
  })),
});

/** Parts and blocks as stored, their ids included; those of 专栏, of footnotes and of empty parts are not in the file. */
const shape = ({ parts }: GovDocument): unknown =>
  JSON.parse(JSON.stringify(blocksOf(parts)).replace(/("footnote":\{"id":)"[^"]*"/g, '$1""'));

const blocksOf = (parts: GovDocument['parts']): unknown =>
  parts.map(({ kind, numbering, children }) => ({
    kind,
    numbering,
    blocks: children.map((block) => ({
      ...block,
      ...('boxId' in block && block.boxId !== undefined && { boxId: 'box' }),
      ...(children.length === 1 && blockText(block) === '' && { id: '' }),
    })),
  }));

/** Form fields as this format prints them: organs as a list, without the marks that stand around names. */
const printed = ({ meta }: GovDocument, { format }: ExportOptions): unknown => {
  const { copyNumber, secrecy, urgency, documentNumber, issuingOrgan, signers } = meta;
  const { copyTo, printingOrgan, printingDate } = meta;
  const head = { copyNumber, secrecy, urgency, documentNumber, organs: issuingOrgan?.split(/[、\n]/) };
  return {
    ...(format !== 'plain' && { ...head, ...(format !== 'letter' && { signers }) }),
    copyTo: copyTo?.replace(/。$/, ''),
    ...(format !== 'letter' && { printingOrgan, printingDate }),
  };
};

const expectSameAgain = async (
  document: GovDocument,
  options: ExportOptions,
  pictures: Pictures = noPictures,
): Promise<void> => {
  const { bytes } = await buildDocx(document, options, { pictures });
  const source = readSource('文稿.docx', bytes);
  if (source.kind !== 'recognised') throw new Error(source.kind);
  const { document: read } = source.recognition;
  expect(shape(read)).toEqual(shape(asPrinted(document)));
  if (document.meta.issuingOrgan) expect(printed(read, options)).toEqual(printed(document, options));
  expect(read.setAside).toEqual([]);
  expect(source.pictures).toEqual(pictures);
  const again = (await buildDocx(read, options, { pictures })).bytes;
  expect(documentXml(again)).toBe(documentXml(bytes));
  expect(Buffer.from(again).equals(bytes)).toBe(true);
};

describe('an exported document that is opened again is the same, and exported again the same file', () => {
  const written = Object.entries(officialDocuments).filter(([name]) => name !== 'empty');
  it.each(written)('%s', async (_, { document, options, pictures }) => {
    await expectSameAgain(document, options, pictures);
  });

  // Where tasks stand in one chapter only, no file says whether their numbers would run on in a next one.
  it('a draft from every template, prompts and all, but for how numbers would go on', async () => {
    for (const name of readdirSync(join(import.meta.dirname, '../../../assets/templates'))) {
      if (!name.endsWith('.json')) continue;
      const path = join(import.meta.dirname, '../../../assets/templates', name);
      const read = readTemplate(JSON.parse(readFileSync(path, 'utf8')));
      if ('problem' in read) throw new Error(read.problem);
      const draft = instantiate(read.template, {});
      const { bytes } = await buildDocx(draft, standardOptions);
      const source = readSource('文稿.docx', bytes);
      if (source.kind !== 'recognised') throw new Error(source.kind);
      const { document } = source.recognition;
      const blocks = ({ parts }: GovDocument): unknown =>
        parts.map((part) => shape({ ...draft, parts: [{ ...part, numbering: {} }] }));
      expect(blocks(document)).toEqual(blocks(asPrinted(draft)));
      expect(documentXml((await buildDocx(document, standardOptions)).bytes)).toBe(documentXml(bytes));
    }
  });

  it('an empty document gives a blank file, which is refused as such', async () => {
    const { document, options } = officialDocuments.empty!;
    const { bytes } = await buildDocx(document, options);
    expect(() => readSource('文稿.docx', bytes)).toThrow('文件里没有文字。');
  });

  it.skipIf(!hasShared)(hasShared ? 'the five seeds' : whySkipped, async () => {
    for (const name of readdirSync(join(sharedFolder, 'seeds')).filter((file) => file.endsWith('.txt')))
      await expectSameAgain(recogniseText(readShared(`seeds/${name}`)).document, {
        ...standardOptions,
        format: 'document',
      });
  });
});
