import * as fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../shared/document/block';
import type { GovDocument } from '../../../shared/document/document';
import { blockText } from '../../../shared/document/plain-text';
import type { TextLeaf } from '../../../shared/document/text';
import { buildDocx } from '../../../shared/export/docx/build-docx';
import { standardOptions } from '../../../shared/export/export-options';
import { readDocx } from '../../../shared/recognise/read-docx';
import { recogniseDocx } from '../../../shared/recognise/recognise-docx';
import { makeDocx } from '../../fixtures/docx/make-docx';
import { type BlockDraft, h, makeDocument, p, part, title } from '../../fixtures/export/make-document';

const run = (text: string, looks = ''): string => `<w:r>${looks && `<w:rPr>${looks}</w:rPr>`}<w:t>${text}</w:t></w:r>`;
const bold = (text: string): string => run(text, '<w:b/>');
const kai = (text: string): string => run(text, '<w:rFonts w:eastAsia="楷体_GB2312"/>');
const line = (content: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;

const head = line(run('云川市早市提升方案')) + line(run('一、任务'));
const read = (bytes: Uint8Array): GovDocument => recogniseDocx(readDocx(bytes)).recognition.document;
const blocksOf = (bytes: Uint8Array): readonly Block[] => read(bytes).parts.flatMap(({ children }) => children);
const blocks = (body: string, styles = ''): readonly Block[] => blocksOf(makeDocx(head + body, styles)).slice(2);
const leaves = (body: string, styles = ''): unknown => blocks(body, styles)[0]?.children;

describe('bold in a Word file', () => {
  it('is kept on words in running text, in one piece where Word has parted them', () => {
    expect(leaves(line(run('摊位') + bold('必须') + bold('编号') + run('，不得转租。')))).toEqual([
      { text: '摊位' },
      { text: '必须编号', bold: true },
      { text: '，不得转租。' },
    ]);
    expect(leaves(line(run('摊位') + bold('每月') + run(' ') + bold('检查') + run('一次。')))).toEqual([
      { text: '摊位' },
      { text: '每月 检查', bold: true },
      { text: '一次。' },
    ]);
  });

  it('of a character style counts, and where a run takes it back it does not', () => {
    const styles = '<w:style w:type="character" w:styleId="a1"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>';
    const strong = run('必须', '<w:rStyle w:val="a1"/>');
    const taken = run('编号', '<w:rStyle w:val="a1"/><w:b w:val="0"/>');
    expect(leaves(line(run('摊位') + strong + taken + run('，不得转租。')), styles)).toEqual([
      { text: '摊位' },
      { text: '必须', bold: true },
      { text: '编号，不得转租。' },
    ]);
  });

  it('of a whole paragraph, or of its style, marks nothing', () => {
    expect(leaves(line(bold('摊位必须编号，不得转租。')))).toEqual([{ text: '摊位必须编号，不得转租。' }]);
    const styles = '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="b"/><w:rPr><w:b/></w:rPr></w:style>';
    const styled = line(run('摊位') + bold('必须') + run('编号。'), '<w:pStyle w:val="b"/>');
    expect(leaves(styled, styles)).toEqual([{ text: '摊位必须编号。' }]);
  });

  it('of a heading is the heading’s, run in or alone', () => {
    const [runIn, alone] = blocks(
      line(bold('（一）改造摊位。') + run('摊位') + bold('必须') + run('编号。')) + line(bold('（二）统一管理')),
    );
    expect(runIn?.children).toEqual([{ text: '改造摊位。摊位' }, { text: '必须', bold: true }, { text: '编号。' }]);
    expect(alone?.children).toEqual([{ text: '统一管理' }]);
  });

  it('of a unit note at the end of a paragraph is that of its kind', () => {
    const [text, note] = blocks(line(run('摊位') + bold('必须') + run('编号。') + bold('（责任单位：市商务局）')));
    expect(text?.children).toHaveLength(3);
    expect(note).toMatchObject({ type: 'responsibility', children: [{ text: '（责任单位：市商务局）' }] });
  });

  it('stays beside a footnote, and over a line break within a run', () => {
    const note = '<w:r><w:footnoteReference w:id="2"/></w:r>';
    const footnotes = '<w:footnote w:id="2"><w:p><w:r><w:t>含早夜市。</w:t></w:r></w:p></w:footnote>';
    const body = head + line(run('摊位') + bold('必须') + note + run('编号，不得转租。'));
    const bytes = makeDocx(body, '', undefined, { 'word/footnotes.xml': ['footnotes', footnotes] });
    expect(blocksOf(bytes)[2]?.children).toMatchObject([
      { text: '摊位' },
      { text: '必须', bold: true },
      { footnote: { text: '含早夜市。' } },
      { text: '编号，不得转租。' },
    ]);
    const broken = '<w:r><w:rPr><w:b/></w:rPr><w:t>必须编号。</w:t><w:br/><w:t>不得</w:t></w:r>';
    expect(blocks(line(run('全市摊位') + broken + run('转租他人。'))).map(({ children }) => children)).toEqual([
      [{ text: '全市摊位' }, { text: '必须编号。', bold: true }],
      [{ text: '不得', bold: true }, { text: '转租他人。' }],
    ]);
  });

  it('of words in a table cell is kept, of a whole cell or a head row not', () => {
    const cell = (content: string): string => `<w:tc>${line(content)}</w:tc>`;
    const rows =
      `<w:tr><w:trPr><w:tblHeader/></w:trPr>${cell(bold('摊') + run('位'))}${cell(bold('要求'))}</w:tr>` +
      `<w:tr>${cell(bold('早市'))}${cell(run('必须') + bold('编号'))}</w:tr>`;
    const [table] = blocks(`<w:tbl>${rows}</w:tbl>`);
    const cells = table?.type === 'table' ? table.children.flatMap((row) => row.children) : [];
    expect(cells.map(({ children }) => children)).toEqual([
      [{ text: '摊位' }],
      [{ text: '要求' }],
      [{ text: '早市' }],
      [{ text: '必须' }, { text: '编号', bold: true }],
    ]);
  });
});

describe('a first sentence in a face of its own', () => {
  const clause = { type: 'clause', level: 2, numbered: false, runIn: true };

  it('is a run-in heading without a number where two paragraphs have one', () => {
    const found = blocks(
      line(kai('改造摊位。') + run('全市摊位分批改造，统一编号。')) +
        line(bold('统一管理') + run('。各区县按月检查，公布结果。')),
    );
    expect(found).toMatchObject([clause, clause]);
    expect(found.map(({ children }) => children)).toEqual([
      [{ text: '改造摊位。全市摊位分批改造，统一编号。' }],
      [{ text: '统一管理。各区县按月检查，公布结果。' }],
    ]);
  });

  it('alone in a document, counting points, or looking like words further on, is none', () => {
    const once = line(kai('改造摊位。') + run('全市摊位分批改造，统一编号。'));
    expect(blocks(once)).toMatchObject([{ type: 'paragraph' }]);
    const counted = ['一是改造摊位。', '二是统一管理。'].map((words) => line(kai(words) + run('各区县按月检查。')));
    expect(blocks(counted.join(''))).toMatchObject([{ type: 'paragraph' }, { type: 'paragraph' }]);
    const mixed = line(bold('改造摊位。') + run('全市摊位分批改造，') + bold('统一') + run('编号。'));
    expect(blocks(mixed + mixed)).toMatchObject([{ type: 'paragraph' }, { type: 'paragraph' }]);
  });
});

const options = { ...standardOptions, format: 'plain' as const };
const written = async (...drafts: readonly BlockDraft[]): Promise<Uint8Array> =>
  (await buildDocx(makeDocument([part('main', drafts)]), options)).bytes;
const prompt = (text: string, key: string): TextLeaf => ({ text, placeholder: { key, kind: 'text' } });
const paragraphOf = (...children: TextLeaf[]): BlockDraft => ({ type: 'paragraph', children });

describe('prompts and bold words of our own exports', () => {
  it('come back whatever the words between them are', async () => {
    const words = ['市财政局', '、', '2026年', '应当', '（试行）', '。'];
    const leaf = fc.record({
      text: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }).map((found) => found.join('')),
      look: fc.constantFrom('plain', 'bold', 'prompt'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(leaf, { minLength: 1, maxLength: 6 }), async (made) => {
        const children = made.map(
          ({ text, look }, at): TextLeaf =>
            look === 'prompt'
              ? prompt(`填写${at}`, `key${at}`)
              : { text: `甲${text}乙`, ...(look === 'bold' && { bold: true as const }) },
        );
        const [, block] = blocksOf(
          await written(title('云川市早市提升方案'), paragraphOf({ text: '各区县' }, ...children)),
        );
        const joined = ({ text, ...marks }: TextLeaf): string => JSON.stringify(marks) + text;
        const merge = (all: readonly TextLeaf[]): string[] =>
          all.flatMap(({ text, ...marks }) => [...text].map((character) => joined({ text: character, ...marks })));
        expect(merge((block as { children: TextLeaf[] }).children)).toEqual(merge([{ text: '各区县' }, ...children]));
      }),
      { numRuns: 60, seed: 20261122 },
    );
  });

  it('the same words may stand for different things, in a title, a heading and a cell too', async () => {
    const drafts: BlockDraft[] = [
      {
        type: 'title',
        children: [prompt('某某市', 'city'), { text: '关于' }, prompt('事项', 'subject'), { text: '的意见' }],
      },
      { ...h(1, ''), children: [prompt('事项', 'subject')] } as BlockDraft,
      paragraphOf({ text: '由' }, prompt('单位', 'lead'), { text: '每月会同' }, prompt('单位', 'support'), {
        text: '巡查全市的早市摊位。',
      }),
      {
        type: 'table',
        children: [{ type: 'row', children: [{ type: 'cell', children: [{ text: '按' }, prompt('单位', 'lead')] }] }],
      },
    ];
    const document = makeDocument([part('main', drafts)]);
    const { bytes } = await buildDocx(document, options);
    expect(read(bytes).parts[0]?.children).toEqual(document.parts[0]!.children);
  });

  it('a prompt that a person has written over in Word is text', async () => {
    const bytes = await written(
      paragraphOf({ text: '由' }, prompt('牵头单位', 'lead'), { text: '负责落实。' }),
      p('各区县配合。'),
    );
    const files = unzipSync(bytes);
    const xml = strFromU8(files['word/document.xml']!).replace('<w:t>牵头单位</w:t>', '<w:t>市商务局</w:t>');
    const changed = zipSync({ ...files, 'word/document.xml': strToU8(xml) });
    expect(blocksOf(changed)[0]?.children).toEqual([{ text: '由市商务局负责落实。' }]);
  });

  it('a document without prompts says nothing of them', async () => {
    expect(Object.keys(unzipSync(await written(p('各区县配合。'))))).not.toContain('docProps/custom.xml');
  });

  it('a run-in heading with nothing behind it yet stays one', async () => {
    const [block] = blocksOf(await written(h(2, '改造摊位。'), p('各区县配合。')));
    expect(block).toMatchObject({ type: 'clause', runIn: true });
    expect(blockText(block!)).toBe('改造摊位。');
  });
});
