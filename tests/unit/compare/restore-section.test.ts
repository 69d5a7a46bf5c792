import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparedText } from '../../../shared/compare/compared-text';
import { listSections, restoreSection } from '../../../shared/compare/restore-section';
import type { Block } from '../../../shared/document/block';
import { parseDocument } from '../../../shared/document/changes';
import type { GovDocument, Part } from '../../../shared/document/document';
import { blockText } from '../../../shared/document/plain-text';
import { arbitraryDocument } from '../../helpers/arbitrary-document';

const text = (type: 'title' | 'paragraph' | 'signature', id: string, words: string): Block => ({
  type,
  id,
  children: [{ text: words }],
});
const heading = (id: string, words: string, level: 1 | 2 = 1): Block => ({
  type: 'clause',
  id,
  level,
  children: [{ text: words }],
});
const body = (id: string, words: string) => text('paragraph', id, words);
const main = (children: Block[], more: Part[] = []): GovDocument => ({
  schemaVersion: 1,
  id: 'document',
  meta: { genre: 'action-plan' },
  parts: [{ type: 'part', id: 'main-part', kind: 'main', numbering: {}, children }, ...more],
  setAside: [],
});
const attachment = (id: string, ...children: Block[]): Part => ({
  type: 'part',
  id,
  kind: 'attachment',
  numbering: {},
  children,
});

const title = text('title', 'the-title', '云川市夜市管理方案');
const goals = [heading('chapter-1', '工作目标'), body('goal-one', '建成夜市6处。')];
const tasks = [
  heading('chapter-2', '重点任务'),
  heading('section-1', '规范经营', 2),
  body('task-one', '划定经营区。'),
  heading('section-2', '整治环境', 2),
  body('task-two', '定时清扫。'),
];
const end = text('signature', 'signature', '云川市城市管理局');
const annex = attachment('annex-1', text('title', 'annex-title', '点位表'), body('annex-row', '东关街。'));
const earlier = main([title, ...goals, ...tasks, end], [annex]);

const words = ({ parts }: Pick<GovDocument, 'parts'>) => parts.flatMap(({ children }) => children.map(blockText));
const restored = (now: GovDocument, id: string, from = earlier): GovDocument =>
  parseDocument({ ...now, parts: restoreSection(now, from, id).parts });

describe('one section of an earlier state', () => {
  it('is listed with its number, and whether it is otherwise now or gone', () => {
    const now = main([title, goals[0]!, body('goal-one', '建成夜市8处。'), ...tasks.slice(0, 3), end]);
    expect(listSections(now, earlier)).toEqual([
      { id: '开头', level: 1, name: '开头', state: 'same' },
      { id: 'chapter-1', level: 1, name: '一、工作目标', state: 'changed' },
      { id: 'chapter-2', level: 1, name: '二、重点任务', state: 'changed' },
      { id: 'section-1', level: 2, name: '（一）规范经营', state: 'same' },
      { id: 'section-2', level: 2, name: '（二）整治环境', state: 'gone' },
      { id: 'annex-1', level: 1, name: '附件 点位表', state: 'gone' },
    ]);
  });

  it('comes back as it was, and the others stay as they are', () => {
    const now = main([
      title,
      goals[0]!,
      body('goal-one', '建成夜市8处。'),
      body('goal-new', '新增就业。'),
      heading('chapter-2', '主要任务'),
      ...tasks.slice(1),
      end,
    ]);
    expect(words(restored(now, 'chapter-1'))).toEqual([
      '云川市夜市管理方案',
      '工作目标',
      '建成夜市6处。',
      '主要任务',
      ...words(main(tasks.slice(1))),
      '云川市城市管理局',
    ]);
  });

  it('that is gone comes back where it stood: a chapter, a section, an attachment', () => {
    const now = main([title, ...tasks.slice(0, 3), body('task-new', '设置标牌。'), end]);
    expect(words(restored(now, 'chapter-1'))).toEqual([
      '云川市夜市管理方案',
      '工作目标',
      '建成夜市6处。',
      ...words(now).slice(1),
    ]);
    const section = words(restored(now, 'section-2'));
    expect(section.slice(-4)).toEqual(['设置标牌。', '整治环境', '定时清扫。', '云川市城市管理局']);
    expect(restored(now, 'annex-1').parts.at(-1)).toEqual(annex);
    expect(words(restored(main([body('only-one', '另写。'), end]), 'chapter-2'))).toEqual([
      '另写。',
      ...words(main(tasks)),
      '云川市城市管理局',
    ]);
  });

  it('takes back what moved out of it unchanged, and leaves a copy where it was reworded there', () => {
    const moved = main([title, ...goals, tasks[2]!, ...tasks.slice(0, 2), ...tasks.slice(3), end]);
    expect(words(restored(moved, 'chapter-2'))).toEqual(words(main([title, ...goals, ...tasks, end])));
    const reworded = main([
      title,
      ...goals,
      body('task-one', '划定经营区12个。'),
      ...tasks.slice(0, 2),
      ...tasks.slice(3),
      end,
    ]);
    const both = words(restored(reworded, 'section-1'));
    expect(both).toContain('划定经营区12个。');
    expect(both).toContain('划定经营区。');
  });

  it('sends back what moved into it, with its present words', () => {
    const moved = main([
      title,
      goals[0]!,
      ...tasks.slice(0, 3),
      body('goal-one', '建成夜市8处。'),
      ...tasks.slice(3),
      end,
    ]);
    expect(words(restored(moved, 'section-1'))).toEqual([
      '云川市夜市管理方案',
      '工作目标',
      '建成夜市8处。',
      ...words(main(tasks)),
      '云川市城市管理局',
    ]);
  });

  it('pasted under another id is known by its heading', () => {
    const pasted = main([title, heading('chapter-9', '工作目标'), body('goal-nine', '建成夜市9处。'), ...tasks, end]);
    expect(words(restored(pasted, 'chapter-1'))).toEqual(words(main([title, ...goals, ...tasks, end])));
  });

  it('of any two states is whole afterwards, and nothing else has gone', () => {
    const changes = fc.array(
      fc.record({ at: fc.nat(60), to: fc.nat(60), how: fc.constantFrom('move', 'drop', 'reword') }),
      {
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(arbitraryDocument, changes, fc.nat(40), (document, edits, choice) => {
        const parts = document.parts.map((part) => ({ ...part, children: [...part.children] }));
        const children = parts.find(({ kind }) => kind === 'main')!.children;
        for (const { at, to, how } of edits) {
          const index = at % children.length;
          const block = children[index]!;
          if (how === 'reword' && block.type !== 'table')
            children[index] = { ...block, children: [{ text: `改${to}` }] };
          if (how === 'drop' && children.length > 1) children.splice(index, 1);
          if (how === 'move') children.splice(to % children.length, 0, ...children.splice(index, 1));
        }
        const now = { ...document, parts };
        const sections = listSections(now, document);
        const { id } = sections[choice % sections.length]!;
        const { parts: after, blocks } = restoreSection(now, document, id);
        const result = parseDocument({ ...now, parts: after });
        const all = result.parts.flatMap((part) => part.children);
        const at = all.findIndex((block) => block.id === blocks[0]!.id);
        expect(all.slice(at, at + blocks.length).map(comparedText)).toEqual(blocks.map(comparedText));
        expect(listSections(result, document).find((section) => section.id === id)?.state).not.toBe('gone');
        // Every other block is still there, with its words.
        const texts = new Set(all.map((block) => `${block.id} ${comparedText(block)}`));
        const own = new Set(blocks.map((block) => block.id));
        for (const block of now.parts.flatMap((part) => part.children))
          if (!own.has(block.id)) expect(texts).toContain(`${block.id} ${comparedText(block)}`);
      }),
      { numRuns: 500 },
    );
  });
});
