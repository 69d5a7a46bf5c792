import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeFileAtomically } from '../../../electron/files/atomic-write';
import { onMounted } from '../../helpers/mounted-folder';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nigao-write-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const bytes = new TextEncoder().encode('云川市人民政府');
const fileError = (words: string) =>
  expect.objectContaining({ name: 'AppError', code: 'file', message: expect.stringContaining(words) });

describe('writing a file for the person', () => {
  it('writes a new one, and replaces an old one whole', async () => {
    const path = join(folder, '实施意见.docx');
    await writeFileAtomically(path, bytes);
    expect(readFileSync(path)).toEqual(Buffer.from(bytes));
    await writeFileAtomically(path, bytes.subarray(0, 3));
    expect(readFileSync(path, 'utf8')).toBe('云');
    expect(readdirSync(folder)).toEqual(['实施意见.docx']);
  });

  it('says so when the folder is gone', async () => {
    await expect(writeFileAtomically(join(folder, 'gone', 'a.docx'), bytes)).rejects.toThrow(fileError('文件夹不存在'));
  });

  it('says so when a folder has that name, and leaves nothing behind', async () => {
    mkdirSync(join(folder, 'a.docx'));
    await expect(writeFileAtomically(join(folder, 'a.docx'), bytes)).rejects.toThrow(fileError('同名的文件夹'));
    expect(readdirSync(folder)).toEqual(['a.docx']);
  });

  it('says so when the name is too long for the disk', async () => {
    await expect(writeFileAtomically(join(folder, `${'长'.repeat(120)}.docx`), bytes)).rejects.toThrow(
      fileError('太长'),
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([['.~lock.实施意见.docx#'], ['~$实施意见.docx'], ['~$意见.docx']])(
    'does not replace a file that an office program has open (%s)',
    async (mark) => {
      const path = join(folder, '实施意见.docx');
      writeFileSync(path, 'old');
      writeFileSync(join(folder, mark), '');
      await expect(writeFileAtomically(path, bytes)).rejects.toThrow(fileError('其他程序中打开'));
      expect(readFileSync(path, 'utf8')).toBe('old');
    },
  );

  it('says so when the disk is full, and leaves the old file and nothing else', async ({ skip }) => {
    await onMounted(folder, 'size=64k', skip, async () => {
      const path = join(folder, 'a.docx');
      writeFileSync(path, 'old');
      await expect(writeFileAtomically(path, new Uint8Array(200_000))).rejects.toThrow(fileError('磁盘已满'));
      expect(readdirSync(folder)).toEqual(['a.docx']);
      expect(readFileSync(path, 'utf8')).toBe('old');
    });
  });

  it('says so when the disk is read-only', async ({ skip }) => {
    await onMounted(folder, 'size=64k,ro', skip, async () => {
      await expect(writeFileAtomically(join(folder, 'a.docx'), bytes)).rejects.toThrow(fileError('只读'));
    });
  });

  it('says so when the folder may not be written', async ({ skip }) => {
    if (process.platform === 'win32' || process.getuid?.() === 0)
      return skip('permissions do not bind root or Windows');
    chmodSync(folder, 0o500);
    await expect(writeFileAtomically(join(folder, 'a.docx'), bytes)).rejects.toThrow(fileError('权限'));
    chmodSync(folder, 0o700);
  });
});
