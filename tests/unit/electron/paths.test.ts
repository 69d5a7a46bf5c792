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
    expect(Array.from(safeFileName('𠮷'.repeat(200)))).toHaveLength(80);
  });
});
