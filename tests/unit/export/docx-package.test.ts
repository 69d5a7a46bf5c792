import * as fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { GovDocument } from '../../../shared/document/document';
import { buildDocx } from '../../../shared/export/docx/build-docx';
import { type ExportOptions, standardOptions } from '../../../shared/export/export-options';
import { comparable, expectedParagraphs } from '../../conformity/expected-text';
import { readDocxParagraphs } from '../../conformity/read-docx-text';
import { officialDocuments } from '../../fixtures/export/official-documents';
import { arbitraryDocument } from '../../helpers/arbitrary-document';

const plain = standardOptions;
const withHead: ExportOptions = { ...plain, format: 'document' };

/** The parts of an exported document by path, as text. */
const exportParts = async (document: GovDocument, options = plain): Promise<Record<string, string>> => {
  const { bytes } = await buildDocx(document, options);
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, data]) => [path, strFromU8(data)]));
};
const opinion = officialDocuments.opinion!.document;
const styleXml = (styles: string, id: string): string =>
  new RegExp(`<w:style [^>]*w:styleId="${id}">.*?</w:style>`).exec(styles)![0];

describe('the exported package', () => {
  it('has well-formed parts, and its Latin and Chinese faces by name, none by theme', async () => {
    const parts = await exportParts(opinion, withHead);
    for (const [path, xml] of Object.entries(parts)) expect(XMLValidator.validate(xml), path).toBe(true);
    for (const path of ['word/styles.xml', 'word/document.xml', 'word/footer1.xml', 'word/footer2.xml'])
      expect(parts[path]).not.toMatch(/Theme="/);
    for (const name of ['仿宋_GB2312', '楷体_GB2312', '黑体', '宋体', '方正小标宋简体'])
      expect(parts['word/fontTable.xml']).toContain(`w:name="${name}"><w:altName`);
  });

  it('is the same, byte for byte, whenever and however often it is made', async () => {
    const first = await buildDocx(opinion, plain);
    await buildDocx(officialDocuments.odd!.document, plain);
    const second = await buildDocx(opinion, plain);
    expect(Buffer.from(second.bytes).equals(Buffer.from(first.bytes))).toBe(true);
  });

  it('names nobody and no time in its properties', async () => {
    const core = (await exportParts(opinion))['docProps/core.xml']!;
    expect(core).toContain('<dc:title>云川市人民政府关于加快建设放心消费城市的实施意见</dc:title>');
    expect(core).not.toMatch(/creator|lastModifiedBy|created|modified|revision/);
  });

  it('reports its progress up to the end', async () => {
    const steps: number[] = [];
    await buildDocx(officialDocuments.long!.document, plain, { onProgress: (done) => steps.push(done) });
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(steps.at(-1)).toBe(1);
  });
});

describe('pages', () => {
  it.each([
    ['standard', { top: 2098, bottom: 1984, pitch: 579 }],
    ['compensated', { top: 1960, bottom: 1847, pitch: 589 }],
  ] as const)('of the %s profile are A4 with its margins, 22 lines and 28 characters', async (profile, wanted) => {
    const parts = await exportParts(opinion, { ...plain, profile });
    const section = /<w:sectPr>.*<\/w:sectPr>/.exec(parts['word/document.xml']!)![0];
    expect(section).toContain('<w:pgSz w:w="11906" w:h="16838"');
    expect(section).toMatch(
      new RegExp(`<w:pgMar w:top="${wanted.top}" w:right="1474" w:bottom="${wanted.bottom}" w:left="1588"`),
    );
    expect(section).toMatch(new RegExp(`<w:docGrid (?=[^>]*w:type="lines")[^>]*w:linePitch="${wanted.pitch}"`));
    expect(section).not.toContain('charSpace');
    expect(16838 - wanted.top - wanted.bottom).toBeGreaterThanOrEqual(22 * wanted.pitch);
    const body = styleXml(parts['word/styles.xml']!, 'GwBody');
    expect(body).toContain(`<w:spacing w:before="0" w:after="0" w:line="${wanted.pitch}" w:lineRule="exact"/>`);
    const advance = 320 + Number(/<w:spacing w:val="(-?\d+)"\/>/.exec(body)![1]);
    expect(28 * advance).toBeLessThanOrEqual(11906 - 1588 - 1474);
    expect(29 * advance).toBeGreaterThan(11906 - 1588 - 1474);
  });

  it('carry — 1 — in half-width 宋体 at the outer edge, every piece of the field in a run of its own', async () => {
    const parts = await exportParts(opinion);
    expect(parts['word/settings.xml']).toContain('<w:evenAndOddHeaders/>');
    for (const footer of ['word/footer1.xml', 'word/footer2.xml']) {
      const runs = parts[footer]!.split('<w:r>').slice(1);
      expect(runs.filter((run) => run.includes('fldChar')).length).toBe(3);
      for (const run of runs) expect(run.match(/fldChar |instrText /g)?.length ?? 0).toBeLessThanOrEqual(1);
      expect(runs[0]).toContain('— ');
    }
    const styles = parts['word/styles.xml']!;
    expect(styleXml(styles, 'GwPageOdd')).toMatch(
      /w:rightChars="100".*w:jc w:val="right".*w:ascii="宋体".*w:sz w:val="28"/,
    );
    expect(styleXml(styles, 'GwPageEven')).toMatch(/w:leftChars="100".*w:jc w:val="left"/);
  });
});

describe('styles', () => {
  it('hold the line typography the standard needs, in the order of the schema', async () => {
    const styles = (await exportParts(opinion))['word/styles.xml']!;
    const body = styleXml(styles, 'GwBody');
    const order = [
      'keepNext',
      'keepLines',
      'widowControl',
      'kinsoku',
      'overflowPunct',
      'autoSpaceDE',
      'autoSpaceDN',
      'adjustRightInd',
      'snapToGrid',
      'spacing',
      'ind',
      'jc',
    ];
    const places = order.map((name) => body.indexOf(`<w:${name} `));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    for (const off of [
      'widowControl',
      'overflowPunct',
      'autoSpaceDE',
      'autoSpaceDN',
      'adjustRightInd',
      'snapToGrid',
      'keepNext',
    ])
      expect(body).toContain(`<w:${off} w:val="0"/>`);
    expect(body).toContain('<w:ind w:firstLineChars="200" w:firstLine="630"/>');
  });

  it('have the sizes and faces of the standard, the title upright and black', async () => {
    const styles = (await exportParts(opinion))['word/styles.xml']!;
    const faces = {
      GwTitle: ['方正小标宋简体', 44],
      GwBody: ['仿宋_GB2312', 32],
      GwH1: ['黑体', 32],
      GwH2: ['楷体_GB2312', 32],
      GwH3: ['仿宋_GB2312', 32],
    };
    for (const [id, [face, size]] of Object.entries(faces)) {
      const style = styleXml(styles, id);
      expect(style).toContain(`w:eastAsia="${face}"`);
      expect(style).toContain(`<w:sz w:val="${size}"/>`);
      expect(style).toContain('<w:b w:val="0"/>');
      expect(style).not.toContain('<w:color');
    }
  });

  it('give outline levels and keep-with-next to headings that stand alone only', async () => {
    const { 'word/styles.xml': styles = '', 'word/document.xml': body = '' } = await exportParts(opinion);
    for (const level of [1, 2, 3, 4]) {
      expect(styleXml(styles, `GwH${level}`)).toContain(`<w:outlineLvl w:val="${level - 1}"/>`);
      expect(styleXml(styles, `GwH${level}`)).toContain('<w:keepNext w:val="1"/>');
    }
    expect(styleXml(styles, 'GwBody')).not.toContain('outlineLvl');
    const runIn = body.split('<w:p>').find((paragraph) => paragraph.includes('指导思想。'))!;
    expect(runIn).toContain('<w:pStyle w:val="GwBody"/>');
    expect(runIn).toContain('<w:rStyle w:val="GwLead2"/>');
  });

  it('used in the document are all defined', async () => {
    for (const { document, options } of Object.values(officialDocuments)) {
      const parts = await exportParts(document, options);
      const used = new Set(
        [...parts['word/document.xml']!.matchAll(/<w:[pr]Style w:val="(\w+)"/g)].map((match) => match[1]!),
      );
      for (const id of used) expect(parts['word/styles.xml']).toContain(`w:styleId="${id}"`);
    }
  });
});

describe('the text', () => {
  it('of every document stands in the file, in order, nothing more', async () => {
    for (const [name, { document }] of Object.entries(officialDocuments)) {
      const { bytes } = await buildDocx(document, plain);
      expect(readDocxParagraphs(bytes), name).toEqual(expectedParagraphs(document).map((paragraph) => paragraph.text));
    }
  });

  it('of any valid document exports without loss', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDocument, async (document) => {
        const { bytes } = await buildDocx(document, plain);
        const expected = expectedParagraphs(document)
          .map((paragraph) => paragraph.text)
          .join('');
        expect(readDocxParagraphs(bytes).join('')).toBe(expected);
      }),
      { numRuns: 40 },
    );
  });

  it('survives control characters, lone surrogates, emoji and markup from a paste', async () => {
    const xml = (await exportParts(officialDocuments.odd!.document))['word/document.xml']!;
    expect(XMLValidator.validate(xml)).toBe(true);
    const text = comparable(
      new XMLParser({ processEntities: true }).parse(`<t>${/开头有空格[^<]*/.exec(xml)![0]}</t>`).t as string,
    );
    expect(text).toBe('开头有空格，含表情😀、控制字符、孤立代理、零宽与<标签>&符号"引号"，以及生僻字𠮷、㙍。');
  });

  it('hints Chinese quotes, dashes and ellipses to the Chinese face', async () => {
    const xml = (await exportParts(opinion))['word/document.xml']!;
    const quoted = xml.split('<w:r>').filter((run) => /<w:t[^>]*>[^<]*[“”‘’…—]/.test(run));
    expect(quoted.length).toBeGreaterThan(0);
    for (const run of quoted) expect(run).toContain('<w:rFonts w:hint="eastAsia"/>');
  });

  it('holds no spaces or tabs as indents', async () => {
    const xml = (await exportParts(officialDocuments.odd!.document))['word/document.xml']!;
    for (const paragraph of xml.split('</w:p>'))
      expect(/<w:t[^>]*>([^<]*)/.exec(paragraph)?.[1] ?? '').not.toMatch(/^\s/);
    expect(xml).not.toContain('<w:tab/>');
  });

  it('anchors every printed block with a hidden bookmark, numbered from one', async () => {
    const xml = (await exportParts(opinion))['word/document.xml']!;
    const names = [...xml.matchAll(/<w:bookmarkStart w:name="(\w+)" w:id="(\d+)"/g)];
    const wanted = opinion.parts.flatMap((part) => [
      ...(part.kind === 'attachment' ? [part.id] : []),
      ...part.children.map((block) => block.id),
    ]);
    expect(new Set(names.map((match) => match[1]))).toEqual(
      new Set(wanted.map((id) => `_gw${id.replaceAll('-', '_')}`)),
    );
    expect(names.map((match) => Number(match[2])).sort((a, b) => a - b)).toEqual(names.map((_, at) => at + 1));
    expect(xml.match(/<w:bookmarkEnd /g)).toHaveLength(names.length);
  });
});

describe('red', () => {
  it('is the mark, the rule below 发文字号 and the double rules of a 信函 only', async () => {
    const parts = await exportParts(opinion, withHead);
    const red = parts['word/styles.xml']!.split('<w:style ').filter((style) => style.includes('FF0000'));
    expect(red.map((style) => /w:styleId="(\w+)"/.exec(style)![1])).toEqual([
      'GwMark',
      'GwNumber',
      'GwLetterMark',
      'GwLetterFoot',
    ]);
    expect(parts['word/styles.xml']).toContain('<w:bottom w:val="single" w:sz="12" w:space="7" w:color="FF0000"/>');
    expect(parts['word/document.xml']).not.toContain('FF0000');
    expect(parts['word/document.xml']).toContain('云川市人民政府文件');
  });
});

describe('tables and boxes', () => {
  it('fit the type area, repeat their head rows and keep rows whole', async () => {
    const xml = (await exportParts(opinion))['word/document.xml']!;
    const widths = [...xml.matchAll(/<w:tblGrid>(.*?)<\/w:tblGrid>/g)].map((grid) =>
      [...grid[1]!.matchAll(/w:w="(\d+)"/g)].reduce((sum, column) => sum + Number(column[1]), 0),
    );
    expect(widths).toHaveLength(3);
    for (const width of widths) expect(width).toBeLessThanOrEqual(8844);
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(3);
    expect(xml).toMatch(/<w:cantSplit\/>/);
    expect(xml).not.toMatch(/<w:trHeight[^>]*hRule="exact"/);
    expect(xml).toMatch(/<w:gridSpan w:val="2"\/>/);
    expect(xml.match(/<w:vMerge w:val="restart"\/>/g)).toHaveLength(3);
  });
});
