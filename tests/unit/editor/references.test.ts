import { Editor, Transforms } from 'slate';
import { describe, expect, it, vi } from 'vitest';
import type { EditorSession } from '../../../renderer/editor/editor-session';
import { findBlock, partsOf, pointAt } from '../../../renderer/editor/model/blocks';
import type { TextLeaf } from '../../../shared/document/text';
import { clipboard } from './clipboard';
import { editing } from './notation';

const leavesOf = ({ editor }: EditorSession, id: string): readonly TextLeaf[] =>
  findBlock(editor, id)![0].children as readonly TextLeaf[];

const caretAt = ({ editor }: EditorSession, id: string, offset: number): void =>
  Transforms.select(editor, pointAt(editor, findBlock(editor, id)!, offset));

/** What one flush of the editor does: the next change is a step of its own. */
const settle = ({ editor }: EditorSession): void => {
  editor.operations = [];
};

/** A paragraph 见◊办理。 with a reference to 丙 at ◊, then 一、甲 （一）乙 （二）丙. */
const referring = () => {
  const opened = editing('P 见|办理。', '1 甲', '2 乙', '2 丙');
  opened.session.run({ type: 'insertReference', target: 'block-3', typed: '' });
  settle(opened.session);
  return opened;
};
const reference = (text: string): TextLeaf[] => [{ text: '见' }, { text, ref: 'block-3' }, { text: '办理。' }];

describe('a reference', () => {
  it('is put at the caret as text and takes one step of undo', () => {
    const { session, lines } = referring();
    expect(leavesOf(session, 'block-0')).toEqual(reference('第一部分第（二）条'));
    expect(lines()[0]).toBe('P 见第一部分第（二）条|办理。');
    session.run({ type: 'undo' });
    expect(lines()[0]).toBe('P 见|办理。');
  });

  it('replaces the sign that asked for it, a selection, and a placeholder', () => {
    const asked = editing('1 甲', 'P 见@|');
    asked.session.run({ type: 'insertReference', target: 'block-0', typed: '@' });
    expect(asked.lines()).toEqual(['1 甲', 'P 见第一部分|']);
    const selected = editing('1 甲', 'P 见[那里]。');
    selected.session.run({ type: 'insertReference', target: 'block-0', typed: '' });
    expect(selected.lines()).toEqual(['1 甲', 'P 见第一部分|。']);
    const { session, lines } = editing('1 甲|');
    session.run({ type: 'insertResponsibility' });
    session.run({ type: 'insertReference', target: 'block-0', typed: '' });
    expect(lines()).toEqual(['1 甲', 'R （责任单位：第一部分|）']);
  });

  it('follows renumbering within the same step of undo', () => {
    const { session } = referring();
    caretAt(session, 'block-2', 0);
    session.run({ type: 'moveBranch', direction: 'down' });
    expect(leavesOf(session, 'block-0')).toEqual(reference('第一部分第（一）条'));
    session.run({ type: 'undo' });
    expect(leavesOf(session, 'block-0')).toEqual(reference('第一部分第（二）条'));
    session.run({ type: 'redo' });
    expect(leavesOf(session, 'block-0')).toEqual(reference('第一部分第（一）条'));
  });

  it('leaves what is typed before and behind it alone', () => {
    const { session } = referring();
    session.editor.insertText('的要求');
    expect(leavesOf(session, 'block-0')[1]).toEqual({ text: '第一部分第（二）条', ref: 'block-3' });
    expect(leavesOf(session, 'block-0')[2]).toEqual({ text: '的要求办理。' });
    Transforms.select(session.editor, Editor.start(session.editor, [0, 0, 1]));
    session.editor.insertText('本意见');
    expect(leavesOf(session, 'block-0')[0]).toEqual({ text: '见本意见' });
  });

  it('is typed behind at the end and before the start of a block', () => {
    const { session, lines } = editing('1 甲', 'P |');
    session.run({ type: 'insertReference', target: 'block-0', typed: '' });
    session.editor.insertText('。');
    Transforms.select(session.editor, Editor.start(session.editor, [0, 1]));
    session.editor.insertText('见');
    expect(leavesOf(session, 'block-1')).toEqual([
      { text: '见' },
      { text: '第一部分', ref: 'block-0' },
      { text: '。' },
    ]);
    expect(lines().at(-1)).toBe('P 见|第一部分。');
  });

  it.each([
    ['typed into', (session: EditorSession) => session.editor.insertText('的')],
    ['deleted in part', (session: EditorSession) => session.editor.deleteBackward('character')],
    ['divided', (session: EditorSession) => session.editor.insertBreak()],
  ])('is plain text once it is %s, and a reference again after undo', (_, act) => {
    const { session } = referring();
    caretAt(session, 'block-0', 4);
    act(session);
    expect(JSON.stringify(partsOf(session.editor))).not.toContain('"ref"');
    session.run({ type: 'undo' });
    expect(leavesOf(session, 'block-0')).toEqual(reference('第一部分第（二）条'));
  });

  it('keeps its words when what it refers to goes, and finds it again', () => {
    const { session } = referring();
    session.run({ type: 'deleteBranch', id: 'block-3' });
    expect(leavesOf(session, 'block-0')).toEqual(reference('第一部分第（二）条'));
    session.run({ type: 'undo' });
    caretAt(session, 'block-2', 0);
    session.run({ type: 'promote' });
    expect(leavesOf(session, 'block-0')).toEqual(reference('第二部分第（一）条'));
  });

  it('waits in the block where an input method composes, and joins the step that caused it', () => {
    const { session } = referring();
    caretAt(session, 'block-0', 1);
    session.gate.close();
    session.run({ type: 'deleteBranch', id: 'block-2' });
    expect(leavesOf(session, 'block-0')).toEqual(reference('第一部分第（二）条'));
    session.gate.open();
    expect(leavesOf(session, 'block-0')).toEqual(reference('第一部分第（一）条'));
    session.run({ type: 'undo' });
    expect(leavesOf(session, 'block-0')).toEqual(reference('第一部分第（二）条'));
  });

  it('follows with hundreds of others', () => {
    const { session, lines } = editing('P 前', ...Array.from({ length: 300 }, () => 'P 见'), '1 甲', '1 乙|');
    for (let at = 1; at <= 300; at += 1) {
      caretAt(session, `block-${at}`, 1);
      session.run({ type: 'insertReference', target: 'block-302', typed: '' });
    }
    session.run({ type: 'deleteBranch', id: 'block-301' });
    expect(lines().filter((line) => line.replace('|', '') === 'P 见第一部分')).toHaveLength(300);
  });

  it('is not made to what has no number', () => {
    const { session, lines } = editing('P 甲', 'P 乙|');
    session.run({ type: 'insertReference', target: 'block-0', typed: '' });
    expect(lines()).toEqual(['P 甲', 'P 乙|']);
  });
});

describe('references on the clipboard', () => {
  const copy = (session: EditorSession, from: readonly [string, number], to: readonly [string, number]) => {
    const { editor } = session;
    const point = ([id, offset]: readonly [string, number]) => pointAt(editor, findBlock(editor, id)!, offset);
    Transforms.select(editor, { anchor: point(from), focus: point(to) });
    const data = clipboard();
    editor.setFragmentData(data);
    return data;
  };

  it('are copied as words, and in another document become plain text', () => {
    const data = copy(referring().session, ['block-0', 0], ['block-0', 12]);
    expect(data.getData('text/plain')).toBe('见第一部分第（二）条办理');
    const other = editing('P 另|');
    other.session.editor.insertData(data);
    expect(leavesOf(other.session, 'block-0')).toEqual([{ text: '另见第一部分第（二）条办理' }]);
  });

  it('stay references within the document, but not a piece of one', () => {
    const { session } = referring();
    const whole = copy(session, ['block-0', 0], ['block-0', 13]);
    const piece = copy(session, ['block-0', 0], ['block-0', 5]);
    caretAt(session, 'block-1', 1);
    session.editor.insertData(whole);
    expect(leavesOf(session, 'block-1')[1]).toEqual({ text: '第一部分第（二）条', ref: 'block-3' });
    caretAt(session, 'block-2', 1);
    session.editor.insertData(piece);
    expect(leavesOf(session, 'block-2')).toEqual([{ text: '乙见第一部分' }]);
  });

  it('lead to the copies of what was copied with them', () => {
    const { session, lines } = referring();
    const data = copy(session, ['block-0', 0], ['block-3', 1]);
    caretAt(session, 'block-3', 1);
    session.editor.insertData(data);
    expect(lines()[0]).toBe('P 见第一部分第（二）条办理。');
    expect(lines()).toContain('2 丙见第二部分第（二）条办理。');
  });

  it('hold when what they refer to is cut and put elsewhere', () => {
    const { session, lines } = editing('P 见|', '1 甲', 'P 空', '1 乙', 'P 文');
    session.run({ type: 'insertReference', target: 'block-3', typed: '' });
    const data = copy(session, ['block-2', 1], ['block-4', 1]);
    session.editor.deleteFragment();
    expect(findBlock(session.editor, 'block-3')).toBeUndefined();
    caretAt(session, 'block-0', 1);
    Transforms.select(session.editor, Editor.end(session.editor, [0, 0]));
    session.editor.insertData(data);
    expect(lines()).toEqual(['P 见第一部分', '1 乙', 'P 文|', '1 甲', 'P 空']);
  });
});

describe('the sign @', () => {
  const drawn = () => new Promise((resolve) => setTimeout(resolve, 20));

  const picking = (...source: string[]) => {
    const opened = editing(...source);
    const pick = vi.fn();
    opened.host.onPickReference = pick;
    return { ...opened, pick };
  };

  it.each(['@', '＠'])('typed as %s asks what to refer to', async (sign) => {
    const { session, pick } = picking('P 见|');
    session.editor.insertText(sign);
    await vi.waitFor(() => expect(pick).toHaveBeenCalledExactlyOnceWith(sign));
  });

  it('is an ordinary sign within an address and in what is pasted', async () => {
    const { session, pick } = picking('P 邮箱yjs|');
    session.editor.insertText('@');
    session.editor.insertText('见@');
    await drawn();
    expect(pick).not.toHaveBeenCalled();
  });

  it('asks when the composition is over', async () => {
    const { session, pick } = picking('P 见|');
    session.gate.close();
    session.editor.insertText('@');
    await drawn();
    expect(pick).not.toHaveBeenCalled();
    session.gate.open();
    await vi.waitFor(() => expect(pick).toHaveBeenCalledOnce());
  });

  it('is offered by the insert menu too', async () => {
    const { session, pick } = picking('1 甲', 'P |');
    session.menu.open();
    session.menu.choose(session.menu.get()?.items.find(({ name }) => name === '引用'));
    await vi.waitFor(() => expect(pick).toHaveBeenCalledExactlyOnceWith(''));
  });
});
