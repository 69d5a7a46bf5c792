import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Clause, Level } from '../../../shared/document/block';
import type { GovDocument, Numbering, Part } from '../../../shared/document/document';
import { blockText } from '../../../shared/document/plain-text';
import { fromChineseNumeral } from '../../../shared/numbering/chinese-numerals';
import { computeLabels } from '../../../shared/numbering/compute-labels';
import { arbitraryDocument } from '../../helpers/arbitrary-document';

const clause = (id: string, level: Level, more: Partial<Clause> = {}): Block => ({
  type: 'clause',
  id,
  level,
  children: [{ text: '推进试点' }],
  ...more,
});
const box = (id: string, boxId: string): Block => ({ type: 'boxTitle', id, boxId, children: [{ text: '工程' }] });
const parts = (children: Block[], numbering: Numbering = {}): Pick<GovDocument, 'parts'> => ({
  parts: [{ type: 'part', id: 'main00', kind: 'main', numbering, children }],
});
const labelsOf = (children: Block[], numbering?: Numbering): string[] => [
  ...computeLabels(parts(children, numbering)).values(),
];

const chapters: Block[] = [
  clause('a', 1),
  clause('b', 2),
  clause('c', 3),
  clause('d', 3),
  clause('e', 2),
  clause('f', 3),
  clause('g', 1),
  clause('h', 2),
  clause('i', 3),
  clause('j', 4),
];

describe('computed labels', () => {
  it('writes the four levels as the standard does and restarts under each parent', () => {
    expect(labelsOf(chapters)).toEqual(['一、', '（一）', '1.', '2.', '（二）', '1.', '二、', '（一）', '1.', '（1）']);
  });

  it('runs a level on through the part where its scope says so', () => {
    expect(labelsOf(chapters, { 2: 'part' })).toEqual([
      '一、',
      '（一）',
      '1.',
      '2.',
      '（二）',
      '1.',
      '二、',
      '（三）',
      '1.',
      '（1）',
    ]);
  });

  it('runs a level on within its chapter only', () => {
    expect(labelsOf(chapters, { 3: 'chapter' })).toEqual([
      '一、',
      '（一）',
      '1.',
      '2.',
      '（二）',
      '3.',
      '二、',
      '（一）',
      '1.',
      '（1）',
    ]);
  });

  it('accepts skipped levels: 一、 followed directly by 1.', () => {
    expect(labelsOf([clause('a', 1), clause('b', 3), clause('c', 3), clause('d', 1), clause('e', 3)])).toEqual([
      '一、',
      '1.',
      '2.',
      '二、',
      '1.',
    ]);
  });

  it('counts a box for itself and leaves the numbers around it alone', () => {
    const boxed = { boxId: 'box001' };
    expect(
      labelsOf([
        clause('a', 1),
        clause('b', 3),
        box('t', 'box001'),
        clause('c', 3, boxed),
        clause('d', 3, boxed),
        clause('e', 3),
        box('u', 'box002'),
        clause('f', 3, { boxId: 'box002' }),
      ]),
    ).toEqual(['一、', '1.', '专栏1', '1.', '2.', '2.', '专栏2', '1.']);
  });

  it('shows a fixed label and goes on counting behind it', () => {
    expect(labelsOf([clause('a', 2), clause('b', 2, { fixedLabel: '（一）之二' }), clause('c', 2)])).toEqual([
      '（一）',
      '（一）之二',
      '（三）',
    ]);
  });

  it('shows the number an imported document wrote where it differs', () => {
    expect(labelsOf([clause('a', 3), clause('b', 3, { sourceNumber: '4.' }), clause('c', 3)])).toEqual([
      '1.',
      '4.',
      '3.',
    ]);
  });

  describe('of a circulated draft', () => {
    const frozen = { frozen: true } as const;
    const fixed = (id: string, level: Level, fixedLabel: string): Block => clause(id, level, { fixedLabel });

    it('puts 之一 behind the number before an insertion and moves no other', () => {
      expect(
        labelsOf(
          [
            fixed('a', 1, '一、'),
            fixed('b', 2, '（一）'),
            clause('x', 2),
            clause('y', 2),
            fixed('c', 2, '（二）'),
            clause('z', 1),
            fixed('d', 1, '二、'),
            fixed('e', 3, '1.'),
            clause('w', 3),
            fixed('f', 4, '（1）'),
            clause('v', 4),
          ],
          frozen,
        ),
      ).toEqual([
        '一、',
        '（一）',
        '（一）之一',
        '（一）之二',
        '（二）',
        '一之一、',
        '二、',
        '1.',
        '1之一.',
        '（1）',
        '（1）之一',
      ]);
    });

    it('leaves a gap where something was deleted, and never gives a number again', () => {
      expect(labelsOf([fixed('a', 3, '1.'), fixed('c', 3, '3.'), clause('d', 3)], frozen)).toEqual([
        '1.',
        '3.',
        '3之一.',
      ]);
    });

    it('numbers what comes before the first with nought', () => {
      expect(labelsOf([clause('x', 2), clause('y', 2), fixed('a', 2, '（一）')], frozen)).toEqual([
        '（〇）',
        '（〇）之一',
        '（一）',
      ]);
    });

    it('counts as usual where nothing was frozen: below a new heading', () => {
      expect(labelsOf([fixed('a', 1, '一、'), clause('x', 1), clause('y', 2), clause('z', 2)], frozen)).toEqual([
        '一、',
        '一之一、',
        '（一）',
        '（二）',
      ]);
    });

    it('goes on behind an insertion that was locked', () => {
      expect(labelsOf([fixed('a', 2, '（一）'), fixed('x', 2, '（一）之一'), clause('y', 2)], frozen)).toEqual([
        '（一）',
        '（一）之一',
        '（一）之二',
      ]);
    });

    it('holds for 专栏 through the whole document', () => {
      const one = { ...box('p', 'box001'), fixedLabel: '专栏1' } as Block;
      const two = { ...box('q', 'box003'), fixedLabel: '专栏2' } as Block;
      expect(labelsOf([one, box('x', 'box002'), two], frozen)).toEqual(['专栏1', '专栏1之一', '专栏2']);
    });

    it('leaves every frozen number as it was, whatever is put in', () => {
      fc.assert(
        fc.property(
          arbitraryDocument,
          fc.array(fc.tuple(fc.nat(), fc.constantFrom<Level>(1, 2, 3, 4))),
          (document, added) => {
            const before = computeLabels({ parts: document.parts.map((part) => ({ ...part, numbering: {} })) });
            const main = document.parts.find(({ kind }) => kind === 'main')!;
            const children = main.children.flatMap((block) =>
              block.type === 'clause' && block.numbered !== false && !block.boxId
                ? [{ ...block, fixedLabel: before.get(block.id)! }]
                : [],
            ) as Block[];
            for (const [index, [at, level]] of added.entries())
              children.splice(at % (children.length + 1), 0, clause(`new-${index}`, level));
            const after = computeLabels(parts(children, frozen));
            for (const block of children)
              if (block.type === 'clause' && block.fixedLabel) expect(after.get(block.id)).toBe(block.fixedLabel);
              else expect(after.get(block.id)).toBeTruthy();
          },
        ),
      );
    });
  });

  it('starts again at a clause that asks for it', () => {
    expect(labelsOf([clause('a', 3), clause('b', 3), clause('c', 3, { restart: true }), clause('d', 3)])).toEqual([
      '1.',
      '2.',
      '1.',
      '2.',
    ]);
  });

  it('gives unnumbered headings no label and does not count them', () => {
    expect(labelsOf([clause('a', 1), clause('b', 1, { numbered: false }), clause('c', 1)])).toEqual(['一、', '二、']);
  });

  it('numbers attachments only when there are several', () => {
    const attachment = (id: string): Part => ({
      type: 'part',
      id,
      kind: 'attachment',
      numbering: {},
      children: [clause(`${id}-c`, 1)],
    });
    const main = parts([clause('a', 1)]).parts;
    expect(computeLabels({ parts: [...main, attachment('x')] }).get('x')).toBe('附件');
    const two = computeLabels({ parts: [...main, attachment('x'), attachment('y')] });
    expect([two.get('x'), two.get('y')]).toEqual(['附件1', '附件2']);
  });

  it('numbers 专栏 through the whole document and clauses of each part from one', () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        const labels = computeLabels(document);
        const boxes = document.parts.flatMap((part) => part.children).filter((block) => block.type === 'boxTitle');
        expect(boxes.map((block) => labels.get(block.id))).toEqual(boxes.map((_, index) => `专栏${index + 1}`));
        for (const part of document.parts) {
          const first = part.children.find(
            (block) => block.type === 'clause' && block.numbered !== false && !block.boxId,
          );
          if (first?.type === 'clause' && !first.fixedLabel)
            expect(labels.get(first.id)).toBe({ 1: '一、', 2: '（一）', 3: '1.', 4: '（1）' }[first.level]);
        }
      }),
    );
  });

  it('labels exactly the numbered clauses, the boxes, the pictures with captions and the attachments', () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        const expected = document.parts.flatMap((part) => [
          ...(part.kind === 'attachment' ? [part.id] : []),
          ...part.children
            .filter((block) => {
              if (block.type === 'picture') return blockText(block) !== '';
              return block.type === 'boxTitle' || (block.type === 'clause' && block.numbered !== false);
            })
            .map((block) => block.id),
        ]);
        expect([...computeLabels(document).keys()].sort()).toEqual(expected.sort());
      }),
    );
  });

  it('gives neighbours of one level under one parent consecutive numbers', () => {
    const numberIn = (label = ''): number => {
      const numeral = label.replace(/[（）、.]/g, '');
      return fromChineseNumeral(numeral) ?? Number(numeral);
    };
    fc.assert(
      fc.property(fc.array(fc.constantFrom<Level>(1, 2, 3, 4), { minLength: 2, maxLength: 60 }), (levels) => {
        const labels = computeLabels(parts(levels.map((level, index) => clause(`c${index}`, level))));
        levels.forEach((level, index) => {
          const next = levels.findIndex((other, at) => at > index && other <= level);
          if (next > 0 && levels[next] === level)
            expect(numberIn(labels.get(`c${next}`))).toBe(numberIn(labels.get(`c${index}`)) + 1);
        });
      }),
    );
  });
});
