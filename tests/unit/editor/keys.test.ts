import { describe, expect, it } from 'vitest';
import type { GovEditor } from '../../../renderer/editor/slate-types';
import { editing } from './notation';

type Case = readonly [title: string, input: string[], run: (editor: GovEditor) => void, output: string[]];

const enter = (editor: GovEditor): void => editor.insertBreak();
const backspace = (editor: GovEditor): void => editor.deleteBackward('character');
const del = (editor: GovEditor): void => editor.deleteForward('character');
const type =
  (...texts: string[]) =>
  (editor: GovEditor): void => {
    for (const text of texts) editor.insertText(text);
  };

const check = (cases: readonly Case[]): void => {
  for (const [title, input, run, output] of cases) {
    it(title, () => {
      const { session, lines } = editing(...input);
      const before = JSON.stringify(session.editor.children);
      run(session.editor);
      expect(lines()).toEqual(output);
      while (session.editor.history.undos.length > 0) session.editor.undo();
      expect(session.editor.children, 'undo brings back exactly what was there').toEqual(JSON.parse(before));
    });
  }
};

describe('Enter', () => {
  check([
    ['goes from the title to the recipients', ['T 实施意见|'], enter, ['T 实施意见', 'S |']],
    [
      'goes from the title to a paragraph when there are recipients',
      ['T 实施意见|', 'S 各区：'],
      enter,
      ['T 实施意见', 'P |', 'S 各区：'],
    ],
    ['writes a paragraph below a heading that stands alone', ['1 总体要求|'], enter, ['1 总体要求', 'P |']],
    ['goes on with the next item after a run-in clause', ['2r 目标。提高。|'], enter, ['2r 目标。提高。', '2 |']],
    ['goes on with the next item after one that ends in ；', ['3 推进；|'], enter, ['3 推进；', '3 |']],
    [
      'goes on with the next item after its unit note',
      ['2r 目标。提高。', 'R （责任单位：市财政局）|'],
      enter,
      ['2r 目标。提高。', 'R （责任单位：市财政局）', '2 |'],
    ],
    [
      'leaves the unit note with its item',
      ['2r 目标。提高。|', 'R （责任单位：市财政局）'],
      enter,
      ['2r 目标。提高。', 'R （责任单位：市财政局）', '2 |'],
    ],
    [
      'makes the second half of a run-in clause a paragraph',
      ['2r 目标。提高|质量。'],
      enter,
      ['2r 目标。提高', 'P |质量。'],
    ],
    ['takes the lead apart from its text', ['2r 目标。|提高质量。'], enter, ['2 目标。', 'P |提高质量。']],
    [
      'puts an empty block above at the start of one',
      ['1 总体要求', '2 |目标'],
      enter,
      ['1 总体要求', '2 ', '2 |目标'],
    ],
    ['leaves an empty item', ['3 推进；', '3 |'], enter, ['3 推进；', 'P |']],
    ['leaves a 专栏 at its empty last block', ['B 工程', '>D 一项', '>P |'], enter, ['B 工程', '>D 一项', 'P |']],
    ['stays in a 专栏 behind its title', ['B 工程|', '>D 一项'], enter, ['B 工程', '>P |', '>D 一项']],
    ['splits the title of a 专栏 into title and text', ['B 质量|工程'], enter, ['B 质量', '>P |工程']],
    ['goes on with dashes', ['D 一项|'], enter, ['D 一项', 'D |']],
    ['replaces a selection', ['P 甲[乙', 'P 丙]丁'], enter, ['P 甲', 'P |丁']],
    ['goes from the signature to the date', ['P 文', 'G 云川市人民政府|'], enter, ['P 文', 'G 云川市人民政府', 'Y |']],
  ]);

  it('opens the insert menu on an empty block', () => {
    for (const empty of ['P |', '2 |', 'D |']) {
      const { session, lines } = editing('1 总体要求', empty);
      session.editor.insertBreak();
      expect(session.menu.get()?.items[0]?.mark).toBe('（一）');
      expect(lines()).toEqual(['1 总体要求', 'P |']);
    }
  });
});

describe('Backspace and Delete', () => {
  check([
    ['turns an item into a paragraph', ['1 甲', '2 |乙'], backspace, ['1 甲', 'P |乙']],
    ['joins a paragraph to the one above', ['P 甲', 'P |乙'], backspace, ['P 甲|乙']],
    [
      'joins into a clause, which becomes run-in by what follows its 。',
      ['2 甲。', 'P |乙'],
      backspace,
      ['2r 甲。|乙'],
    ],
    ['takes an empty paragraph above away', ['P ', 'P |乙'], backspace, ['P |乙']],
    ['dissolves a 专栏 at the start of its title', ['B |甲', '>D 乙'], backspace, ['P |甲', 'D 乙']],
    ['does nothing at the top', ['T |标题', 'P 甲'], backspace, ['T |标题', 'P 甲']],
    ['takes an empty block behind a table away', ['X 甲,乙', 'P |'], backspace, ['X 甲,乙']],
    ['takes an empty attachment away', ['P 甲', '== attachment', 'P |'], backspace, ['P 甲|']],
    ['does not join parts', ['P 甲', '== attachment', 'T |标题'], backspace, ['P 甲', '== attachment', 'T |标题']],
    ['joins the next block at the end of one', ['P 甲|', 'P 乙'], del, ['P 甲|乙']],
    ['gives way to the next block when empty', ['P |', '2 乙'], del, ['2 |乙']],
    ['deletes across blocks and joins the ends', ['P 甲[乙', '1 丙', 'P 丁]戊'], del, ['P 甲|戊']],
    ['keeps the form of the last block when nothing of the first is left', ['P [甲', '1 乙]丙'], del, ['1 |丙']],
    ['deletes everything and leaves one block', ['T [甲', '1 乙', 'P 丙]'], del, ['T |']],
    ['keeps the main text and takes covered attachments away', ['P 甲[乙', '== attachment', 'T 丙]'], del, ['P 甲|']],
    ['empties the cells of a table and keeps its form', ['P 甲[乙', 'X 丙,丁;戊,己]'], del, ['P 甲|', 'X ,;,']],
    ['takes what is left of a 专栏 out of its frame with its title', ['P [甲', 'B 乙]', '>D 丙'], del, ['P |', 'D 丙']],
  ]);
});

describe('typing', () => {
  check([
    ['makes a paragraph level 1 by 一、', ['P |'], type('一', '、', '总体'), ['1 总体|']],
    ['makes it level 2 by （一） in one go, as input methods commit', ['P |'], type('（一）'), ['2 |']],
    ['makes it level 2 by half-width brackets', ['P |'], type('(', '二', ')'), ['2 |']],
    ['makes it level 3 by 1.', ['P |'], type('1', '.', '推进'), ['3 推进|']],
    ['knows a decimal number', ['P |'], type('1', '.', '5', '倍'), ['P 1.5倍|']],
    ['makes it level 4 by （1）', ['P |'], type('（1）'), ['4 |']],
    ['makes it a dash item by ——', ['P |'], type('——'), ['D |']],
    ['changes the level of an item', ['1 |推进'], type('1', '.'), ['3 |推进']],
    ['keeps what is run-in when its level changes', ['2r |目标。提高'], type('1.'), ['3r |目标。提高']],
    ['makes a sentence with a lead a run-in clause', ['P |目标。提高'], type('（一）'), ['2r |目标。提高']],
    ['leaves a number alone that stood there before', ['P 一、总|'], type('体'), ['P 一、总体|']],
    ['leaves numbers inside a sentence alone', ['P 甲|'], type('一', '、'), ['P 甲一、|']],
    ['leaves numbers in cells alone', ['X |,乙'], type('一、'), ['X 一、,乙']],
    ['makes a clause run-in when text follows its first 。', ['2 目标|'], type('。', '提高'), ['2r 目标。提高|']],
    ['leaves a clause alone whose lead was taken apart', ['2 目标。提高|'], type('质量'), ['2 目标。提高质量|']],
    ['replaces a selection across blocks', ['1 甲[乙', 'P 丙]丁'], type('新'), ['1 甲新|丁']],
  ]);
});
