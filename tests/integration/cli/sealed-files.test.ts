import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seal } from '../../../electron/files/seal';
import { outlineAnswerSchema } from '../../../shared/cli/answers';
import { packNigaoFile } from '../../../shared/file/nigao-file';
import { packSealedFile } from '../../../shared/file/sealed-file';
import { everyBlock, everyBlockPictures } from '../../helpers/every-block';
import { answers, buildCommand, type Ran } from './build-command';

const password = '云川市2026年';
let command = '';
let folder = '';
beforeAll(async () => {
  command = await buildCommand();
  folder = await mkdtemp(join(tmpdir(), 'nigao-sealed-'));
  const bytes = packNigaoFile(everyBlock, everyBlockPictures);
  await writeFile(join(folder, 'open.nigao'), bytes);
  await writeFile(join(folder, 'sealed.nigao'), packSealedFile(await seal(bytes, password)));
  await writeFile(join(folder, 'password.txt'), `${password}\r\n第二行不算\r\n`);
  await writeFile(join(folder, 'other.txt'), '云川市2025年');
  await writeFile(join(folder, 'empty.txt'), '\n');
}, 60_000);
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await rm(dirname(command), { recursive: true, force: true });
});

/** Runs the command with a password in the environment, or on standard input. */
const nigao = async (args: readonly string[], given: { variable?: string; input?: string } = {}): Promise<Ran> => {
  const env = { ...process.env, NIGAO_PASSWORD: given.variable ?? '' };
  const child = spawn(process.execPath, [command, ...args], { cwd: folder, env });
  child.stdin.end(given.input ?? '');
  const ended = new Promise<number>((done) => child.once('exit', (code) => done(code ?? -1)));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await ended, stdout, stderr };
};

describe('a .nigao file with a password, on the command line', () => {
  it.each([
    ['a file', ['--password-file', 'password.txt'], {}],
    ['standard input', ['--password-file', '-'], { input: `${password}\n` }],
    ['the environment', [], { variable: password }],
    ['a file before the environment', ['--password-file', 'password.txt'], { variable: 'another one' }],
  ])('is read with the password from %s', async (_, options, given) => {
    const { code, stdout, stderr } = await nigao(
      ['outline', 'sealed.nigao', 'open.nigao', '--json', ...options],
      given,
    );
    expect([code, stderr]).toEqual([0, '']);
    const [sealed, open] = answers(stdout).map((answer) => outlineAnswerSchema.parse(answer));
    expect({ ...sealed, file: '' }).toEqual({ ...open, file: '' });
  });

  it('is checked and exported the same way', async () => {
    expect((await nigao(['check', 'sealed.nigao', '--json', '--password-file', 'password.txt'])).code).toBeLessThan(2);
    const { code } = await nigao(['export', 'sealed.nigao', '-o', 'out.docx'], { variable: password });
    expect(code).toBe(0);
    expect((await readFile(join(folder, 'out.docx'))).subarray(0, 2).toString()).toBe('PK');
  });

  it('is told with 3 when no password or another one is given, and the other files are done', async () => {
    const none = await nigao(['outline', 'sealed.nigao', 'open.nigao', '--json']);
    expect([none.code, answers(none.stdout)]).toMatchObject([3, [{ file: 'open.nigao' }]]);
    expect(none.stderr).toContain('sealed.nigao：这份文稿设有密码。请用 --password-file');
    const wrong = await nigao(['outline', 'sealed.nigao', 'open.nigao', '--json', '--password-file', 'other.txt']);
    expect([wrong.code, answers(wrong.stdout)]).toMatchObject([3, [{ file: 'open.nigao' }]]);
    expect(wrong.stderr).toContain('sealed.nigao：密码不对');
    expect(wrong.stderr + wrong.stdout).not.toContain('2025年');
  });

  it.each([
    ['gone.txt', '读不出来'],
    ['empty.txt', '第一行没有密码'],
    ['-', '标准输入的第一行没有密码'],
  ])('says with 3 what is wrong with the password file %s', async (file, words) => {
    const { code, stdout, stderr } = await nigao(['outline', 'open.nigao', '--password-file', file]);
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toContain(words);
  });

  it('takes no password as an argument, where everybody on the machine could read it', async () => {
    const { code, stderr } = await nigao(['outline', 'sealed.nigao', '--password', password]);
    expect(code).toBe(2);
    expect(stderr).toContain('--password 不认识');
    expect((await nigao(['templates', '--password-file', 'password.txt'])).code).toBe(2);
  });
});
