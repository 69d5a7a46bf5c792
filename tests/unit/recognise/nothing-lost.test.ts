import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { documentSchema } from '../../../shared/document/document';
import { splitLines } from '../../../shared/recognise/lines/source-lines';
import { readDocx } from '../../../shared/recognise/read-docx';
import { recogniseParagraphs, recogniseText } from '../../../shared/recognise/recognise';
import { hasShared, readShared, sharedFolder, whySkipped } from '../../recognition/labels';
import { lostCharacters } from './lost-characters';
import { fixtureText } from './read-fixture';

const check = (text: string): string[] => {
  const recognition = recogniseText(text);
  documentSchema.parse(recognition.document);
  return lostCharacters(splitLines(text), recognition);
};

/** Lines of every kind recognition knows, put together at random. */
const line = fc.oneof(
  fc.constantFrom(
    '云川市早市提升方案',
    '关于印发《云川市早市提升方案》的通知',
    '云政发〔2026〕5号',
    '（云政发〔2026〕6号）',
    '各区人民政府，市直各单位：',
    '一、总体要求',
    '二、主要任务，',
    '（一）指导思想。以便民为先。',
    '(二)摸清底数',
    '1.登记摊主。逐户上门。2.核对证件。',
    '３．公示结果。',
    '(1)查执照',
    '1）查执照',
    '第一章　总则',
    '——每区三处。',
    '--每街一处',
    '专栏1 提升工程',
    '专栏二：亮化工程',
    '逐户上门（责任单位：市商务局、市财政局）',
    '责任单位：市商务局',
    '（牵头单位：市商务局；配合单位：市财政局）',
    '云川市商务局',
    '云川市人民政府　2026年5月1日',
    '2026年5月1日',
    '二〇二六年五月一日',
    '附件',
    '附件1',
    '附件：1.摊位图',
    '2.收费表',
    '附件2：收费表',
    '（此件公开发布）',
    '目录',
    '序号',
    '名称',
    '3',
    '30%',
    '备注',
    '抄送：市委办公室。',
    '云川市人民政府办公室 2026年5月2日印发',
    '扫一扫关注我们',
    '| 文号 | 云政发〔2026〕5号 |',
    '檔案全文',
    '责任单位',
    '前言',
    '',
  ),
  fc.string({ maxLength: 30 }),
  fc.string({ unit: fc.constantFrom(...'云川市一二三（）()、，。：；1２.—-《》“”附件年月日 \u3000'), maxLength: 40 }),
);

describe('nothing of a source is lost', () => {
  it('in texts put together at random', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        expect(check(lines.join('\n'))).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  it('in a number that is broken over two lines, or three', () => {
    expect(check('(\n一）')).toEqual([]);
    expect(check('（\n1\n)')).toEqual([]);
  });

  it('in a number below the list of attachments that names none', () => {
    expect(check('各区人民政府，市直各单位：\n附件：1.摊位图\n２、')).toEqual([]);
  });

  it.each(['implementation-opinion', 'notice-with-plan', 'traditional-opinion', 'hard-wrapped'])('in %s', (name) => {
    expect(check(fixtureText(`${name}.txt`))).toEqual([]);
  });

  it.skipIf(!hasShared)(hasShared ? 'in the seeds and every text of the corpus' : whySkipped, () => {
    for (const folder of ['seeds', 'corpus/text'])
      for (const name of readdirSync(resolve(sharedFolder, folder)).filter((file) => file.endsWith('.txt')))
        expect.soft(check(readShared(`${folder}/${name}`)), name).toEqual([]);
  });

  it.skipIf(!hasShared)(hasShared ? 'in the Word files of the corpus' : whySkipped, () => {
    const bare = (text: string): string => text.replace(/\s/g, '');
    for (const name of readdirSync(resolve(sharedFolder, 'corpus/docx'))) {
      const bytes = readFileSync(resolve(sharedFolder, 'corpus/docx', name));
      // Each piece of a paragraph with manual line breaks is a line of its own here, so that columns are unique.
      const source = readDocx(bytes).paragraphs.map((paragraph, at) => ({ ...paragraph, line: at + 1 }));
      expect.soft(lostCharacters(source, recogniseParagraphs(source)), name).toEqual([]);
      const read = bare(
        source.map(({ text, table }) => text + (table?.rows.flat().map((cell) => cell.text) ?? []).join('')).join(''),
      );
      const xml = strFromU8(unzipSync(bytes)['word/document.xml']!).replace(/<mc:Fallback>.*?<\/mc:Fallback>/gs, '');
      const runs = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) =>
        bare(text!.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')),
      );
      expect
        .soft(
          runs.filter((run) => !read.includes(run)),
          name,
        )
        .toEqual([]);
    }
  });
});
