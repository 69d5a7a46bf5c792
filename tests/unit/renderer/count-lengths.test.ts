import { describe, expect, it } from 'vitest';
import { outlineRows } from '../../../renderer/app/outline/outline-rows';
import { countLengths } from '../../../renderer/screens/editor/bars/count-lengths';
import { countCharacters } from '../../../shared/checks/count-characters';
import { editing } from '../editor/notation';

const lengths = (...source: string[]) => {
  const document = editing(...source).session.getDocument();
  const found = countLengths(document, outlineRows(document));
  return { document, found, lines: found.map(({ row, characters }) => `${row.label}${row.text} ${characters}`) };
};

const source = [
  'T 标题',
  'P 导 语。',
  '1 总体要求',
  '2r 目标。提高 10%。',
  'B 工程',
  '>D 一项',
  '1 任务',
  'X 甲,乙;丙,丁',
  'G 云川市人民政府',
  '== attachment',
  'T 附表',
  'P 说明',
];

describe('lengths of parts and chapters', () => {
  it('count signs but neither spaces nor clause numbers, and a number in the text as one', () => {
    expect(lengths(...source).lines).toEqual(['导语 5', '一、总体要求 15', '二、任务 6', '落款 7', '附件：附表 4']);
  });

  it('add up to the length of the main text', () => {
    const { document, found } = lengths(...source);
    const main = found.filter(({ inMain }) => inMain).reduce((sum, { characters }) => sum + characters, 0);
    expect(main).toBe(countCharacters(document.parts.filter(({ kind }) => kind === 'main')));
  });

  it('are one line for a document without chapters', () => {
    expect(lengths('T 标题', 'P 导语').lines).toEqual(['导语 4']);
  });
});
