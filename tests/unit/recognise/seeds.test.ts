import { describe, expect, it } from 'vitest';
import { assessFunctions } from '../../../shared/functions/assess-functions';
import { recogniseText } from '../../../shared/recognise/recognise';
import type { Recognition } from '../../../shared/recognise/types';
import { hasShared, readShared, whySkipped } from '../../recognition/labels';
import { textsOf } from './read-fixture';

const files = {
  1: 'seeds/1-zhengzhou-plan-2016-2020.txt',
  2: 'seeds/2-nantong-action-plan-2017.txt',
  3: 'seeds/3-hebei-opinion-2016-traditional.txt',
  4: 'seeds/4-zaozhuang-implementation-opinion-2024.txt',
  5: 'seeds/5-chongqing-implementation-opinion-2012.txt',
} as const;
const read = (seed: keyof typeof files): Recognition => recogniseText(readShared(files[seed]));
const states = (seed: keyof typeof files): string[] =>
  Object.values(assessFunctions(read(seed).document)).map((assessment) => assessment.state);

describe.skipIf(!hasShared)(hasShared ? 'the five seeds' : whySkipped, () => {
  it('have their genres', () => {
    expect(([1, 2, 3, 4, 5] as const).map((seed) => read(seed).document.meta.genre)).toEqual([
      'plan',
      'action-plan',
      'opinion',
      'implementation-opinion',
      'implementation-opinion',
    ]);
  });

  it('carry all four functions, but for the fourth, which lacks its safeguards only', () => {
    for (const seed of [1, 2, 3, 5] as const) expect(states(seed)).toEqual(Array(4).fill('present'));
    expect(states(4)).toEqual(['present', 'present', 'present', 'missing']);
  });

  it('1: the glued item is split off; the web lines are set aside', () => {
    const { document, doubts } = read(1);
    expect(doubts.map((doubt) => doubt.line)).toEqual([76]);
    expect(document.setAside.map((line) => line.line)).toEqual([1, 2, 3, 4, 5, 134]);
  });

  it('2: notice and plan, tasks numbered through the chapter', () => {
    const { document } = read(2);
    expect(document.parts.map((part) => part.kind)).toEqual(['notice', 'main']);
    expect(document.parts[1]?.numbering).toEqual({ 3: 'chapter' });
    expect(document.parts[0]?.children.map((block) => block.type)).toEqual([
      'title',
      'salutation',
      'paragraph',
      'signature',
      'dateLine',
    ]);
  });

  it('3: nothing but the metadata is set aside; no doubt about broken headings', () => {
    const { document, doubts } = read(3);
    expect(document.setAside.map((line) => line.line)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 12]);
    expect(doubts).toEqual([]);
  });

  it('4: three boxes, each with dash items and their notes', () => {
    const { document } = read(4);
    expect(document.parts[0]?.numbering).toEqual({ 2: 'part' });
    expect(document.parts[0]?.children.filter((block) => block.type === 'boxTitle')).toHaveLength(3);
    const boxed = document.parts[0]!.children.filter((block) => 'boxId' in block && block.boxId !== undefined);
    expect(boxed.filter((block) => block.type === 'dash')).toHaveLength(9);
    expect(boxed.filter((block) => block.type === 'responsibility')).toHaveLength(9);
  });

  it('5: two attachments with one doubt each, the date in Chinese numerals', () => {
    const recognition = read(5);
    expect(recognition.document.parts.map((part) => part.kind)).toEqual(['main', 'attachment', 'attachment']);
    expect(recognition.doubts.map((doubt) => doubt.line)).toEqual([196, 483]);
    expect(textsOf(recognition, 'dateLine')).toHaveLength(1);
    expect(recognition.document.setAside.map((line) => line.line)).toEqual([
      1, 3, 5, 6, 7, 8, 868, 869, 870, 871, 872, 873, 874,
    ]);
  });
});
