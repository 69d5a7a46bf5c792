import { describe, expect, it } from 'vitest';
import { safeFileName } from '../../../electron/files/paths';

describe('a title as a file name', () => {
  it.each([
    ['云川市关于发展社区食堂的实施意见', '云川市关于发展社区食堂的实施意见'],
    ['关于“一老一小”工作/方案（2026—2028年）', '关于“一老一小”工作 方案（2026—2028年）'],
    ['第一行\n第二行:*?', '第一行 第二行'],
    ['..\\..\\secret', '.. .. secret'],
    ['意见...', '意见'],
    [' \t ', '未命名文稿'],
  ])('%j becomes %j', (title, name) => {
    expect(safeFileName(title)).toBe(name);
  });

  it('is cut between characters, not inside one', () => {
    expect(safeFileName('𠮷'.repeat(200))).toBe('𠮷'.repeat(59));
    expect(safeFileName('a'.repeat(200))).toHaveLength(80);
  });

  it.each(['', '.docx', '贯彻落实对照表.docx', ' 出稿2026年11月30日'])(
    'of 80 Chinese characters fits with %j, a number and a lock mark into the 255 bytes of a name',
    (suffix) => {
      const name = safeFileName('云川市市场监督管理局'.repeat(12), suffix);
      expect(name.endsWith(suffix)).toBe(true);
      expect(name).not.toContain('\ufffd');
      expect(Buffer.byteLength(`.~lock.${name}（12）#`)).toBeLessThanOrEqual(255);
      expect(Array.from(name).length).toBeGreaterThan(70);
    },
  );

  it.each(['CON', 'nul', 'Com1', 'lpt9', 'COM²', 'aux.草稿', 'CONIN$', 'PRN...'])(
    '%j, which Windows keeps for a device, gets a mark',
    (title) => {
      expect(safeFileName(title, '.docx')).toBe(`_${title.replace(/\.+$/, '')}.docx`);
    },
  );

  it.each(['CONTROL', 'COM', 'LPT10', 'nul文稿', 'COM1方案'])('%j is no device', (title) => {
    expect(safeFileName(title, '.docx')).toBe(`${title}.docx`);
  });
});
