import { Transforms } from 'slate';
import { describe, expect, it } from 'vitest';
import type { GovEditor } from '../../../renderer/editor/slate-types';
import { clipboard } from './clipboard';
import { type Editing, editing } from './notation';

type Case = readonly [title: string, input: string[], run: (opened: Editing) => void, output: string[]];

const check = (cases: readonly Case[]): void => {
  for (const [title, input, run, output] of cases) {
    it(title, () => {
      const opened = editing(...input);
      const { editor } = opened.session;
      const before = structuredClone(editor.children);
      run(opened);
      expect(opened.lines()).toEqual(output);
      while (editor.history.undos.length > 0) editor.undo();
      expect(editor.children, 'undo brings back exactly what was there').toEqual(before);
    });
  }
};
const key =
  (press: (editor: GovEditor) => void) =>
  ({ session }: Editing): void =>
    press(session.editor);
const backspace = key((editor) => editor.deleteBackward('character'));
const del = key((editor) => editor.deleteForward('character'));
const enter = key((editor) => editor.insertBreak());
const move =
  (direction: 'up' | 'down') =>
  ({ session }: Editing): void =>
    session.run({ type: 'moveBranch', direction });
const both =
  (...runs: ((opened: Editing) => void)[]) =>
  (opened: Editing): void => {
    for (const run of runs) run(opened);
  };

describe('deleting across the edges of a 专栏', () => {
  check([
    ['from the text above into it ends the box', ['P 甲[乙', 'B 题', '>D 丙]丁', '>D 戊'], del, ['P 甲|丁', 'D 戊']],
    ['from inside to the text below keeps the rest inside', ['B 题', '>D 甲[乙', 'P 丙]丁'], del, ['B 题', '>D 甲|丁']],
    ['over all of it takes the box away', ['P 甲[', 'B 题', '>D 乙]', 'P 丙'], del, ['P 甲|', 'P 丙']],
    ['from its title into its text keeps the box', ['B 题[目', '>D 甲]乙', '>D 丙'], del, ['B 题|乙', '>D 丙']],
    [
      'from one box into another leaves the second without title',
      ['B 一', '>D 甲[乙', 'B 二', '>D 丙]丁', '>D 戊'],
      del,
      ['B 一', '>D 甲|丁', 'D 戊'],
    ],
  ]);
});

describe('Backspace and Delete at the edges of a 专栏', () => {
  check([
    ['Backspace before the title dissolves it', ['P 前', 'B |题', '>D 甲'], backspace, ['P 前', 'P |题', 'D 甲']],
    ['Backspace before an emptied title dissolves it', ['B |', '>D 甲', '>2 乙'], backspace, ['P |', 'D 甲', '2 乙']],
    ['Backspace before the first text goes to an empty title', ['B ', '>P |甲'], backspace, ['B |', '>P 甲']],
    ['Backspace behind the box joins its last text', ['B 题', '>P 甲', 'P |乙'], backspace, ['B 题', '>P 甲|乙']],
    ['Backspace on an empty block behind it goes back in', ['B 题', '>D 甲', 'P |'], backspace, ['B 题', '>D 甲|']],
    ['Delete before the box dissolves it', ['P 前|', 'B 题', '>D 甲'], del, ['P 前|', 'P 题', 'D 甲']],
    ['Delete once more joins its title', ['P 前|', 'B 题', '>D 甲'], both(del, del), ['P 前|题', 'D 甲']],
    ['Delete on an empty block before it goes to the title', ['P |', 'B 题', '>D 甲'], del, ['B |题', '>D 甲']],
    ['Delete at its end takes the text below in', ['B 题', '>D 甲|', 'P 乙'], del, ['B 题', '>D 甲|乙']],
  ]);
});

describe('moving over the edges of a 专栏', () => {
  check([
    ['down into it, behind the title', ['P |甲', 'B 题', '>D 乙'], move('down'), ['B 题', '>P |甲', '>D 乙']],
    ['down out of it', ['B 题', '>D |甲', 'P 乙'], move('down'), ['B 题', 'D |甲', 'P 乙']],
    ['up into it, behind the last', ['B 题', '>D 甲', 'D |乙'], move('up'), ['B 题', '>D 甲', '>D |乙']],
    [
      'up out of it, over the title',
      ['P 前', 'B 题', '>D |甲', '>D 乙'],
      move('up'),
      ['P 前', 'D |甲', 'B 题', '>D 乙'],
    ],
    [
      'through it and out again',
      ['P |甲', 'B 题', '>D 乙', 'P 丙'],
      both(...Array(4).fill(move('down'))),
      ['B 题', '>D 乙', 'P 丙', 'P |甲'],
    ],
    [
      'with its unit note',
      ['P |甲', 'R （责任单位：市财政局）', 'B 题', '>D 乙'],
      move('down'),
      ['B 题', '>P |甲', '>R （责任单位：市财政局）', '>D 乙'],
    ],
    ['an item inside goes past the next first', ['B 题', '>D |甲', '>D 乙'], move('down'), ['B 题', '>D 乙', '>D |甲']],
    ['the title takes the whole box along', ['P 甲', 'B |题', '>D 乙'], move('up'), ['B |题', '>D 乙', 'P 甲']],
  ]);
});

describe('Enter at the end of a 专栏', () => {
  check([
    ['leaves it on an empty item', ['B 题', '>D 甲', '>D |'], enter, ['B 题', '>D 甲', 'P |']],
    ['leaves it on an empty paragraph', ['B 题', '>D 甲', '>P |', 'P 乙'], enter, ['B 题', '>D 甲', 'P |', 'P 乙']],
    ['twice goes on behind it', ['B 题', '>D 甲|', 'P 乙'], both(enter, enter), ['B 题', '>D 甲', 'P |', 'P 乙']],
    ['stays inside when something follows', ['B 题', '>D |', '>D 乙'], enter, ['B 题', '>P |', '>D 乙']],
  ]);
});

describe('pasting into a 专栏', () => {
  const copyThenPaste = (input: string[], path: number[]): string[] => {
    const { session, lines } = editing(...input);
    const data = clipboard();
    session.editor.setFragmentData(data);
    Transforms.select(session.editor, { path: [...path, 0], offset: 0 });
    session.editor.insertData(data);
    return lines();
  };

  it('gives a pasted box up: its title and text join this one', () => {
    expect(copyThenPaste(['B 一', '>P ', 'P 间', 'B [二', '>D 甲]'], [0, 1])).toEqual([
      'B 一',
      '>P 二',
      '>D 甲|',
      'P 间',
      'B 二',
      '>D 甲',
    ]);
  });

  it('makes paragraphs of what cannot stand in it, and keeps the box whole', () => {
    expect(copyThenPaste(['T [标题', 'P 文]', 'B 一', '>P ', '>D 甲'], [0, 3])).toEqual([
      'T 标题',
      'P 文',
      'B 一',
      '>P 标题',
      '>P 文|',
      '>D 甲',
    ]);
  });
});
