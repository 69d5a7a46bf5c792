import { Transforms } from 'slate';
import { describe, expect, it } from 'vitest';
import type { EditorCommand } from '../../../renderer/editor/commands/editor-command';
import { partsOf } from '../../../renderer/editor/model/blocks';
import { clipboard } from './clipboard';
import { type Editing, editing } from './notation';

type Case = readonly [title: string, input: string[], command: EditorCommand, output: string[]];

const check = (cases: readonly Case[]): void => {
  for (const [title, input, command, output] of cases) {
    it(title, () => {
      const { session, lines } = editing(...input);
      const before = structuredClone(session.editor.children);
      session.run(command);
      expect(lines()).toEqual(output);
      const { length } = session.editor.history.undos;
      expect(length, 'one step of undo at most').toBeLessThanOrEqual(1);
      if (length === 1) session.run({ type: 'undo' });
      expect(session.editor.children).toEqual(before);
    });
  }
};

describe('levels', () => {
  check([
    ['set on a paragraph keep its text', ['P 甲|乙'], { type: 'setLevel', level: 2 }, ['2 甲|乙']],
    [
      'set on a sentence with a lead make it run-in',
      ['P 目标。提高|'],
      { type: 'setLevel', level: 2 },
      ['2r 目标。提高|'],
    ],
    [
      'set on a selection change all its blocks',
      ['P [甲', 'D 乙', '1 丙]'],
      { type: 'setLevel', level: 3 },
      ['3 [甲', '3 乙', '3 丙]'],
    ],
    ['taken away leave a paragraph', ['2r 目标。提|高'], { type: 'setLevel', level: 'body' }, ['P 目标。提|高']],
    [
      'move down with everything below',
      ['1 |甲', '2 乙', 'P 丙', '1 丁'],
      { type: 'demote' },
      ['2 |甲', '3 乙', 'P 丙', '1 丁'],
    ],
    ['stop at the fourth', ['3 |甲', '4 乙'], { type: 'demote' }, ['3 |甲', '4 乙']],
    ['stop at the first', ['1 |甲'], { type: 'promote' }, ['1 |甲']],
    ['come to a paragraph by what stands above', ['1 总体要求', 'P |甲'], { type: 'demote' }, ['1 总体要求', '2 |甲']],
    ['leave the title of a 专栏 alone', ['B |甲'], { type: 'setLevel', level: 1 }, ['B |甲']],
    ['can be told to be run-in', ['2 |甲'], { type: 'toggleRunIn' }, ['2r |甲']],
    ['can be told to stand alone', ['2r 甲。|乙'], { type: 'toggleRunIn' }, ['2 甲。|乙']],
  ]);
});

describe('moving a branch', () => {
  const up = { type: 'moveBranch', direction: 'up' } as const;
  const down = { type: 'moveBranch', direction: 'down' } as const;
  check([
    ['takes everything below along', ['1 甲', 'P 一', '1 |乙', 'P 二'], up, ['1 |乙', 'P 二', '1 甲', 'P 一']],
    ['goes down past a longer branch', ['1 |甲', '1 乙', 'P 二', 'P 三'], down, ['1 乙', 'P 二', 'P 三', '1 |甲']],
    ['goes up into the chapter before', ['1 甲', 'P 一', '1 乙', '2 |丙'], up, ['1 甲', 'P 一', '2 |丙', '1 乙']],
    [
      'goes down into the next chapter, before its items',
      ['1 甲', '2 |乙', '1 丙', 'P 文', '2 丁'],
      down,
      ['1 甲', '1 丙', 'P 文', '2 |乙', '2 丁'],
    ],
    ['stops at the title', ['T 标题', 'P |甲'], up, ['T 标题', 'P |甲']],
    ['stops at the signature', ['1 |甲', 'G 云川市人民政府'], down, ['1 |甲', 'G 云川市人民政府']],
    ['moves a 专栏 as a whole', ['P 甲', 'B |乙', '>D 丙'], up, ['B |乙', '>D 丙', 'P 甲']],
    ['takes an item past a 专栏', ['3 |甲', '3 丁', 'B 乙', '>D 丙'], down, ['3 丁', 'B 乙', '>D 丙', '3 |甲']],
    [
      'keeps a unit note with its paragraph',
      ['P 甲', 'P |乙', 'R （责任单位：市财政局）'],
      up,
      ['P |乙', 'R （责任单位：市财政局）', 'P 甲'],
    ],
  ]);
});

describe('inserting', () => {
  check([
    [
      'a unit note below the block selects what is to be written',
      ['2r 甲。乙|'],
      { type: 'insertResponsibility' },
      ['2r 甲。乙', 'R （责任单位：[部门名称]）'],
    ],
    ['an element takes the place of an empty paragraph', ['1 甲', 'P |'], { type: 'insertDash' }, ['1 甲', 'D |']],
    ['a 专栏 never nests', ['B 甲|', '>D 乙'], { type: 'insertBox' }, ['B 甲', '>D 乙', 'B |', '>P ']],
    ['a dash inside a 专栏 stays in it', ['B 甲', '>D 乙|'], { type: 'insertDash' }, ['B 甲', '>D 乙', '>D |']],
    [
      'a dash comes behind the unit note',
      ['2r 甲。乙|', 'R （责任单位：市财政局）'],
      { type: 'insertDash' },
      ['2r 甲。乙', 'R （责任单位：市财政局）', 'D |'],
    ],
    [
      'what does not belong to a 专栏 comes behind it',
      ['B 甲', '>P |', '>D 乙'],
      {
        type: 'insertBlocks',
        blocks: [{ type: 'paragraph', id: 'foreign', children: [{ text: '丙' }] }],
        where: 'caret',
      },
      ['B 甲', '>P ', '>D 乙', 'P 丙|'],
    ],
    [
      'an attachment comes last',
      ['P 甲|', '== attachment', 'T 表一'],
      { type: 'insertAttachment' },
      ['P 甲', '== attachment', 'T 表一', '== attachment', 'T |', 'P '],
    ],
    [
      'a branch can be deleted',
      ['1 甲|', '1 乙', '2 丙', '1 丁'],
      { type: 'deleteBranch', id: 'block-1' },
      ['1 甲|', '1 丁'],
    ],
    [
      'an attachment can be deleted',
      ['P 甲|', '== attachment', 'T 表一'],
      { type: 'deleteBranch', id: 'part-10' },
      ['P 甲|'],
    ],
    ['the main text cannot be deleted', ['P 甲|'], { type: 'deleteBranch', id: 'part-00' }, ['P 甲|']],
    [
      'a branch can be selected',
      ['1 甲|', '2 乙', '1 丙'],
      { type: 'selectBranch', id: 'block-0' },
      ['1 [甲', '2 乙]', '1 丙'],
    ],
  ]);

  const missing = (...source: string[]): Editing => {
    const editor = editing(...source);
    editor.host.buildMissing = (fn) => [
      { type: 'clause', id: `new-${fn.toLowerCase()}`, level: fn === 'goals' ? 2 : 1, children: [{ text: fn }] },
    ];
    return editor;
  };

  it('puts missing safeguards at the end of the body, before the signature', () => {
    const { session, lines } = missing('1 甲|', 'P 乙', 'G 云川市人民政府');
    session.run({ type: 'insertMissing', function: 'safeguards' });
    expect(lines()).toEqual(['1 甲', 'P 乙', '1 safeguards|', 'G 云川市人民政府']);
  });

  it('puts missing goals behind the guiding ideology', () => {
    const { session, host, lines } = missing('1 总体要求|', '2r 指导思想。坚持', '1 任务', 'P 乙');
    host.functions = new Map([
      ['block-1', 'guidingIdeology'],
      ['block-2', 'tasks'],
    ]);
    session.run({ type: 'insertMissing', function: 'goals' });
    expect(lines()).toEqual(['1 总体要求', '2r 指导思想。坚持', '2 goals|', '1 任务', 'P 乙']);
  });

  it('goes to the next placeholder and begins again at the top', () => {
    const { session, lines } = editing('2r 甲。乙|', 'P 丙');
    session.run({ type: 'insertResponsibility' });
    Transforms.select(session.editor, { path: [0, 2, 0], offset: 0 });
    session.run({ type: 'nextPlaceholder' });
    expect(lines()[1]).toBe('R （责任单位：[部门名称]）');
    session.editor.insertText('市财政局');
    expect(lines()[1]).toBe('R （责任单位：市财政局|）');
    expect(JSON.stringify(session.editor.children)).not.toContain('placeholder');
  });
});

describe('fixes', () => {
  check([
    [
      'replace a stretch of text',
      ['P 10-15个|'],
      { type: 'applyFix', fix: { kind: 'replace', blockId: 'block-0', start: 2, end: 3, text: '～' } },
      ['P 10～15个|'],
    ],
    [
      'reach into a table',
      ['X 甲,10-15'],
      { type: 'applyFix', fix: { kind: 'replace', blockId: 'block-0', start: 4, end: 5, text: '～' } },
      ['X 甲,10～15'],
    ],
  ]);

  it('come all at once as one step of undo', () => {
    const { session, lines } = editing('P 1-2，3-4|');
    const fixes = [1, 5].map(
      (start) => ({ kind: 'replace', blockId: 'block-0', start, end: start + 1, text: '——' }) as const,
    );
    session.run({ type: 'applyFixes', fixes });
    expect(lines()).toEqual(['P 1——2，3——4|']);
    session.run({ type: 'undo' });
    expect(lines()[0]).toMatch(/1-2，3-4/);
  });

  it('clear the number of the source', () => {
    const { session } = editing('1 甲|');
    const { editor, views } = session;
    editor.apply({ type: 'set_node', path: [0, 0], properties: {}, newProperties: { sourceNumber: '三、' } });
    session.run({ type: 'applyFix', fix: { kind: 'clear-source-number', blockId: 'block-0' } });
    views.updateStructure(partsOf(editor));
    expect(views.get('block-0').label).toBe('一、');
    expect(partsOf(editor)[0]?.children[0]).not.toHaveProperty('sourceNumber');
  });
});

describe('the clipboard', () => {
  it('gets numbers as text', () => {
    const { session } = editing('1 [总体要求', '2r 目标。提高', 'D 甲', 'B 工程]');
    const data = clipboard();
    session.editor.setFragmentData(data);
    expect(data.getData('text/plain')).toBe('一、总体要求\n（一）目标。提高\n——甲\n专栏1　工程');
  });

  it('gets no number when the copy begins inside a block', () => {
    const { session } = editing('1 总[体]要求');
    const data = clipboard();
    session.editor.setFragmentData(data);
    expect(data.getData('text/plain')).toBe('体');
  });

  const paste = (input: string[], text: string): string[] => {
    const { session, lines } = editing(...input);
    session.editor.insertData(clipboard(text));
    return lines();
  };

  it('gives one block a line, with numbers known as levels', () => {
    const text = '一、总体要求\r\n（一）目标。提高质量。\n1.推进\n——甲\n（责任单位：市财政局）\n\n　　正文\n';
    expect(paste(['P |'], text)).toEqual([
      '1 总体要求',
      '2r 目标。提高质量。',
      '3 推进',
      'D 甲',
      'R （责任单位：市财政局）',
      'P 正文|',
    ]);
  });

  it('puts one line into the sentence', () => {
    expect(paste(['P 甲|丁'], '乙\t丙')).toEqual(['P 甲乙 丙|丁']);
  });

  it('joins first and last line to the text around when they are plain', () => {
    expect(paste(['P 甲|丁'], '乙\n一、章\n丙')).toEqual(['P 甲乙', '1 章', 'P 丙|丁']);
  });

  it('gives a cell the words only', () => {
    expect(paste(['X |,乙'], '一、甲\n丙')).toEqual(['X 甲 丙,乙']);
  });

  it('takes words from the middle of an item without its form', () => {
    const { session, lines } = editing('2r 目标。[提高]质量。', '3 ', 'P ');
    const data = clipboard();
    session.editor.setFragmentData(data);
    for (const index of [1, 2]) {
      Transforms.select(session.editor, { path: [0, index, 0], offset: 0 });
      session.editor.insertData(data);
    }
    expect(lines()).toEqual(['2r 目标。提高质量。', '3 提高', 'P 提高|']);
  });

  it('gives pasted blocks ids of their own', () => {
    const { session, lines } = editing('P 前', 'B [工程', '>D 甲]', 'P |');
    const data = clipboard();
    session.editor.setFragmentData(data);
    Transforms.select(session.editor, { path: [0, 3, 0], offset: 0 });
    session.editor.insertData(data);
    expect(lines()).toEqual(['P 前', 'B 工程', '>D 甲', 'B 工程', '>D 甲|']);
    const ids = partsOf(session.editor)[0]!.children.flatMap((block) => [
      block.id,
      'boxId' in block ? block.boxId : '',
    ]);
    expect(new Set(ids.filter(Boolean)).size).toBe(7);
  });
});
