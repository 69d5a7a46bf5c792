import { describe, expect, it } from 'vitest';
import type { Block } from '../../../shared/document/block';
import { parseDocument } from '../../../shared/document/changes';
import { type GovDocument, metaSchema } from '../../../shared/document/document';
import { blockText } from '../../../shared/document/plain-text';
import { listChapters, takeOver } from '../../../shared/reuse/take-over';
import { shippedUnits } from '../../../shared/units/unit-dictionary';

const document = (id: string, children: readonly Block[]): GovDocument => ({
  schemaVersion: 1,
  id,
  meta: { genre: 'implementation-scheme' },
  parts: [{ type: 'part', id: 'main-part', kind: 'main', numbering: {}, children: [...children] }],
  setAside: [],
});
const title = (text: string): Block => ({ type: 'title', id: 'the-title', children: [{ text }] });
const chapter = (id: string, text: string): Block => ({ type: 'clause', id, level: 1, children: [{ text }] });
const paragraph = (id: string, text: string): Block => ({ type: 'paragraph', id, children: [{ text }] });

const earlier = document('earlier-1', [
  title('云川市2025年社区助餐实施方案'),
  chapter('chapter-one', '重点任务'),
  paragraph('block-one', '到2025年建成食堂90个。'),
  chapter('chapter-two', '保障措施'),
  paragraph('block-two', '市财政局安排资金200万元。'),
]);
const open = document('open-one', [title('云川市养老服务实施方案'), chapter('chapter-own', '总体要求')]);

const source = { title: '云川市2025年社区助餐实施方案', at: 1_772_700_000_000 };

describe('taking chapters of another document over', () => {
  it('gives just those chapters, with ids of their own and figures to be filled in', () => {
    expect(listChapters(earlier).map(({ name }) => name)).toEqual(['一、重点任务', '二、保障措施']);
    const { blocks } = takeOver(open, earlier, new Set(['chapter-two']), shippedUnits, source);
    expect(blocks.map(({ type }) => type)).toEqual(['clause', 'paragraph']);
    expect(blocks.map(({ id }) => id)).not.toContain('chapter-two');
    expect(blockText(blocks[0]!)).toBe('保障措施');
    expect(blocks[1]!.type === 'paragraph' && blocks[1].children.some(({ placeholder }) => placeholder)).toBe(true);
    const { parts, ...rest } = open;
    const children = [...parts[0]!.children, ...blocks];
    expect(() => parseDocument({ ...rest, parts: [{ ...parts[0]!, children }] })).not.toThrow();
  });

  it('lists what is left over of the other text behind what was listed before, each once', () => {
    const known = { kind: 'leader', text: '李某' } as const;
    const more = document('earlier-2', [
      title('西塘市人民政府关于社区助餐的意见'),
      chapter('chapter-one', '保障措施'),
      paragraph('block-one', '西塘市各部门落实《西塘市助餐办法》。'),
    ]);
    const meta = { ...open.meta, leftovers: [known] };
    const { leftovers } = takeOver({ ...open, meta }, more, new Set(['chapter-one']), shippedUnits, source);
    expect(leftovers[0]).toEqual(known);
    expect(leftovers.map(({ text }) => text)).toContain('《西塘市助餐办法》');
    const again = takeOver(
      { ...open, meta: { ...meta, leftovers: [...leftovers] } },
      more,
      new Set(['chapter-one']),
      shippedUnits,
      source,
    );
    expect(again.leftovers).toEqual(leftovers);
  });

  it('notes where each chapter comes from behind what was noted before; of very many the oldest give way', () => {
    const both = new Set(['chapter-one', 'chapter-two']);
    const { blocks, takenOver } = takeOver(open, earlier, both, shippedUnits, source);
    expect(takenOver).toEqual([
      { blockId: blocks[0]!.id, heading: '一、重点任务', ...source },
      { blockId: blocks[2]!.id, heading: '二、保障措施', ...source },
    ]);
    const before = Array.from({ length: 199 }, (_, at) => ({ ...takenOver[0]!, blockId: `chapter-${at}` }));
    const meta = { ...open.meta, takenOver: before };
    const more = takeOver({ ...open, meta }, earlier, both, shippedUnits, source).takenOver;
    expect(more).toHaveLength(200);
    expect(more[0]!.blockId).toBe('chapter-1');
    expect(metaSchema.safeParse({ ...meta, takenOver: more }).success).toBe(true);
  });
});
