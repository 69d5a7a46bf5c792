import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { buildDocx } from '../../../shared/export/docx/build-docx';
import { exportOptionsSchema } from '../../../shared/export/export-options';
import { fullDocument, upward } from '../../fixtures/export/format-documents';
import { type BlockDraft, h, makeDocument, p, part } from '../../fixtures/export/make-document';
import { officialDocuments } from '../../fixtures/export/official-documents';

const partsOf = async (name: string): Promise<Record<string, string>> => {
  const { document, options } = officialDocuments[name]!;
  const { bytes } = await buildDocx(document, options);
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, data]) => [path, strFromU8(data)]));
};
const sectionsOf = (xml: string): string[] =>
  [...xml.matchAll(/<w:sectPr>.*?<\/w:sectPr>/g)].map(([section]) => section);

describe('版记 in the file', () => {
  it('floats to the foot of the type area, 156 mm wide, rules of 1 pt outside and 0.75 pt between', async () => {
    const xml = (await partsOf('full-document'))['word/document.xml']!;
    const imprint = /<w:tbl>(?:(?!<w:tbl>).)*抄送：.*?<\/w:tbl>/.exec(xml)![0];
    expect(imprint).toMatch(/<w:tblpPr [^>]*w:vertAnchor="margin"/);
    expect(imprint).toMatch(/w:tblpYSpec="bottom"/);
    expect(imprint).toContain('<w:tblW w:type="dxa" w:w="8844"/>');
    for (const side of ['top', 'bottom']) expect(imprint).toMatch(new RegExp(`<w:${side} w:val="single"[^>]*w:sz="8"`));
    expect(imprint).toMatch(/<w:insideH w:val="single"[^>]*w:sz="6"/);
  });

  it('behind a blank page begins on an even page and has no number', async () => {
    // Two full pages: 版记 has no room on the second, and the third is odd.
    const lines = Array.from({ length: 44 }, () => p('云'.repeat(26)));
    const document = makeDocument([part('main', lines)], { copyTo: '市委。' });
    const { bytes } = await buildDocx(document, exportOptionsSchema.parse({ imprint: 'even' }));
    const parts = Object.entries(unzipSync(bytes)).map(([path, data]) => [path, strFromU8(data)] as const);
    const sections = sectionsOf(Object.fromEntries(parts)['word/document.xml']!);
    expect(sections.map((section) => section.includes('<w:type w:val="evenPage"/>'))).toEqual([false, true]);
    const numbered = parts.filter(([path, xml]) => /footer\d\.xml$/.test(path) && xml.includes(' PAGE '));
    expect(numbered.map(([path]) => path).sort()).toEqual(['word/footer1.xml', 'word/footer2.xml']);
  });
});

describe('sections', () => {
  it('of a 信函: another first page with its rules in head and foot, numbers from page 2 on', async () => {
    const parts = await partsOf('letter');
    const [section] = sectionsOf(parts['word/document.xml']!);
    expect(section).toContain('<w:titlePg/>');
    expect(section).toMatch(/w:header="1701" w:footer="1134"/);
    expect(parts['word/header1.xml']).toContain('云川市发展和改革委员会');
    const numbered = Object.entries(parts).filter(
      ([path, xml]) => /footer\d\.xml$/.test(path) && xml.includes(' PAGE '),
    );
    expect(numbered).toHaveLength(2);
    expect(parts['word/styles.xml']).toContain('w:val="thickThinSmallGap"');
    expect(parts['word/styles.xml']).toContain('w:val="thinThickSmallGap"');
  });

  it('turn the sheet for wide tables: margins go one side on, the number is turned with it', async () => {
    const parts = await partsOf('wide-tables');
    const turned = sectionsOf(parts['word/document.xml']!).filter((section) => section.includes('landscape'));
    expect(turned).toHaveLength(2);
    for (const section of turned) {
      expect(section).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>');
      expect(section).toMatch(/<w:pgMar w:top="1588" w:right="2098" w:bottom="1474" w:left="1984"/);
    }
    for (const section of turned) {
      const footers = [...section.matchAll(/<w:footerReference w:type="(\w+)" r:id="(\w+)"\/>/g)];
      expect(footers.map(([, page]) => page)).toEqual(['default', 'even']);
      for (const [, , id] of footers) {
        const target = new RegExp(`Id="${id}"[^>]*Target="([^"]+)"`).exec(parts['word/_rels/document.xml.rels']!)![1];
        expect(parts[`word/${target}`]).toContain('tbRl');
      }
    }
    expect(parts['word/document.xml']!.match(/<w:tblHeader\/>/g)).toHaveLength(2);
  });
});

describe('settings of the bureau', () => {
  const stylesWith = async (options: Parameters<typeof exportOptionsSchema.parse>[0]): Promise<string> => {
    const { bytes } = await buildDocx(fullDocument, exportOptionsSchema.parse(options));
    return strFromU8(unzipSync(bytes)['word/styles.xml']!);
  };
  const style = (styles: string, id: string): string =>
    new RegExp(`<w:style [^>]*w:styleId="${id}">.*?</w:style>`).exec(styles)![0];

  it('change the styles and nothing else: faces, bold, pitch, rule, page number', async () => {
    const styles = await stylesWith({
      digits: 'body',
      boldLevel2: true,
      titlePitch: 33,
      rule: 2,
      pageNumber: 'center',
    });
    expect(style(styles, 'GwBody')).toContain('w:ascii="仿宋_GB2312"');
    expect(style(styles, 'GwH2')).toContain('<w:b w:val="1"/>');
    expect(style(styles, 'GwLead2')).toContain('<w:b w:val="1"/>');
    expect(style(styles, 'GwH3')).toContain('<w:b w:val="0"/>');
    expect(style(styles, 'GwTitle')).toContain('w:line="660"');
    expect(style(styles, 'GwNumber')).toContain('w:sz="16"');
    expect(style(styles, 'GwPageOdd')).toContain('<w:jc w:val="center"/>');
  });

  it('leave text and order alone', async () => {
    const text = async (options: Parameters<typeof exportOptionsSchema.parse>[0]): Promise<string> => {
      const { bytes } = await buildDocx(upward, exportOptionsSchema.parse(options));
      return strFromU8(unzipSync(bytes)['word/document.xml']!);
    };
    expect(await text({ digits: 'body', boldLevel3: true, pageNumber: 'center' })).toBe(await text({}));
  });
});

describe('numbers as Word’s own lists', () => {
  const place = /<w:numPr><w:ilvl w:val="(\d)"\/><w:numId w:val="(\d+)"\/><\/w:numPr>/;
  const paragraphs = (xml: string): string[] => [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([paragraph]) => paragraph);

  it('take the number out of the text and count it: 一、（一）1.（1）, linked to the styles of the headings', async () => {
    const parts = await partsOf('numbered-lists');
    const numbering = parts['word/numbering.xml']!;
    const levels = [
      ...numbering.matchAll(/<w:numFmt w:val="(\w+)"\/><w:pStyle w:val="(\w+)"\/>.*?<w:lvlText w:val="([^"]+)"/g),
    ];
    expect(levels.map(([, format, style, text]) => [format, style, text])).toEqual([
      ['chineseCountingThousand', 'GwH1', '%1、'],
      ['chineseCountingThousand', 'GwH2', '（%2）'],
      ['decimal', 'GwH3', '%3.'],
      ['decimal', 'GwH4', '（%4）'],
    ]);
    for (const level of [0, 1, 2, 3])
      expect(parts['word/styles.xml']).toMatch(
        new RegExp(`w:styleId="GwH${level + 1}">.*?<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/>`),
      );
    const first = paragraphs(parts['word/document.xml']!).find((paragraph) => paragraph.includes('总体要求'))!;
    expect(place.exec(first)?.slice(1)).toEqual(['0', '1']);
    expect(first).not.toContain('一、');
    expect(parts['[Content_Types].xml']).toContain('/word/numbering.xml');
  });

  it('begin another list where Word would count otherwise, and leave 之一 typed', async () => {
    const document = makeDocument([
      part(
        'main',
        [
          h(1, '总体要求'),
          h(2, '思想。甲。'),
          h(1, '任务'),
          h(2, '其一。乙。'),
          { ...h(2, '插入。丙。'), fixedLabel: '（二）之一' } as BlockDraft,
        ],
        { 2: 'part' },
      ),
    ]);
    const { bytes } = await buildDocx(document, exportOptionsSchema.parse({ numbers: 'lists' }));
    const parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, data]) => [path, strFromU8(data)]));
    const [, , , second, inserted] = paragraphs(parts['word/document.xml']!);
    // （二） runs on behind 二、, where Word would begin with （一） again.
    expect(place.exec(second!)?.slice(1)).toEqual(['1', '2']);
    expect(parts['word/numbering.xml']).toMatch(
      /<w:num w:numId="2">.*<w:lvlOverride w:ilvl="1"><w:startOverride w:val="2"\/>/,
    );
    expect(inserted).toContain('（二）之一');
    expect(inserted).not.toMatch(place);
  });
});
