import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../../electron/files/read-source';
import { maxDocxBytes, maxXmlDepth, maxXmlNodes, tooMuchInDocx } from '../../../shared/file/limits';
import { AppError } from '../../../shared/ipc/app-error';
import { makeDocx, paragraph } from '../../fixtures/docx/make-docx';

const refusal = (bytes: Uint8Array): string => {
  try {
    readSource('方案.docx', bytes);
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    return (error as AppError).message;
  }
  throw new Error('was read');
};

describe('a file made to do harm', () => {
  it('that unpacks to more than is read is refused', () => {
    const blank = ' '.repeat(maxDocxBytes);
    expect(refusal(makeDocx(paragraph(`云川市${blank}`)))).toBe(tooMuchInDocx);
  }, 30_000);

  it('with more elements, or deeper ones, than any real file is refused before they are built', () => {
    const start = performance.now();
    expect(refusal(makeDocx('<w:r/>'.repeat(maxXmlNodes)))).toBe(tooMuchInDocx);
    expect(refusal(makeDocx('<w:sdt>'.repeat(maxXmlDepth) + '</w:sdt>'.repeat(maxXmlDepth)))).toBe(tooMuchInDocx);
    expect(performance.now() - start).toBeLessThan(20_000);
  }, 30_000);

  it('with entities that swell is refused', () => {
    const entities = '<!DOCTYPE d [<!ENTITY a "云川"><!ENTITY b "&a;&a;&a;&a;">]>';
    expect(refusal(makeDocx(paragraph('&b;'), '', entities))).toContain('已损坏');
  });

  it('whose relations point outside the package reads nothing from there', () => {
    const target = (path: string): Uint8Array =>
      zipSync({
        '[Content_Types].xml': strToU8('<Types/>'),
        '_rels/.rels': strToU8(
          `<Relationships><Relationship Type="x/officeDocument" TargetMode="External" Target="${path}"/></Relationships>`,
        ),
      });
    for (const path of ['file:///etc/passwd', '../../etc/passwd', 'http://127.0.0.1/document.xml'])
      expect(refusal(target(path))).toContain('不是 Word 文件');
  });

  it('with paths that climb out of the package is read by its proper parts only', () => {
    const bytes = zipSync({
      '../../word/document.xml': strToU8('<w:document/>'),
      'word/../word/styles.xml': strToU8('<!DOCTYPE x>'),
      '[Content_Types].xml': strToU8('<Types/>'),
      'word/document.xml': strToU8(
        '<w:document><w:body><w:p><w:r><w:t>云川市早市提升方案</w:t></w:r></w:p></w:body></w:document>',
      ),
    });
    expect(readSource('方案.docx', bytes).kind).toBe('recognised');
  });

  it('with macros or other programs is read as text', () => {
    const bytes = makeDocx(paragraph('云川市早市提升方案'), '', undefined, { 'word/vbaProject.bin': ['x', ''] });
    expect(readSource('方案.docx', bytes).kind).toBe('recognised');
  });

  it('with styles based on each other in a circle is read', () => {
    const style = (id: string, base: string) => `<w:style w:styleId="${id}"><w:basedOn w:val="${base}"/></w:style>`;
    const bytes = makeDocx(paragraph('云川市早市提升方案', '<w:pStyle w:val="a"/>'), style('a', 'b') + style('b', 'a'));
    expect(readSource('方案.docx', bytes).kind).toBe('recognised');
  });
});
