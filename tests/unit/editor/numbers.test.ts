import { Transforms } from 'slate';
import { describe, expect, it } from 'vitest';
import type { EditorSession } from '../../../renderer/editor/editor-session';
import { findBlock, partsOf, pointAt } from '../../../renderer/editor/model/blocks';
import { computeLabels } from '../../../shared/numbering/compute-labels';
import { clipboard } from './clipboard';
import { editing } from './notation';

const numbers = ({ editor }: EditorSession): string[] => [...computeLabels({ parts: [...partsOf(editor)] }).values()];
const caretAt = ({ editor }: EditorSession, id: string, offset = 0): void =>
  Transforms.select(editor, pointAt(editor, findBlock(editor, id)!, offset));
const snapshot = ({ editor }: EditorSession): string => JSON.stringify(partsOf(editor));

describe('the way numbers run', () => {
  it('is set for a level of a part in one step of undo, and seen at once', () => {
    const { session } = editing('1 甲', '2 乙', '1 丙', '2 丁|');
    session.run({ type: 'setNumbering', part: 'part-00', numbering: { 2: 'part' } });
    expect(numbers(session)).toEqual(['一、', '（一）', '二、', '（二）']);
    expect(session.views.get('block-3').label).toBe('（一）');
    session.run({ type: 'undo' });
    expect(numbers(session)).toEqual(['一、', '（一）', '二、', '（一）']);
  });
});

describe('frozen numbers', () => {
  const frozen = () => {
    const opened = editing('1 甲', '2 乙', '2 丙', 'B 丁', '1 戊|');
    opened.session.run({ type: 'freezeNumbers' });
    return opened;
  };

  it('look as before, take one step of undo, and are given back exactly', () => {
    const before = editing('1 甲', '2 乙', '2 丙', 'B 丁', '1 戊|');
    const { session } = frozen();
    expect(numbers(session)).toEqual(numbers(before.session));
    session.run({ type: 'unfreezeNumbers' });
    expect(snapshot(session)).toBe(snapshot(before.session));
    session.run({ type: 'undo' });
    session.run({ type: 'undo' });
    expect(snapshot(session)).toBe(snapshot(before.session));
  });

  it('stay when something is put in between or deleted', () => {
    const { session } = frozen();
    caretAt(session, 'block-1', 1);
    session.editor.insertBreak();
    session.run({ type: 'setLevel', level: 2 });
    expect(numbers(session)).toEqual(['一、', '（一）', '（一）之一', '（二）', '专栏1', '二、']);
    session.run({ type: 'deleteBranch', id: 'block-1' });
    expect(numbers(session)).toEqual(['一、', '（〇）', '（二）', '专栏1', '二、']);
    session.run({ type: 'unfreezeNumbers' });
    expect(numbers(session)).toEqual(['一、', '（一）', '（二）', '专栏1', '二、']);
  });

  it('move with their blocks, and are not given twice', () => {
    const { session } = frozen();
    caretAt(session, 'block-2');
    session.run({ type: 'moveBranch', direction: 'up' });
    expect(numbers(session)).toEqual(['一、', '（二）', '专栏1', '（一）', '二、']);
    caretAt(session, 'block-4', 1);
    session.editor.insertText('己');
    caretAt(session, 'block-4', 1);
    session.editor.insertBreak();
    expect(numbers(session).slice(-2)).toEqual(['二、', '二之一、']);
    caretAt(session, 'block-4', 0);
    session.editor.insertBreak();
    expect(numbers(session).filter((number) => number === '二、')).toHaveLength(1);
  });

  it('are lost at another level', () => {
    const { session } = frozen();
    caretAt(session, 'block-2');
    session.run({ type: 'promote' });
    expect(numbers(session)).toEqual(['一、', '（一）', '一之一、', '专栏1', '二、']);
  });
});

describe('a locked number', () => {
  it('stays while the others are counted, until it is released', () => {
    const { session } = editing('2 甲', '2 乙|', '2 丙');
    session.run({ type: 'toggleNumberLock' });
    session.run({ type: 'deleteBranch', id: 'block-0' });
    expect(numbers(session)).toEqual(['（二）', '（二）']);
    caretAt(session, 'block-1');
    session.run({ type: 'toggleNumberLock' });
    expect(numbers(session)).toEqual(['（一）', '（二）']);
  });

  it('outlives the freezing of all numbers', () => {
    const { session } = editing('2 甲', '2 乙|', '2 丙');
    session.run({ type: 'toggleNumberLock' });
    session.run({ type: 'freezeNumbers' });
    session.run({ type: 'unfreezeNumbers' });
    session.run({ type: 'deleteBranch', id: 'block-0' });
    expect(numbers(session)).toEqual(['（二）', '（二）']);
  });

  it('released among frozen numbers stays frozen', () => {
    const { session } = editing('2 甲', '2 乙|');
    session.run({ type: 'freezeNumbers' });
    session.run({ type: 'toggleNumberLock' });
    session.run({ type: 'toggleNumberLock' });
    session.run({ type: 'deleteBranch', id: 'block-0' });
    expect(numbers(session)).toEqual(['（二）']);
  });

  it('is not taken over by a copy or by the other half of a split', () => {
    const { session } = editing('2 甲', '2 乙乙|');
    session.run({ type: 'toggleNumberLock' });
    const { editor } = session;
    Transforms.select(editor, {
      anchor: pointAt(editor, findBlock(editor, 'block-0')!, 0),
      focus: pointAt(editor, findBlock(editor, 'block-1')!, 2),
    });
    const data = clipboard();
    editor.setFragmentData(data);
    caretAt(session, 'block-1', 2);
    editor.insertData(data);
    expect(numbers(session)).toEqual(['（一）', '（二）', '（三）', '（四）']);
    caretAt(session, 'block-1', 1);
    editor.insertBreak();
    caretAt(session, 'block-1', 0);
    editor.insertBreak();
    expect(numbers(session).filter((number) => number === '（二）')).toHaveLength(2);
  });

  it('is not there to lock in a paragraph', () => {
    const { session } = editing('P 甲|');
    const before = snapshot(session);
    session.run({ type: 'toggleNumberLock' });
    expect(snapshot(session)).toBe(before);
  });
});
