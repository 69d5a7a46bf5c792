import { describe, expect, it } from 'vitest';
import { documentFacts } from '../../../renderer/app/outline/document-facts';
import { formatCount, formatDay } from '../../../renderer/app/ui/format';
import { stepZoom } from '../../../renderer/screens/editor/zoom';
import { block, documentOf, opinion, part } from './build-document';

describe('what the window says', () => {
  it('names days as people do', () => {
    const now = new Date(2026, 2, 5, 9, 0).getTime();
    expect(formatDay(new Date(2026, 2, 5, 8, 3).getTime(), now)).toBe('今天 08:03');
    expect(formatDay(new Date(2026, 2, 4, 23, 59).getTime(), now)).toBe('昨天 23:59');
    expect(formatDay(new Date(2026, 1, 1).getTime(), now)).toBe('2月1日');
    expect(formatDay(new Date(2025, 10, 18).getTime(), now)).toBe('2025年11月18日');
    expect(formatCount(14880)).toBe('14,880');
  });

  it('counts the main text without attachments, and what is still to be written', () => {
    const opened = documentOf(
      part('main', [
        block('title-', 'title', '关于 计量工作的意见'),
        {
          type: 'paragraph',
          id: 'open--',
          children: [{ text: '落实' }, { text: '上级文件', placeholder: { key: 'basis', kind: 'superior' } }],
        },
      ]),
      part('attachment', [block('table-', 'title', '指标表')]),
    );
    expect(documentFacts(opened)).toEqual({
      title: '关于 计量工作的意见',
      characters: 15,
      placeholders: 1,
      frozen: false,
    });
    expect(documentFacts(opinion()).title).toBe('云川市人民政府关于推进计量工作的实施意见');
  });

  it('steps through the sizes of the paper and stops at the ends', () => {
    expect([stepZoom(100, 1), stepZoom(100, -1), stepZoom(300, 1), stepZoom(50, -1)]).toEqual([110, 90, 300, 50]);
  });
});
