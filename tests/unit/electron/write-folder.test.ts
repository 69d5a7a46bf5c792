import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeFolderAtomically } from '../../../electron/files/write-folder';

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'nigao-folder-'));
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

const bytes = (text: string) => new TextEncoder().encode(text);
const files = new Map([
  ['意见.docx', bytes('word')],
  ['清单.json', bytes('{}')],
]);

test('a folder is there with all its files and nothing else', async () => {
  const path = await writeFolderAtomically(parent, '意见 出稿', files);
  expect(path).toBe(join(parent, '意见 出稿'));
  expect(readdirSync(path).sort()).toEqual([...files.keys()].sort());
  expect(readFileSync(join(path, '意见.docx'), 'utf8')).toBe('word');
  expect(readdirSync(parent)).toEqual(['意见 出稿']);
});

test('what is there already is never replaced: the new folder gets a number', async () => {
  mkdirSync(join(parent, '意见 出稿'));
  expect(await writeFolderAtomically(parent, '意见 出稿', files)).toBe(join(parent, '意见 出稿（2）'));
  expect(await writeFolderAtomically(parent, '意见 出稿', files)).toBe(join(parent, '意见 出稿（3）'));
  expect(readdirSync(join(parent, '意见 出稿'))).toEqual([]);
});

test('a file that cannot be written leaves nothing behind, and the sentence says where', async () => {
  const impossible = new Map([...files, ['不在/这里.pdf', bytes('pdf')]]);
  await expect(writeFolderAtomically(parent, '意见 出稿', impossible)).rejects.toThrow(
    `无法写入“${join(parent, '意见 出稿')}”`,
  );
  expect(readdirSync(parent)).toEqual([]);
  await expect(writeFolderAtomically(join(parent, 'gone'), '意见', files)).rejects.toThrow('文件夹不存在');
});
