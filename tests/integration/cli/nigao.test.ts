import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identifyPicture } from '../../../electron/files/picture-files';
import {
  checkAnswerSchema,
  exportAnswerSchema,
  newAnswerSchema,
  outlineAnswerSchema,
  templateAnswerSchema,
} from '../../../shared/cli/answers';
import { unpackNigaoFile } from '../../../shared/file/nigao-file';
import { makeDocx, paragraph } from '../../fixtures/docx/make-docx';
import { answers, buildCommand, runCommand } from './build-command';

const fixtures = resolve(import.meta.dirname, '../../fixtures/cli');
const sharedFolder = resolve(process.env.NIGAO_SHARED ?? resolve(import.meta.dirname, '../../../../shared'));
let command = '';
let folder = '';

const nigao = (...args: string[]) => runCommand(command, args, folder);
const documentXml = async (path: string) =>
  strFromU8(unzipSync(await readFile(join(folder, path)))['word/document.xml']!);

beforeAll(async () => {
  command = await buildCommand();
  folder = await mkdtemp(join(tmpdir(), 'nigao-files-'));
  await cp(fixtures, folder, { recursive: true });
  await writeFile(join(folder, 'broken.docx'), makeDocx(paragraph('云川市')).subarray(0, 200));
  await writeFile(
    join(folder, 'table.docx'),
    makeDocx(
      `${paragraph('云川市推进标准化工作实施方案')}${paragraph('一、工作目标')}${paragraph('到2028年，制定标准12项。')}`,
    ),
  );
}, 60_000);

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await rm(dirname(command), { recursive: true, force: true });
});

describe('nigao outline', () => {
  it('answers one JSON object a line in the order of the files', async () => {
    const { code, stdout, stderr } = await nigao('outline', 'plan.txt', 'table.docx', 'no-safeguards.txt', '--json');
    const found = answers(stdout).map((answer) => outlineAnswerSchema.parse(answer));
    expect(found.map(({ file }) => file)).toEqual(['plan.txt', 'table.docx', 'no-safeguards.txt']);
    expect(found[1]).toMatchObject({
      title: '云川市推进标准化工作实施方案',
      headings: [{ line: 2, text: '工作目标' }],
    });
    expect([code, stderr]).toEqual([0, '']);
  });

  it('does the others when a file cannot be read, and says which and why on stderr', async () => {
    const { code, stdout, stderr } = await nigao('outline', 'none.txt', 'broken.docx', '.', 'plan.txt', '--json');
    expect(answers(stdout)).toHaveLength(1);
    expect(code).toBe(3);
    expect(stderr.trim().split('\n')).toEqual([
      expect.stringContaining('none.txt：找不到这个文件'),
      expect.stringContaining('broken.docx：Word 文件不完整或已损坏'),
      expect.stringContaining('.：这是文件夹'),
    ]);
  });

  it('reports in Chinese without --json', async () => {
    const { stdout } = await nigao('outline', 'plan.txt');
    expect(stdout).toContain('文种：行动计划');
    expect(stdout).toContain('（一）指导思想');
  });
});

describe('nigao check', () => {
  it('ends with 1 when something must be changed and with 0 when not', async () => {
    const missing = await nigao('check', 'no-safeguards.txt', '--json');
    const [answer] = answers(missing.stdout).map((value) => checkAnswerSchema.parse(value));
    expect(answer?.findings.filter(({ severity }) => severity === 'must').map(({ message }) => message)).toEqual([
      expect.stringContaining('缺少“保障措施”'),
    ]);
    expect(missing.code).toBe(1);
    expect((await nigao('check', 'plan.txt')).code).toBe(0);
  });

  it('reports in Chinese without --json', async () => {
    const { stdout } = await nigao('check', 'no-safeguards.txt');
    expect(stdout).toMatch(/必改 1，建议 \d+，提示 \d+/);
    expect(stdout).toContain('必改 全文：缺少“保障措施”');
  });
});

describe('a rule left out', () => {
  it('says nothing', async () => {
    const { code, stdout } = await nigao('check', 'no-safeguards.txt', '--off', 'completeness/safeguards-missing');
    expect(code).toBe(0);
    expect(stdout).not.toContain('缺少“保障措施”');
  });
});

describe('findings as Word comments, and rule packs', () => {
  it('writes a copy of the draft with a comment beside each paragraph that has a finding', async () => {
    await writeFile(
      join(folder, '批注.txt'),
      '云川市推进标准化工作实施方案\n一、工作目标\n到2028年，制定标准12项，其它标准逐步修订。\n二、工作任务\n编制标准体系表。\n',
    );
    const { stdout } = await nigao('check', '批注.txt', '--comments', '批注稿.docx', '--json');
    const { findings } = checkAnswerSchema.parse(answers(stdout)[0]);
    const files = unzipSync(await readFile(join(folder, '批注稿.docx')));
    const comments = strFromU8(files['word/comments1.xml']!);
    expect(comments.match(/<w:comment /g)).toHaveLength(findings.length);
    const id = /<w:comment w:id="(\d+)"(?:(?!<\/w:comment>).)*应写作“其他”/.exec(comments)?.[1];
    const paragraphs = (await documentXml('批注稿.docx')).split('<w:p>');
    expect(paragraphs.find((one) => one.includes(`<w:commentReference w:id="${id}"/>`))).toContain('逐步修订');
  });

  it('heeds a pack of rules, and refuses a bad one in a sentence', async () => {
    const pack = { format: 'nigao-rule-pack', version: 1, name: '用语', terms: [{ avoid: '体系表', use: '体系框架' }] };
    await writeFile(join(folder, 'pack.json'), JSON.stringify(pack));
    await writeFile(join(folder, 'bad.json'), JSON.stringify({ ...pack, terms: [{ avoid: '体系表' }] }));
    const { stdout } = await nigao('check', '批注.txt', '--rules', 'pack.json', '--json');
    const { findings } = checkAnswerSchema.parse(answers(stdout)[0]);
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'bureau/terms', source: { tier: 'bureau', clause: '用语' } }),
    );
    const refused = await nigao('check', '批注.txt', '--rules', 'bad.json');
    expect(refused.code).toBe(3);
    expect(refused.stderr).toContain('用语第1条');
  });
});

describe('nigao export', () => {
  it('writes a Word file with the text of the document', async () => {
    const { code, stdout } = await nigao('export', 'plan.txt', '-o', 'out.docx', '--json');
    expect(exportAnswerSchema.parse(answers(stdout)[0])).toMatchObject({ file: 'plan.txt', output: 'out.docx' });
    expect(code).toBe(0);
    expect(await documentXml('out.docx')).toContain('每年选树5家标准领跑企业。');
  });

  it('writes a file in which the same parts, headings and title are found again', async () => {
    await nigao('export', 'plan.txt', '-o', 'again.docx');
    const { stdout } = await nigao('outline', 'plan.txt', 'again.docx', '--json');
    const [first, again] = answers(stdout).map((answer) => outlineAnswerSchema.parse(answer));
    const shape = ({ title, parts, headings }: NonNullable<typeof first>) => ({
      title,
      parts: parts.map((part) => [part.kind, part.title]),
      headings: headings.map(({ line, ...heading }) => heading),
    });
    expect(shape(again!)).toEqual(shape(first!));
  });

  it('writes many files into a folder that it makes, each under its own name', async () => {
    const { code } = await nigao(
      'export',
      'plan.txt',
      'no-safeguards.txt',
      '-o',
      'all/word',
      '--profile',
      'compensated',
    );
    expect(code).toBe(0);
    expect((await readdir(join(folder, 'all/word'))).sort()).toEqual(['no-safeguards.docx', 'plan.docx']);
  });

  it('does not let two files of one name overwrite each other', async () => {
    await mkdir(join(folder, 'other'), { recursive: true });
    await cp(join(folder, 'no-safeguards.txt'), join(folder, 'other/plan.txt'));
    const { code, stderr } = await nigao('export', 'plan.txt', 'other/plan.txt', '-o', 'same');
    expect(code).toBe(3);
    expect(stderr).toContain('同名');
    expect(await documentXml('same/plan.docx')).toContain('标准领跑企业');
  });

  it('takes form fields and the red head', async () => {
    const { code, stderr } = await nigao(
      ...['export', 'no-safeguards.txt', '-o', 'red.docx', '--red-head'],
      ...['--meta', 'documentNumber=云政发〔2026〕6号', '--meta', 'issuingOrgan=云川市人民政府'],
    );
    expect([code, stderr]).toEqual([0, '']);
    expect((await documentXml('red.docx')).replace(/<[^>]+>/g, '')).toContain('云政发〔2026〕6号');
  });

  it('says so when the target cannot be written', async () => {
    const { code, stderr } = await nigao('export', 'plan.txt', '-o', 'no/such/folder/out.docx');
    expect(code).toBe(3);
    expect(stderr).toMatch(/plan\.txt：.+。/);
  });
});

describe('nigao new and templates', () => {
  it('lists templates, makes a draft from one, and reads it back', async () => {
    const listed = answers((await nigao('templates', '--json')).stdout).map((answer) =>
      templateAnswerSchema.parse(answer),
    );
    expect(listed).toContainEqual({ id: 'implementation-opinion', genre: 'implementation-opinion', name: '实施意见' });
    const made = await nigao(
      ...['new', '--template', 'implementation-opinion', '--set', 'city=云川市'],
      '-o',
      'a.nigao',
      '--json',
    );
    expect(newAnswerSchema.parse(answers(made.stdout)[0]).placeholders).toBeGreaterThan(10);
    expect(unpackNigaoFile(await readFile(join(folder, 'a.nigao')), identifyPicture).document.template?.id).toBe(
      'implementation-opinion',
    );
    const outline = await nigao('outline', 'a.nigao', '--json');
    expect(outlineAnswerSchema.parse(answers(outline.stdout)[0]).signatures).toEqual(['云川市人民政府']);
    // What is still to be filled in must be.
    expect((await nigao('check', 'a.nigao')).code).toBe(1);
    expect((await nigao('export', 'a.nigao', '-o', 'a.docx')).code).toBe(0);
  });
});

describe('wrong use', () => {
  it.each([
    [[], '没有写命令'],
    [['print', 'plan.txt'], '没有“print”这个命令'],
    [['outline'], '没有写文件'],
    [['outline', 'plan.txt', '--fast'], '--fast'],
    [['check', 'plan.txt', '-o', 'x'], 'check 没有选项 -o'],
    [['check', 'plan.txt', '--off', 'form/poem'], '没有“form/poem”这条规则'],
    [['check', 'plan.txt', '--off', 'form/date-impossible'], '条例的要求，不能关闭'],
    [['export', 'plan.txt'], '用 -o 写明'],
    [['export', 'plan.txt', 'no-safeguards.txt', '-o', 'x.docx'], '要写文件夹'],
    [['export', 'plan.txt', '-o', 'x.docx', '--profile', 'wide'], 'standard 或 compensated'],
    [['export', 'plan.txt', '-o', 'x.docx', '--meta', 'colour=red'], '“colour”不合要求'],
    [['new', '--template', 'poem', '-o', 'x.nigao'], '没有模板“poem”'],
    [['new', '--template', 'implementation-opinion', '--set', 'town=云川', '-o', 'x.nigao'], '没有字段“town”'],
  ])('%j ends with 2 and says what is wrong', async (args, sentence) => {
    const { code, stdout, stderr } = await nigao(...args);
    expect(stderr).toContain(sentence);
    expect([code, stdout]).toEqual([2, '']);
  });

  it('--help is no error', async () => {
    const { code, stdout } = await nigao('--help');
    expect(code).toBe(0);
    expect(stdout).toContain('nigao outline');
  });
});

describe('real documents', async () => {
  const seeds = (await readdir(join(sharedFolder, 'seeds')).catch(() => [])).filter((name) => name.endsWith('.txt'));
  const skip = seeds.length === 0;

  it.skipIf(skip)(
    `all five seeds go through outline, check and export${skip ? ' (skipped: no ../shared)' : ''}`,
    async () => {
      const files = seeds.map((name) => join(sharedFolder, 'seeds', name));
      const outlines = await nigao('outline', ...files, '--json');
      expect(answers(outlines.stdout).map((answer) => outlineAnswerSchema.parse(answer).title)).not.toContain(null);
      const checks = await nigao('check', ...files, '--json');
      expect(answers(checks.stdout).map((answer) => checkAnswerSchema.parse(answer).functions.safeguards)).toEqual([
        'present',
        'present',
        'present',
        'missing',
        'present',
      ]);
      expect(checks.code).toBe(1);
      expect((await nigao('export', ...files, '-o', 'seeds')).code).toBe(0);
      expect(await readdir(join(folder, 'seeds'))).toHaveLength(5);
    },
  );
});
