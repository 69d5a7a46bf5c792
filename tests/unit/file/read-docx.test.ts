import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/ipc/app-error';
import { readDocx } from '../../../shared/recognise/read-docx';
import { recogniseParagraphs } from '../../../shared/recognise/recognise';
import { makeDocx, paragraph } from '../../fixtures/docx/make-docx';

const read = (body: string, styles?: string) =>
  readDocx(makeDocx(body, styles)).paragraphs.map(({ line, text }) => [line, text]);

const cell = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;

const refusal = (bytes: Uint8Array): string => {
  try {
    readDocx(bytes);
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    return (error as AppError).message;
  }
  throw new Error('was read');
};

describe('reading a Word file', () => {
  it('gives the paragraphs of the body in order with the names of their styles', () => {
    const body = paragraph('云川市质量提升方案', '<w:pStyle w:val="a3"/>') + paragraph('') + paragraph('一、工作目标');
    const styles = '<w:style w:styleId="a3"><w:name w:val="Title"/></w:style>';
    expect(readDocx(makeDocx(body, styles)).paragraphs).toEqual([
      { line: 1, text: '云川市质量提升方案', style: 'Title' },
      { line: 2, text: '' },
      { line: 3, text: '一、工作目标' },
    ]);
  });

  it('keeps tabs and spaces, decodes entities, drops page breaks, and reads a line behind a manual break apart', () => {
    const body =
      '<w:p><w:r><w:t xml:space="preserve">电机 </w:t><w:tab/><w:t>A&amp;B&#20113;&#x5DDD;</w:t><w:br/><w:t>下一行</w:t><w:br w:type="page"/></w:r></w:p>';
    expect(read(body)).toEqual([
      [1, '电机 \tA&B云川'],
      [1, '下一行'],
    ]);
  });

  it('takes insertions as accepted and drops deletions, also of a paragraph mark', () => {
    const body =
      '<w:p><w:r><w:t>市财政局</w:t></w:r><w:ins><w:r><w:t>会同市审计局</w:t></w:r></w:ins><w:del><w:r><w:delText>负责</w:delText></w:r></w:del></w:p>' +
      `${paragraph('前一段，', '<w:rPr><w:del/></w:rPr>')}${paragraph('接在一起。')}`;
    expect(read(body)).toEqual([
      [1, '市财政局会同市审计局'],
      [2, '前一段，接在一起。'],
    ]);
  });

  it('reads the result of a field and not its code', () => {
    const body =
      '<w:p><w:r><w:t>见第</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGEREF a </w:instrText></w:r><w:r><w:t>旧</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>页</w:t></w:r></w:p>';
    expect(read(body)).toEqual([[1, '见第3页']]);
  });

  it('drops hidden text', () => {
    expect(read('<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>批注</w:t></w:r><w:r><w:t>正文</w:t></w:r></w:p>')).toEqual([
      [1, '正文'],
    ]);
  });

  it('reads a text box once, behind the paragraph that holds it', () => {
    const box = `<w:txbxContent>${paragraph('专栏1 计量工程')}</w:txbxContent>`;
    const body = `<w:p><w:r><w:t>前文</w:t></w:r><w:r><mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r></w:p>${paragraph('后文')}`;
    expect(read(body)).toEqual([
      [1, '前文'],
      [2, '专栏1 计量工程'],
      [3, '后文'],
    ]);
  });

  it('reads tables with spans and counts the paragraphs of their cells', () => {
    const rows = [
      cell(paragraph('指标'), '<w:gridSpan w:val="2"/>') + cell(paragraph('单位')),
      cell(paragraph('合格率'), '<w:vMerge w:val="restart"/>') +
        cell(paragraph('产品') + paragraph('抽检')) +
        cell(paragraph('%')),
      cell(paragraph(''), '<w:vMerge/>') + cell(paragraph('工程')) + cell(paragraph('%')),
    ];
    const body = `${paragraph('附表')}<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>${paragraph('注')}`;
    expect(readDocx(makeDocx(body)).paragraphs).toEqual([
      { line: 1, text: '附表' },
      {
        line: 2,
        text: '',
        table: {
          rows: [
            [{ text: '指标', colSpan: 2 }, { text: '单位' }],
            [{ text: '合格率', rowSpan: 2 }, { text: '产品\n抽检' }, { text: '%' }],
            [{ text: '工程' }, { text: '%' }],
          ],
        },
      },
      { line: 11, text: '注' },
    ]);
  });

  it('leaves out rows deleted in revision', () => {
    const row = (text: string, properties = '') => `<w:tr>${properties}${cell(paragraph(text))}</w:tr>`;
    const body = `<w:tbl>${row('甲')}${row('乙', '<w:trPr><w:del/></w:trPr>')}</w:tbl>${paragraph('注')}`;
    const [table, note] = readDocx(makeDocx(body)).paragraphs;
    expect(table?.table?.rows).toEqual([[{ text: '甲' }]]);
    expect(note).toEqual({ line: 3, text: '注' });
  });

  it('names a picture that the file does not hold where it stands', () => {
    const body = `${paragraph('总则')}<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>`;
    expect(readDocx(makeDocx(body)).paragraphs[1]).toEqual({ line: 2, text: '', picture: { lost: '图片' } });
  });

  it('refuses other files, cut-off files and document type declarations with a sentence', () => {
    expect(refusal(strToU8('云川市'))).toContain('不是 Word 文件');
    expect(refusal(zipSync({ 'xl/workbook.xml': strToU8('<x/>') }))).toContain('不是 Word 文件');
    const whole = makeDocx(paragraph('云川市'));
    for (let length = 4; length < whole.length; length += 53)
      expect(refusal(whole.subarray(0, length))).toContain('不完整或已损坏');
    const entity = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///secret">]>';
    expect(refusal(makeDocx(paragraph('&x;'), '', entity))).toContain('不完整或已损坏');
  });
});

describe('a frame around a 专栏', () => {
  const frame = (content: string) => `<w:tbl><w:tr>${cell(content)}</w:tr></w:tbl>`;

  it('is no table: what stands in it is the box, what follows is not', () => {
    const body = `${paragraph('云川市早市提升方案')}${paragraph('一、任务')}${frame(`${paragraph('专栏1 摊位改造')}${paragraph('分批改造全市摊位。')}`)}${paragraph('改造后统一编号。')}`;
    const { document } = recogniseParagraphs(readDocx(makeDocx(body)).paragraphs);
    expect(
      document.parts[0]?.children.map((block) => [block.type, 'boxId' in block && block.boxId !== undefined]),
    ).toEqual([
      ['title', false],
      ['clause', false],
      ['boxTitle', true],
      ['paragraph', true],
      ['paragraph', false],
    ]);
  });

  it('around anything else is a table', () => {
    expect(readDocx(makeDocx(frame(paragraph('摊位改造')))).paragraphs[0]?.table?.rows).toEqual([
      [{ text: '摊位改造' }],
    ]);
  });
});

it('a title with several issuers, one a line, is read whole', () => {
  const lines = ['云川市商务局、', '云川市财政局', '关于提升早市的意见'];
  const body = `${lines.map((line) => paragraph(line)).join('')}${paragraph('一、任务')}`;
  const { document } = recogniseParagraphs(readDocx(makeDocx(body)).paragraphs);
  expect(document.parts[0]?.children[0]?.children).toEqual([{ text: lines.join('') }]);
});
