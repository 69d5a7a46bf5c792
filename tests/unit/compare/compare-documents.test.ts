import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDocuments } from '../../../shared/compare/compare-documents';
import { comparedText } from '../../../shared/compare/compared-text';
import { type ComparedBlock, kindOf } from '../../../shared/compare/comparison';
import type { GovDocument } from '../../../shared/document/document';
import { blockText } from '../../../shared/document/plain-text';
import { recogniseText } from '../../../shared/recognise/recognise';
import { arbitraryDocument } from '../../helpers/arbitrary-document';

const draft = [
  '云川市人民政府关于推进社区养老服务的实施意见',
  '各区人民政府，市政府各部门：',
  '为推进社区养老服务，现提出如下意见。',
  '一、总体要求',
  '（一）指导思想。贯彻养老服务促进条例，坚持政府引导、社会参与，让老年人在家门口得到照料。',
  '（二）主要目标。到2030年，建成养老站点120个，服务满意率达到98%。',
  '二、重点任务',
  '（三）完善设施。新建小区同步配套养老用房。（责任单位：市民政局、市住房城乡建设局）',
  '（四）培育队伍。2026年底前培训护理员3000人。（责任单位：市人力资源社会保障局）',
  '（五）发展助餐。每个街道办好一处老年食堂。（责任单位：市民政局）',
  '三、保障措施',
  '（六）加强领导。建立联席会议制度，按季度调度。',
  '（七）落实资金。所需经费列入市级预算。',
  '云川市人民政府',
  '2026年3月18日',
];

const read = (lines: readonly string[]): GovDocument => recogniseText(lines.join('\n')).document;
const with_ = (change: (lines: string[]) => void): GovDocument => {
  const lines = [...draft];
  change(lines);
  return read(lines);
};
/** Another document altogether to the eye of a program: no id in common. */
const compare = (after: GovDocument) => compareDocuments(read(draft), after);
const kinds = (blocks: readonly ComparedBlock[]) =>
  blocks.map((block) => `${kindOf(block)} ${block.after?.place ?? block.before?.place}`);
const remarks = (blocks: readonly ComparedBlock[]) => blocks.flatMap((block) => block.remarks);
const textOf = (block: ComparedBlock, side: 'removed' | 'added') =>
  block.segments
    .filter(({ kind }) => kind === 'same' || kind === side)
    .map(({ text }) => text)
    .join('');

describe('comparing two states of a document', () => {
  it('finds nothing between a document and its copy read again', () => {
    expect(compare(read(draft))).toEqual({ blocks: [], remarks: [] });
  });

  it('says which target, deadline and unit changed, in the words of a plan', () => {
    const after = with_((lines) => {
      lines[5] = lines[5]!.replace('98%', '95%');
      lines[7] = lines[7]!.replace('市民政局、', '市民政局、市财政局、');
      lines[8] = lines[8]!.replace('2026年底前', '2027年底前');
    });
    const { blocks } = compare(after);
    expect(remarks(blocks)).toEqual(['目标：98%→95%', '责任单位增加市财政局', '时限：2026年底→2027年底']);
    expect(blocks.every((block) => kindOf(block) === 'changed')).toBe(true);
  });

  it('sees words beside the text: a footnote at its sign, the caption of a table', () => {
    const stands = (note: string, caption: string): GovDocument => {
      const document = read(draft);
      const part = document.parts[0]!;
      const [title, ...rest] = part.children;
      const noted = { text: '\u2001', footnote: { id: 'note-1', text: note } };
      const children = [
        title!,
        { type: 'paragraph' as const, id: 'noted-1', children: [{ text: '据统计' }, noted, { text: '。' }] },
        {
          type: 'table' as const,
          id: 'table-1',
          caption,
          children: [{ type: 'row' as const, children: [{ type: 'cell' as const, children: [{ text: '站点' }] }] }],
        },
        ...rest,
      ];
      return { ...document, parts: [{ ...part, children }] };
    };
    const { blocks } = compareDocuments(stands('2025年数', '站点表'), stands('2026年数', '养老站点表'));
    expect(blocks.map((block) => [textOf(block, 'removed'), textOf(block, 'added')])).toEqual([
      ['据统计［注：2025年数］。', '据统计［注：2026年数］。'],
      ['站点表\n站点', '养老站点表\n站点'],
    ]);
  });

  it('marks words, not characters: a number changes as a whole', () => {
    const after = with_((lines) => {
      lines[8] = lines[8]!.replace('3000人', '3500人');
    });
    expect(compare(after).blocks[0]!.segments.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'removed', text: '3000人' },
      { kind: 'added', text: '3500人' },
    ]);
  });

  it('a chapter put elsewhere is one move with what moved along, and what follows is only renumbered', () => {
    const after = with_((lines) => {
      const moved = lines.splice(10, 3);
      lines.splice(6, 0, ...moved);
      // As the program numbers them.
      const labels = ['二、', '（三）', '（四）', '三、', '（五）', '（六）', '（七）'];
      for (const [at, label] of labels.entries()) lines[6 + at] = lines[6 + at]!.replace(/^.*?[、）]/, label);
    });
    const { blocks } = compare(after);
    const moved = blocks.filter((block) => kindOf(block) === 'moved');
    expect(moved).toHaveLength(1);
    expect(moved[0]!.movedAlong).toBe(2);
    expect(moved[0]).toMatchObject({ before: { label: '三、' }, after: { label: '二、' } });
    expect(blocks.filter((block) => !['moved', 'renumbered'].includes(kindOf(block)))).toEqual([]);
  });

  it('a safeguard that is gone is named, and stands behind what stood before it', () => {
    const after = with_((lines) => {
      lines.splice(12, 1);
    });
    const { blocks } = compare(after);
    expect(kinds(blocks)).toEqual(['removed 三（七）']);
    expect(remarks(blocks)).toEqual(['删去一项保障措施']);
    expect(blocks[0]!.chapter).toBe('三、保障措施');
  });

  it('a whole function that is gone or newly written is said of the document', () => {
    const after = with_((lines) => {
      lines.splice(10, 3);
    });
    expect(compare(after).remarks).toEqual(['“保障措施”整体删去']);
    expect(compareDocuments(after, read(draft)).remarks).toEqual(['新写了“保障措施”']);
  });

  it('an item put in is new, and a changed level is said', () => {
    const after = with_((lines) => {
      lines.splice(9, 0, '1.扩大供给。支持社会力量开办养老机构。');
    });
    const { blocks } = compare(after);
    expect(kinds(blocks)[0]).toContain('added');
    expect(textOf(blocks[0]!, 'added')).toContain('扩大供给');
  });

  it('title, addressees, signature and date belong together however different they are', () => {
    const after = with_((lines) => {
      lines[0] = '关于办好家门口照料服务若干事项的意见';
      lines[14] = '2027年1月5日';
    });
    const { blocks } = compare(after);
    expect(kinds(blocks)).toEqual(['changed 标题', 'changed 成文日期']);
  });

  it('every listed block gives back both texts, and no block of either state is forgotten', () => {
    fc.assert(
      fc.property(arbitraryDocument, arbitraryDocument, (before, after) => {
        const { blocks } = compareDocuments(before, after);
        const texts = (document: GovDocument) =>
          new Map(
            document.parts.flatMap((part) => part.children.map((block) => [block.id, comparedText(block)] as const)),
          );
        const [old, now] = [texts(before), texts(after)];
        for (const block of blocks) {
          if (block.before) expect(textOf(block, 'removed')).toBe(old.get(block.before.blockId));
          if (block.after) expect(textOf(block, 'added')).toBe(now.get(block.after.blockId));
        }
        const gone = blocks.flatMap(({ before, after }) => (before && !after ? [before.blockId] : []));
        const come = blocks.flatMap(({ before, after }) => (after && !before ? [after.blockId] : []));
        expect(new Set(gone).size).toBe(gone.length);
        const filled = (map: ReadonlyMap<string, string>, without: readonly string[]) =>
          [...map].filter(([id, text]) => text.trim() !== '' && !without.includes(id)).length;
        expect(Math.abs(filled(old, gone) - filled(now, come))).toBeLessThanOrEqual(
          [...old.values(), ...now.values()].filter((text) => text.trim() === '').length,
        );
      }),
    );
  });

  it('200,000 characters with scattered changes are compared', () => {
    const long = [
      draft.slice(0, 7),
      ...Array.from({ length: 1600 }, (_, at) => [
        `（${at + 1}）第${at + 1}项工作。${'按照分工抓好落实，'.repeat(12)}完成${at}处。`,
      ]),
      draft.slice(10),
    ].flat();
    const document = read(long);
    const changed: string[] = [];
    const parts = document.parts.map((part) => ({
      ...part,
      children: part.children.map((block, at) => {
        if (at % 40 !== 20 || block.type === 'table') return block;
        changed.push(block.id);
        return { ...block, children: [{ text: `${blockText(block)}另行通报。` }] };
      }),
    }));
    const { blocks } = compareDocuments(document, { ...document, parts });
    expect(changed.length).toBeGreaterThan(30);
    expect(blocks.map((block) => [kindOf(block), block.after?.blockId])).toEqual(changed.map((id) => ['changed', id]));
  });
});
