import { describe, expect, it } from 'vitest';
import { countCharacters } from '../../../shared/checks/count-characters';
import { editing } from '../editor/notation';

const count = (...source: string[]): number => countCharacters(editing(...source).session.getDocument().parts);

describe('字数', () => {
  it.each([
    ['到2030年', 3],
    ['提高10.5%以上', 5],
    ['按GB/T 9704执行', 5],
    ['“一件事”——办成……', 11],
    ['第①项・乙', 5],
    ['　 \u00a0', 0],
    ['𠮷', 1],
  ])('of “%s” are %i', (text, characters) => {
    expect(count('T 甲', `P ${text}`)).toBe(1 + characters);
  });

  it('of a table are those of its cells, each a run of its own', () => {
    expect(count('T 甲', 'X 指标,2025;2030,95%')).toBe(1 + 5);
  });
});
