import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../../electron/files/read-source';
import type { GovDocument } from '../../../shared/document/document';
import { blockText } from '../../../shared/document/plain-text';
import type { Revisions } from '../../../shared/recognise/docx/docx-report';
import { readDocx } from '../../../shared/recognise/read-docx';
import { makeDocx, paragraph } from '../../fixtures/docx/make-docx';

const run = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (...content: readonly string[]): string => `<w:p>${content.join('')}</w:p>`;
const ins = (text: string, by = '王芳'): string => `<w:ins w:author="${by}">${run(text)}</w:ins>`;
const del = (text: string, by = '王芳'): string =>
  `<w:del w:author="${by}"><w:r><w:delText>${text}</w:delText></w:r></w:del>`;

type Parts = Parameters<typeof makeDocx>[3];
const open = (body: string, parts: Parts = {}, revisions: Revisions = 'accepted') => {
  const source = readSource('来稿.docx', makeDocx(body, '', undefined, parts), revisions);
  if (source.kind !== 'recognised') throw new Error('not a foreign file');
  return source;
};
const texts = ({ parts }: GovDocument): string[] => parts.flatMap(({ children }) => children.map(blockText));

const head = paragraph('云川市早市提升方案') + paragraph('一、摸清底数');

describe('tracked changes', () => {
  const body = `${head}${p(run('市商务局'), ins('会同'), ins('市城管局'), del('单独'), run('逐户登记。'))}`;

  it('read as accepted or as rejected, and are counted', () => {
    expect(texts(open(body).recognition.document)[2]).toBe('市商务局会同市城管局逐户登记。');
    expect(texts(open(body, {}, 'rejected').recognition.document)[2]).toBe('市商务局单独逐户登记。');
    expect(open(body).changes).toBe(3);
  });

  it('to be looked at are listed where they stand, what stands together as one, with their author', () => {
    const { recognition, review } = open(body, {}, 'review');
    const block = recognition.document.parts[0]!.children[2]!;
    expect(blockText(block)).toBe('市商务局会同市城管局逐户登记。');
    expect(review.filter(({ kind }) => kind !== 'guess')).toEqual([
      {
        kind: 'added',
        line: 3,
        blockId: block.id,
        text: '会同市城管局',
        by: '王芳',
        source: '市商务局会同市城管局逐户登记。',
        behind: { at: 4, text: '市商务局' },
      },
      {
        kind: 'removed',
        line: 3,
        blockId: block.id,
        text: '单独',
        by: '王芳',
        source: '市商务局会同市城管局逐户登记。',
        behind: { at: 10, text: '市商务局会同市城管局' },
      },
    ]);
  });

  it('of one author next to those of another are two', () => {
    const { review } = open(
      `${head}${p(run('由'), ins('市商务局'), ins('牵头', '李明'), run('办理。'))}`,
      {},
      'review',
    );
    expect(review.filter(({ kind }) => kind === 'added').map(({ by, text }) => [by, text])).toEqual([
      ['王芳', '市商务局'],
      ['李明', '牵头'],
    ]);
  });

  it('that take a paragraph away stand beside the one that followed it, as the paragraph they were', () => {
    const gone = (text: string): string =>
      `<w:p><w:pPr><w:rPr><w:del w:author="王芳"/></w:rPr></w:pPr><w:del w:author="王芳"><w:r><w:delText>${text.slice(0, 2)}</w:delText></w:r><w:r><w:delText>${text.slice(2)}</w:delText></w:r></w:del></w:p>`;
    const { recognition, review } = open(
      `${head}${gone('（一）腾退旧棚。')}${gone('限期一个月。')}${p(run('逐户登记。'))}${gone('另行通报。')}`,
      {},
      'review',
    );
    const following = recognition.document.parts[0]!.children.find((block) => blockText(block) === '逐户登记。')!;
    expect(
      review.filter(({ kind }) => kind === 'removed').map(({ text, blockId, paragraph }) => [text, blockId, paragraph]),
    ).toEqual([
      ['（一）腾退旧棚。', following.id, 'before'],
      ['限期一个月。', following.id, 'before'],
      ['另行通报。', following.id, 'behind'],
    ]);
  });

  it('take whole rows away; to be looked at, their words are set aside', () => {
    const row = (text: string, properties = ''): string =>
      `<w:tr>${properties}<w:tc>${paragraph(text)}</w:tc><w:tc>${paragraph('5处')}</w:tc></w:tr>`;
    const table = `<w:tbl>${row('摊位')}${row('公厕', '<w:trPr><w:del/></w:trPr>')}</w:tbl>`;
    const { document } = open(head + table, {}, 'review').recognition;
    expect(document.setAside).toEqual([{ line: 6, text: '修订中删去的表格行：公厕 5处' }]);
  });
});

describe('comments', () => {
  const comments = (...all: readonly string[]): Parts => ({
    'word/comments.xml': [
      'comments',
      all
        .map((text, id) => `<w:comment w:id="${id}" w:author="李明">${paragraph(text)}${paragraph('请核')}</w:comment>`)
        .join(''),
    ],
  });
  const reference = (id: number): string => `<w:r><w:commentReference w:id="${id}"/></w:r>`;

  it('are kept with the block they are on, in a table with the table', () => {
    const table = `<w:tbl><w:tr><w:tc>${p(run('摊位'), reference(1))}</w:tc><w:tc>${paragraph('5处')}</w:tc></w:tr></w:tbl>`;
    const { review, recognition } = open(
      `${head}${p(run('逐户登记。'), reference(0))}${table}`,
      comments('口径不清', '数字不对'),
    );
    const blocks = recognition.document.parts[0]!.children;
    expect(review.map(({ kind, blockId, text, by }) => [kind, blockId, text, by])).toEqual([
      ['comment', blocks[2]!.id, '口径不清\n请核', '李明'],
      ['comment', blocks[3]!.id, '数字不对\n请核', '李明'],
    ]);
  });

  it('on nothing are set aside', () => {
    const { document } = open(`${head}${p(run('逐户登记。'))}`, comments('写得好')).recognition;
    expect(document.setAside).toEqual([{ line: 1, text: '批注：李明：写得好\n请核' }]);
  });
});

describe('what is not in the flow of text', () => {
  it('a content control gives its text, in a line, around paragraphs and around cells', () => {
    const sdt = (content: string): string =>
      `<w:sdt><w:sdtPr><w:alias w:val="单位"/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const table = `<w:tbl><w:tr>${sdt(`<w:tc>${paragraph('摊位')}</w:tc>`)}<w:tc>${sdt(paragraph('5处'))}</w:tc></w:tr></w:tbl>`;
    const { paragraphs } = readDocx(
      makeDocx(p(run('由'), sdt(run('市商务局')), run('办理')) + sdt(paragraph('一、任务')) + table),
    );
    expect(paragraphs.map(({ text }) => text)).toEqual(['由市商务局办理', '一、任务', '']);
    expect(paragraphs[2]?.table?.rows).toEqual([[{ text: '摊位' }, { text: '5处' }]]);
  });

  it('a drop-down of an older form gives the chosen entry', () => {
    const list =
      '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="一般"/><w:listEntry w:val="紧急"/></w:ddList></w:ffData>';
    const field = `<w:r><w:fldChar w:fldCharType="begin">${list}</w:fldChar></w:r><w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    expect(readDocx(makeDocx(p(run('程度：'), field))).paragraphs[0]?.text).toBe('程度：紧急');
  });

  it('a field inside the code of another is no text, one inside a result is', () => {
    const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const field = (code: string, result: string): string =>
      mark('begin') + code + mark('separate') + result + mark('end');
    const code = `<w:r><w:instrText> IF </w:instrText></w:r>${field('', run('甲'))}`;
    expect(readDocx(makeDocx(p(field(code, run('见') + field('', run('附件')) + run('。'))))).paragraphs[0]?.text).toBe(
      '见附件。',
    );
  });

  it('a reading above the words is set aside with them, the sentence stays as it reads', () => {
    const ruby = `<w:r><w:ruby><w:rubyPr/><w:rt>${run('lù')}</w:rt><w:rubyBase>${run('甪')}</w:rubyBase></w:ruby></w:r>`;
    const { document } = open(`${head}${p(run('在'), ruby, run('里镇试点。'))}`).recognition;
    expect(texts(document)).toContain('在甪里镇试点。');
    expect(document.setAside).toEqual([{ line: 3, text: '注音：甪（lù）' }]);
  });

  it('headers, footers, hidden text and signs drawn from a field code are set aside with their words', () => {
    const parts: Parts = {
      'word/header1.xml': ['hdr', paragraph('征求意见稿')],
      'word/header2.xml': ['hdr', paragraph('征求意见稿')],
      'word/footer1.xml': ['ftr', paragraph('— 1 —') + paragraph('内部资料')],
    };
    const circle =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> eq \\o\\ac(○,11)</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
    const { document } = open(
      `${head}${p(run('逐户登记。'), run('初稿备忘', '<w:vanish/>'), circle)}`,
      parts,
    ).recognition;
    expect(document.setAside.map(({ text }) => text)).toEqual([
      '页脚：内部资料',
      '页眉：征求意见稿',
      '隐藏文字：初稿备忘',
      '域代码：eq \\o\\ac(○,11)',
    ]);
  });

  it('words in a cell that a merged one covers come behind its own', () => {
    const cell = (text: string, merge: string): string =>
      `<w:tc><w:tcPr><w:vMerge${merge}/></w:tcPr>${paragraph(text)}</w:tc>`;
    const body = `<w:tbl><w:tr>${cell('摊位', ' w:val="restart"')}</w:tr><w:tr>${cell('固定', '')}</w:tr></w:tbl>`;
    expect(readDocx(makeDocx(body)).paragraphs[0]?.table?.rows[0]).toEqual([{ text: '摊位\n固定', rowSpan: 2 }]);
  });

  it('a red head of text boxes gives number and issuing organ', () => {
    const box = (text: string): string =>
      `<w:r><w:pict><w:txbxContent>${paragraph(text)}</w:txbxContent></w:pict></w:r>`;
    const body = `${p(box('云川市人民政府文件'), box('云政发〔2026〕5号'))}${paragraph('云川市人民政府关于提升早市的意见')}${paragraph('各区人民政府：')}${paragraph('一、摸清底数')}`;
    const { meta } = open(body).recognition.document;
    expect([meta.issuingOrgan, meta.documentNumber]).toEqual(['云川市人民政府', '云政发〔2026〕5号']);
  });
});

it('text that only its style hides is hidden, unless a run says otherwise', () => {
  const hidden = (kind: string, id: string) =>
    `<w:style w:type="${kind}" w:styleId="${id}"><w:name w:val="${id}"/><w:rPr><w:vanish/></w:rPr></w:style>`;
  const words = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
  const body =
    `<w:p>${words('摊位')}${words('备注', '<w:rStyle w:val="c"/>')}${words('编号', '<w:rStyle w:val="c"/><w:vanish w:val="0"/>')}</w:p>` +
    `<w:p><w:pPr><w:pStyle w:val="p"/></w:pPr>${words('内部说明')}</w:p>`;
  const { paragraphs, aside } = readDocx(makeDocx(body, hidden('character', 'c') + hidden('paragraph', 'p')));
  expect(paragraphs.map(({ text }) => text)).toEqual(['摊位编号', '']);
  expect(aside.map(({ text }) => text)).toEqual(['隐藏文字：备注', '隐藏文字：内部说明']);
});

describe('nothing of a Word file is lost', () => {
  const word = fc.string({
    unit: fc.constantFrom(...'云川市早摊位登记公示办理单位逐户上门，。'),
    minLength: 1,
    maxLength: 12,
  });
  const hidden = word.map((text) => run(text, '<w:vanish/>'));
  const piece = fc.oneof(
    { weight: 5, arbitrary: word.map((text) => run(text)) },
    word.map((text) => ins(text)),
    hidden,
    word.map((text) => `<w:sdt><w:sdtContent>${run(text)}</w:sdtContent></w:sdt>`),
    word.map((text) => `<w:hyperlink>${run(text)}</w:hyperlink>`),
    word.map((text) => `<w:fldSimple w:instr="REF a">${run(text)}</w:fldSimple>`),
    word.map((text) => `<w:r><w:pict><w:txbxContent>${paragraph(text)}</w:txbxContent></w:pict></w:r>`),
  );
  const block = fc.oneof(
    { weight: 4, arbitrary: fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => p(...pieces)) },
    fc
      .array(fc.array(word, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 4 })
      .map(
        (rows) =>
          `<w:tbl>${rows.map((row) => `<w:tr>${row.map((text) => `<w:tc>${paragraph(text)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`,
      ),
    fc
      .constantFrom('一、任务', '（一）登记', '1.公示。', '云川市人民政府', '附件：1.摊位表')
      .map((text) => paragraph(text)),
  );
  const letters = (text: string): string[] => [...text.replace(/[^\u4e00-\u9fff]/g, '')].sort();

  it('whatever its paragraphs are made of', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 8 }), (blocks) => {
        const body = blocks.join('');
        const written = [...body.matchAll(/<w:t(?: [^>]*)?>([^<]*)</g)].map(([, text]) => text!).join('');
        const { document } = open(head + body).recognition;
        const cells = document.parts.flatMap(({ children }) =>
          children.flatMap((one) => (one.type === 'table' ? [one.caption ?? ''] : [])),
        );
        const kept = [
          ...texts(document),
          ...cells,
          ...document.setAside.map(({ text }) => text),
          JSON.stringify(document.meta),
        ].join('');
        const rest = letters(kept);
        const lost = letters(written).filter((letter) => {
          const at = rest.indexOf(letter);
          if (at >= 0) rest.splice(at, 1);
          return at < 0;
        });
        // Numbers that are computed now are written by nobody.
        expect(lost.filter((letter) => !'一二三附件'.includes(letter))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
