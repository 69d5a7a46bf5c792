import { describe, expect, it } from 'vitest';
import { answerOutline } from '../../../shared/cli/answer-outline';
import { formatWordNumber } from '../../../shared/recognise/docx/format-number';
import { readDocx } from '../../../shared/recognise/read-docx';
import { recogniseParagraphs } from '../../../shared/recognise/recognise';
import { makeDocx, paragraph } from '../../fixtures/docx/make-docx';

const level = (at: number, format: string, text: string, rest = ''): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${rest}<w:lvlText w:val="${text}"/></w:lvl>`;
const abstract = (id: number, levels: string): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`;
const list = (id: number, of: number, overrides = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${overrides}</w:num>`;
const item = (text: string, numId: number, at = 0): string =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${numId}"/></w:numPr>`);

const official = abstract(
  1,
  level(0, 'chineseCountingThousand', '%1、') +
    level(1, 'chineseCounting', '（%2）') +
    level(2, 'decimal', '%3.') +
    level(3, 'decimal', '（%4）'),
);

const texts = (numbering: string, body: string, styles = ''): string[] =>
  readDocx(makeDocx(body, styles, undefined, { 'word/numbering.xml': ['numbering', numbering] })).paragraphs.map(
    ({ text }) => text,
  );

describe('automatic numbers of a Word file', () => {
  it('are written out in Chinese formats and restart below each higher number', () => {
    const body =
      item('总体要求', 1) +
      item('指导思想', 1, 1) +
      item('目标', 1, 1) +
      item('任务', 1) +
      item('硬化', 1, 1) +
      item('东门', 1, 2);
    expect(texts(official + list(1, 1), body)).toEqual([
      '一、总体要求',
      '（一）指导思想',
      '（二）目标',
      '二、任务',
      '（一）硬化',
      '1.东门',
    ]);
  });

  it('lists of one definition count on, an override starts again', () => {
    const numbering =
      official +
      list(1, 1) +
      list(2, 1) +
      list(3, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>');
    expect(texts(numbering, item('甲', 1) + item('乙', 2) + item('丙', 3) + item('丁', 3))).toEqual([
      '一、甲',
      '二、乙',
      '一、丙',
      '二、丁',
    ]);
  });

  it('a level can run on, and an empty paragraph counts without showing', () => {
    const runsOn = abstract(
      1,
      level(0, 'chineseCounting', '%1、') + level(1, 'decimal', '%2.', '<w:lvlRestart w:val="0"/>'),
    );
    const body = item('甲', 1) + item('东', 1, 1) + item('', 1, 1) + item('乙', 1) + item('西', 1, 1);
    expect(texts(runsOn + list(1, 1), body)).toEqual(['一、甲', '1.东', '', '二、乙', '3.西']);
  });

  it('come from the style, along what it is based on, and a paragraph can put them off', () => {
    const numbering = abstract(1, level(0, 'chineseCounting', '第%1章', '<w:pStyle w:val="H1"/>')) + list(1, 1);
    const styles =
      '<w:style w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:styleId="H1a"><w:name w:val="章"/><w:basedOn w:val="H1"/></w:style>';
    const styled = (text: string, style: string, rest = '') => paragraph(text, `<w:pStyle w:val="${style}"/>${rest}`);
    const off = '<w:numPr><w:numId w:val="0"/></w:numPr>';
    expect(texts(numbering, styled('总则', 'H1') + styled('前言', 'H1', off) + styled('附则', 'H1a'), styles)).toEqual([
      '第一章 总则',
      '前言',
      '第二章 附则',
    ]);
  });

  it('a bullet becomes a dash and is reported once', () => {
    const bullets = abstract(1, level(0, 'bullet', '●')) + list(1, 1);
    const bytes = makeDocx(item('东门', 1) + item('西门', 1), '', undefined, {
      'word/numbering.xml': ['numbering', bullets],
    });
    const { paragraphs, notRead } = readDocx(bytes);
    expect(paragraphs.map(({ text }) => text)).toEqual(['——东门', '——西门']);
    expect(notRead.map(({ message }) => message)).toEqual(['第1段起：有 2 段的项目符号读成了破折号，请核对。']);
  });

  it('a list without a definition shows no number, as in Word', () => {
    expect(texts('', item('甲', 7))).toEqual(['甲']);
  });

  it.each([
    ['chineseCounting', 21, '二十一'],
    ['ideographDigital', 20, '二〇'],
    ['chineseLegalSimplified', 105, '壹佰零伍'],
    ['ideographTraditional', 3, '丙'],
    ['ideographZodiac', 12, '亥'],
    ['decimalEnclosedCircleChinese', 3, '③'],
    ['decimalEnclosedParen', 2, '⑵'],
    ['decimalFullWidth', 12, '１２'],
    ['upperRoman', 14, 'XIV'],
    ['lowerLetter', 28, 'bb'],
    ['decimalZero', 7, '07'],
    ['none', 7, ''],
    ['cardinalText', 7, '7'],
  ])('%s: %i is %s', (format, value, shown) => {
    expect(formatWordNumber(format, value)).toBe(shown);
  });
});

describe('what Word knows of a paragraph besides its text', () => {
  const outlined = (text: string, outline: number) => paragraph(text, `<w:outlineLvl w:val="${outline}"/>`);
  const kinds = (body: string) =>
    recogniseParagraphs(readDocx(makeDocx(body)).paragraphs).document.parts[0]!.children.map((block) =>
      block.type === 'clause' ? `${block.level}${block.numbered === false ? ' unnumbered' : ''}` : block.type,
    );

  it('an outline level makes a heading of a short paragraph without a number, on the level that numbered ones show', () => {
    const body = `${paragraph('云川市早市提升方案')}${outlined('一、任务', 1)}${paragraph('逐步推进各项工作。')}${outlined('便民服务', 2)}${paragraph('就近设点，方便群众。')}`;
    expect(kinds(body)).toEqual(['title', '1', 'paragraph', '2 unnumbered', 'paragraph']);
  });

  it('such a heading is answered with an empty number, a preface is not', () => {
    const body = `${paragraph('云川市早市提升方案')}${paragraph('前言')}${paragraph('早市关系民生。')}${outlined('总体要求', 0)}${paragraph('以便民为先。')}`;
    const { headings } = answerOutline('早市.docx', recogniseParagraphs(readDocx(makeDocx(body)).paragraphs));
    expect(headings.map(({ level, number, text }) => [level, number, text])).toEqual([[1, '', '总体要求']]);
  });

  it('a whole sentence with an outline level stays a paragraph', () => {
    expect(kinds(`${paragraph('云川市早市提升方案')}${outlined('各区要高度重视。', 1)}`)).toEqual([
      'title',
      'paragraph',
    ]);
  });

  it('a centred line above the text is its title where no wording shows one', () => {
    const centred = paragraph('早市的新面貌', '<w:jc w:val="center"/>');
    expect(
      kinds(
        `${paragraph('内部材料')}${centred}${paragraph('全市早市焕然一新，群众买菜更加方便，摊主收入也有所增加，各方反映良好。')}`,
      ),
    ).toContain('title');
  });

  it('entries of a table of contents are set aside', () => {
    const styles = '<w:style w:styleId="T1"><w:name w:val="toc 1"/></w:style>';
    const body = `${paragraph('云川市早市提升方案')}${paragraph('一、任务 1', '<w:pStyle w:val="T1"/>')}${paragraph('一、任务')}${paragraph('逐步推进各项工作。')}`;
    const { document } = recogniseParagraphs(readDocx(makeDocx(body, styles)).paragraphs);
    expect(document.setAside).toEqual([{ line: 2, text: '一、任务 1' }]);
  });
});

describe('changes, comments and margins', () => {
  const body =
    '<w:p><w:r><w:t>市商务局</w:t></w:r><w:ins><w:r><w:t>会同市城管局</w:t></w:r></w:ins><w:del><w:r><w:delText>单独</w:delText></w:r></w:del><w:r><w:t>负责</w:t></w:r><w:r><w:commentReference w:id="3"/></w:r></w:p>' +
    `${paragraph('前一段，', '<w:rPr><w:ins/></w:rPr>')}${paragraph('后一段。')}`;
  const parts = {
    'word/comments.xml': ['comments', `<w:comment w:id="3" w:author="李明">${paragraph('再商量')}</w:comment>`],
    'word/header1.xml': ['hdr', paragraph('征求意见稿')],
    'word/footer1.xml': ['ftr', paragraph('— 3 —')],
  } as const;
  const bytes = makeDocx(body, '', undefined, parts);
  const read = (revisions: 'accepted' | 'rejected') => readDocx(bytes, revisions).paragraphs.map(({ text }) => text);

  it('are read as accepted, or as rejected', () => {
    expect(read('accepted')).toEqual(['市商务局会同市城管局负责', '前一段，', '后一段。']);
    expect(read('rejected')).toEqual(['市商务局单独负责', '前一段，后一段。']);
  });

  it('are listed: how many paragraphs have changes, each comment with its words, a header that is no page number', () => {
    const { notRead, aside, paragraphs, changes } = readDocx(bytes);
    expect(notRead.map(({ message }) => message)).toEqual([
      '第1段起：有 2 段带修订标记，已按全部接受修订读入，请核对。',
    ]);
    expect(changes).toBe(3);
    expect(aside).toEqual([{ line: 1, text: '页眉：征求意见稿' }]);
    expect(paragraphs[0]?.marks).toEqual([{ at: 12, kind: 'comment', by: '李明', text: '再商量' }]);
  });
});
