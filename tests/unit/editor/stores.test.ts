import { Transforms } from 'slate';
import { describe, expect, it, vi } from 'vitest';
import { createCompositionGate } from '../../../renderer/editor/ime/composition-gate';
import { matches } from '../../../renderer/editor/menu/match-pinyin';
import type { MenuItem } from '../../../renderer/editor/menu/menu-items';
import { editing } from './notation';

const flush = async (): Promise<void> => {
  for (let turn = 0; turn < 4; turn += 1) await Promise.resolve();
};

describe('block views', () => {
  it('tell only those blocks whose number has changed', async () => {
    const { session } = editing('1 甲', '2 乙|', '1 丙', 'P 丁');
    const heard: string[] = [];
    for (const id of ['block-0', 'block-1', 'block-2', 'block-3']) session.views.subscribe(id, () => heard.push(id));
    await flush();
    heard.length = 0;
    session.run({ type: 'setLevel', level: 1 });
    await flush();
    expect(heard).toEqual(['block-1', 'block-2']);
    expect(session.views.get('block-2').label).toBe('三、');
  });

  it('are not computed again by typing', async () => {
    const { session } = editing('1 甲|', '1 乙');
    await flush();
    const update = vi.fn();
    session.views.subscribe('block-1', update);
    session.editor.insertText('丙');
    await flush();
    expect(update).not.toHaveBeenCalled();
  });

  it('wait while an input method composes', async () => {
    const { session } = editing('1 甲|', '1 乙');
    await flush();
    session.gate.close();
    session.editor.deleteBackward('character');
    session.run({ type: 'deleteBranch', id: 'block-0' });
    await flush();
    expect(session.views.get('block-1').label).toBe('二、');
    session.gate.open();
    expect(session.views.get('block-1').label).toBe('一、');
  });

  it('show the list of attachments below the last block of the body, and follow their titles', async () => {
    const { session } = editing('P 甲', 'G 云川市人民政府', '== attachment', 'T 表|', '== attachment', 'T 单');
    expect(session.views.get('block-0').attachments).toBe('附件：1.表\n2.单');
    expect(session.views.get('block-1').attachments).toBeNull();
    session.editor.insertText('一');
    await flush();
    expect(session.views.get('block-0').attachments).toBe('附件：1.表一\n2.单');
  });

  it('draw consecutive blocks of a 专栏 as one frame', () => {
    const { session } = editing('B 甲', '>D 乙', '>D 丙', 'B 丁');
    const places = ['block-0', 'block-1', 'block-2', 'block-3'].map((id) => session.views.get(id).box);
    expect(places).toEqual(['first', 'middle', 'last', 'only']);
  });
});

describe('the composition gate', () => {
  it('lets through what it knows by the same key once, in the order it came', () => {
    const gate = createCompositionGate();
    const done: string[] = [];
    gate.close();
    gate.pass('a', () => done.push('a1'));
    gate.pass('b', () => done.push('b'));
    gate.pass('a', () => done.push('a2'));
    expect(done).toEqual([]);
    gate.open();
    expect(done).toEqual(['a2', 'b']);
  });
});

describe('the insert menu', () => {
  const names = (items: readonly MenuItem[] = []): string[] => items.map(({ name }) => name);

  it('opens by a slash, is filtered by initials, and puts the element in place of what was typed', async () => {
    const { session, lines } = editing('2r 甲。乙', 'P |');
    for (const letter of '/zrdw') {
      session.editor.insertText(letter);
      await flush();
    }
    expect(names(session.menu.get()?.items)).toEqual(['责任单位']);
    session.menu.choose();
    expect(lines()).toEqual(['2r 甲。乙', 'R （责任单位：[部门名称]）']);
    session.run({ type: 'undo' });
    expect(lines()).toEqual(['2r 甲。乙', 'P /zrdw|']);
  });

  it('opens by 、 too, as Chinese input methods type the key of the slash', async () => {
    const { session } = editing('P |');
    session.editor.insertText('、');
    await flush();
    expect(session.menu.get()).not.toBeNull();
  });

  it('gives way when nothing answers to what is typed', async () => {
    const { session, lines } = editing('1 甲', 'P |');
    session.editor.insertBreak();
    expect(session.menu.get()).not.toBeNull();
    session.editor.insertText('推进');
    await flush();
    expect(session.menu.get()).toBeNull();
    expect(lines()).toEqual(['1 甲', 'P 推进|']);
  });

  it('closes when the caret goes elsewhere', async () => {
    const { session } = editing('1 甲', 'P |');
    session.editor.insertBreak();
    Transforms.select(session.editor, { path: [0, 0, 0], offset: 0 });
    await flush();
    expect(session.menu.get()).toBeNull();
  });

  it('offers a missing part first where a chapter can begin, else further down', () => {
    const open = (...source: string[]): string[] => {
      const { session, host } = editing(...source);
      host.missing = ['safeguards'];
      host.buildMissing = () => [{ type: 'clause', id: 'new-part', level: 1, children: [{ text: '保障措施' }] }];
      session.menu.open();
      return names(session.menu.get()?.items);
    };
    expect(open('1 甲', 'P 乙', 'P |', 'G 云川市人民政府')[0]).toBe('保障措施');
    expect(open('1 甲', 'P |', 'P 乙').indexOf('保障措施')).toBeGreaterThan(0);
  });

  it('offers inside a 专栏 only what may stand there', () => {
    const { session } = editing('B 甲', '>P |');
    session.menu.open();
    expect(names(session.menu.get()?.items)).toEqual(['三级标题', '四级标题', '列项', '表格', '图片', '引用']);
  });

  it('knows pinyin, initials, the letters of an input method and the characters', () => {
    const item: MenuItem = { key: '', mark: '', name: '责任单位', pinyin: 'ze ren dan wei', choose: () => undefined };
    for (const query of ['', 'zr', 'zerendan', "ze'ren", '单位', 'ZRDW'])
      expect(matches(item, query), query).toBe(true);
    for (const query of ['zl', '专栏']) expect(matches(item, query), query).toBe(false);
  });
});

describe('the session', () => {
  it('reports changes of content with untouched blocks the same, and nothing for a moved caret', async () => {
    const { session, host } = editing('1 甲|', 'P 乙');
    await flush();
    const reported = vi.fn();
    host.onChange = reported;
    const before = session.getDocument();
    Transforms.select(session.editor, { path: [0, 1, 0], offset: 0 });
    await flush();
    expect(reported).not.toHaveBeenCalled();
    session.editor.insertText('丙');
    expect(session.getDocument(), 'at once').not.toBe(before);
    await flush();
    expect(reported).toHaveBeenCalledExactlyOnceWith(session.getDocument());
    expect(session.getDocument().parts[0]?.children[0]).toBe(before.parts[0]?.children[0]);
  });

  it('takes a step of undo for each sentence', () => {
    const { session, lines } = editing('P |');
    for (const text of ['甲', '乙。', '丙', '丁。']) {
      session.editor.insertText(text);
      session.editor.operations = [];
    }
    session.run({ type: 'undo' });
    expect(lines()).toEqual(['P 甲乙。|']);
  });

  it('brings a value from elsewhere into order without a step of undo', () => {
    const { session } = editing('P ');
    expect(session.editor.history.undos).toEqual([]);
  });
});
