import { describe, expect, it } from 'vitest';
import {
  correctGuess,
  correctionsFor,
  followEdit,
  refuseChange,
  restoreParagraph,
} from '../../../renderer/features/doubts/corrections';
import type { Block } from '../../../shared/document/block';
import { blockText } from '../../../shared/document/plain-text';
import type { ReviewItem } from '../../../shared/document/review-item';
import { recogniseText } from '../../../shared/recognise/recognise';

const { document, sourceNumbers } = recogniseText(
  [
    '云川市早市提升方案',
    '一、重点任务',
    '（一）登记摊主。逐户上门。',
    '1.核对证件。公示结果。',
    '各区照此办理。',
    '',
  ].join('\n'),
);
const blocks = document.parts[0]!.children;
const itemOn = (block: Block | undefined): ReviewItem => {
  const number = sourceNumbers.get(block?.id ?? '');
  return { kind: 'guess', line: 1, blockId: block?.id ?? null, text: '', source: '', ...(number && { number }) };
};
const shown = (takes: ReturnType<typeof correctGuess>) =>
  takes?.map((take) =>
    take.kind === 'remove'
      ? ['remove', take.id]
      : [take.kind, take.block.type, 'level' in take.block ? take.block.level : null, blockText(take.block)],
  );

describe('correcting a guess', () => {
  it('a heading of another level keeps its words', () => {
    expect(shown(correctGuess(document, itemOn(blocks[1]), { kind: 'level', level: 2 }))).toEqual([
      ['replace', 'clause', 2, '重点任务'],
    ]);
    expect(correctGuess(document, itemOn(blocks[1]), { kind: 'level', level: 1 })).toBeNull();
  });

  it('what is no heading has its number as words', () => {
    expect(shown(correctGuess(document, itemOn(blocks[3]), { kind: 'body' }))).toEqual([
      ['replace', 'paragraph', null, '1.核对证件。公示结果。'],
    ]);
  });

  it('a paragraph becomes a heading without the number typed before it', () => {
    const changed = {
      ...document,
      parts: [
        {
          ...document.parts[0]!,
          children: [{ ...blocks[4]!, children: [{ text: '（二）公示。名单上墙。' }] } as Block],
        },
      ],
    };
    const [take] = correctGuess(changed, itemOn(blocks[4]), { kind: 'level', level: 2 })!;
    expect(take).toMatchObject({
      kind: 'replace',
      block: { type: 'clause', level: 2, runIn: true, children: [{ text: '公示。名单上墙。' }] },
    });
  });

  it('joined with the next, both texts stand together, the number of the second between them', () => {
    expect(shown(correctGuess(document, itemOn(blocks[2]), { kind: 'join' }))).toEqual([
      ['replace', 'clause', 2, '登记摊主。逐户上门。1.核对证件。公示结果。'],
      ['remove', blocks[3]!.id],
    ]);
  });

  it('split, the second half is an item where it begins with a number, else a paragraph', () => {
    expect(shown(correctGuess(document, itemOn(blocks[2]), { kind: 'split' }))).toEqual([
      ['replace', 'clause', 2, '登记摊主。'],
      ['put', 'paragraph', null, '逐户上门。'],
    ]);
    const glued = { ...blocks[2]!, children: [{ text: '登记摊主。逐户上门。（二）核对证件。公示结果。' }] } as Block;
    const changed = { ...document, parts: [{ ...document.parts[0]!, children: [glued] }] };
    expect(shown(correctGuess(changed, itemOn(glued), { kind: 'split' }))).toEqual([
      ['replace', 'clause', 2, '登记摊主。逐户上门。'],
      ['put', 'clause', 2, '核对证件。公示结果。'],
    ]);
  });

  it('split at the caret where that stands inside the paragraph', () => {
    expect(shown(correctGuess(document, itemOn(blocks[4]), { kind: 'split', at: 2 }))).toEqual([
      ['replace', 'paragraph', null, '各区'],
      ['put', 'paragraph', null, '照此办理。'],
    ]);
    expect(correctGuess(document, itemOn(blocks[4]), { kind: 'split', at: 0 })).toBeNull();
  });

  it('is offered where it fits', () => {
    expect(correctionsFor(document, itemOn(blocks[0]))).toEqual([]);
    expect(correctionsFor(document, itemOn(blocks[1]))).toEqual(['level', 'body', 'join', 'split']);
    expect(correctionsFor(document, itemOn(blocks[4]))).toEqual(['level', 'split']);
    expect(correctGuess(document, { ...itemOn(blocks[1]), blockId: 'gone-block' }, { kind: 'body' })).toBeNull();
  });
});

describe('refusing a change', () => {
  const item = (kind: 'added' | 'removed', text: string, before: string, at: number): ReviewItem => ({
    kind,
    line: 5,
    blockId: blocks[4]!.id,
    text,
    source: '',
    behind: { text: before, at },
  });

  it('takes what was added out and puts what was removed back, where it stood', () => {
    const edit = { blockId: blocks[4]!.id };
    expect(refuseChange(document, item('added', '照此', '各区', 2))).toEqual({ ...edit, start: 2, end: 4, text: '' });
    expect(refuseChange(document, item('removed', '要', '各区', 2))).toEqual({
      ...edit,
      start: 1,
      end: 2,
      text: '区要',
    });
    expect(refuseChange(document, item('removed', '请', '', 0))).toEqual({ ...edit, start: 0, end: 1, text: '请各' });
  });

  it('puts a paragraph that was taken away back as one of its own', () => {
    const gone = { ...item('removed', '（二）公示结果。名单上墙。', '', 0), paragraph: 'before' as const };
    const { takes, id } = restoreParagraph(document, gone, [gone])!;
    const [put] = takes;
    expect(put).toMatchObject({
      kind: 'put',
      behind: blocks[3]!.id,
      block: { type: 'clause', id, level: 2, runIn: true, children: [{ text: '公示结果。名单上墙。' }] },
    });
    const behind = { ...gone, paragraph: 'behind' as const };
    expect(restoreParagraph(document, behind, [behind])?.takes).toMatchObject([{ behind: blocks[4]!.id }]);
    expect(restoreParagraph(document, { ...gone, blockId: 'gone-block' }, [])).toBeNull();
  });

  it.each(['before', 'behind'] as const)(
    'puts paragraphs that stood %s one block back in the order of the source, whichever comes first',
    (paragraph) => {
      const words = ['甲段。', '乙段。', '丙段。'];
      const orders = [
        [0, 1, 2],
        [0, 2, 1],
        [1, 0, 2],
        [1, 2, 0],
        [2, 0, 1],
        [2, 1, 0],
      ] as const;
      for (const order of orders) {
        let items: ReviewItem[] = words.map((text) => ({ ...item('removed', text, '', 0), paragraph }));
        let children = [...blocks];
        for (const at of order) {
          const one = items[at]!;
          const now = { ...document, parts: [{ ...document.parts[0]!, children }] };
          const { takes, id } = restoreParagraph(now, one, items)!;
          const [put] = takes;
          if (put?.kind !== 'put') throw new Error('not put');
          children = children.toSpliced(children.findIndex((block) => block.id === put.behind) + 1, 0, put.block);
          items = items.map((each) => (each === one ? { ...one, restored: id, done: true } : each));
        }
        expect(children.map(blockText).filter((text) => words.includes(text))).toEqual(words);
      }
    },
  );

  it('moves the places of the others behind it', () => {
    const edit = { blockId: blocks[4]!.id, start: 2, end: 4, text: '' };
    const after = {
      ...document,
      parts: [{ ...document.parts[0]!, children: [{ ...blocks[4]!, children: [{ text: '各区办理。' }] } as Block] }],
    };
    const others = [item('removed', '好', '各区照此办理', 6), item('added', '各', '', 0)];
    expect(followEdit(others, edit, after).map(({ behind }) => behind)).toEqual([
      { at: 4, text: '各区办理' },
      { at: 0, text: '' },
    ]);
  });

  it('finds the place again when the text before it has changed length, and gives up when the words are gone', () => {
    expect(refuseChange(document, item('added', '办理', '照此', 9))?.start).toBe(4);
    expect(refuseChange(document, item('added', '执行', '照此', 4))).toBeNull();
  });
});
