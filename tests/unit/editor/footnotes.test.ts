import { Editor, Node, Transforms } from 'slate';
import { describe, expect, it } from 'vitest';
import type { EditorSession } from '../../../renderer/editor/editor-session';
import { findBlock, offsetIn, pointAt } from '../../../renderer/editor/model/blocks';
import { blockText } from '../../../shared/document/plain-text';
import { footnoteSign, type TextLeaf } from '../../../shared/document/text';
import { listFootnotes } from '../../../shared/footnotes/list-footnotes';
import { clipboard } from './clipboard';
import { editing } from './notation';

const leavesOf = ({ editor }: EditorSession, id: string): readonly TextLeaf[] =>
  findBlock(editor, id)![0].children as readonly TextLeaf[];
/** Words of a block with its footnotes in braces. */
const spelled = (session: EditorSession, id: string): string =>
  leavesOf(session, id)
    .map(({ text, footnote }) => (footnote ? `{${footnote.text}}` : text))
    .join('');
const flush = async (): Promise<void> => {
  await Promise.resolve();
  await Promise.resolve();
};
const notesOf = (session: EditorSession) =>
  session.getDocument().parts.flatMap(({ children }) => listFootnotes(children));
const numbers = (session: EditorSession) => notesOf(session).map(({ id, text }) => [session.footnotes.get(id), text]);
/** 总量达到一百二十个{据统计公报}。 with the caret behind the sign. */
const noted = async (...more: string[]) => {
  const opened = editing('P 总量达到一百二十个|。', ...more);
  opened.session.run({ type: 'insertFootnote', text: '据统计公报' });
  await flush();
  return opened;
};
const caretAt = ({ editor }: EditorSession, path: readonly number[], offset: number): void =>
  Transforms.select(editor, { path: [...path], offset });

describe('a footnote', () => {
  it('is a sign with its words in the mark, put in and taken back in one step, and no part of the text', async () => {
    const { session, lines } = await noted();
    expect(leavesOf(session, 'block-0')).toMatchObject([
      { text: '总量达到一百二十个' },
      { text: footnoteSign, footnote: { text: '据统计公报' } },
      { text: '。' },
    ]);
    expect(blockText(findBlock(session.editor, 'block-0')![0])).toBe('总量达到一百二十个。');
    session.run({ type: 'undo' });
    expect(lines()).toEqual(['P 总量达到一百二十个|。']);
  });

  it('comes behind what is selected, and behind a prompt, not into it', async () => {
    const { session } = editing('P 总[量]达到');
    session.run({ type: 'insertFootnote', text: '甲' });
    expect(spelled(session, 'block-0')).toBe('总量{甲}达到');
  });

  it('keeps what is typed before and behind its sign outside', async () => {
    const { session } = await noted();
    session.editor.insertText('左右');
    expect(spelled(session, 'block-0')).toBe('总量达到一百二十个{据统计公报}左右。');
    caretAt(session, [0, 0, 1], 0);
    session.editor.insertText('整');
    expect(spelled(session, 'block-0')).toBe('总量达到一百二十个整{据统计公报}左右。');
  });

  it('is found at the caret on either side of its sign only', async () => {
    const { session } = await noted();
    const at = (path: readonly number[], offset: number): string | null => {
      caretAt(session, path, offset);
      return session.getCaret().footnote;
    };
    const { id } = notesOf(session)[0]!;
    expect([
      at([0, 0, 0], 8),
      at([0, 0, 0], 9),
      at([0, 0, 1], 0),
      at([0, 0, 1], 1),
      at([0, 0, 2], 0),
      at([0, 0, 2], 1),
    ]).toEqual([null, id, id, id, id, null]);
  });

  it('goes with its sign and comes back by undo', async () => {
    const { session, lines } = await noted();
    session.editor.deleteBackward('character');
    expect(lines()).toEqual(['P 总量达到一百二十个|。']);
    expect(Node.string(session.editor)).not.toContain(footnoteSign);
    session.run({ type: 'undo' });
    await flush();
    expect(numbers(session)).toEqual([[1, '据统计公报']]);
  });

  it('gets other words in one step, and goes when it has none', async () => {
    const { session } = await noted();
    const { id } = notesOf(session)[0]!;
    session.run({ type: 'writeFootnote', id, text: '据部门统计' });
    expect(spelled(session, 'block-0')).toBe('总量达到一百二十个{据部门统计}。');
    session.run({ type: 'undo' });
    expect(spelled(session, 'block-0')).toBe('总量达到一百二十个{据统计公报}。');
    session.run({ type: 'writeFootnote', id, text: ' ' });
    expect(leavesOf(session, 'block-0')).toEqual([{ text: '总量达到一百二十个。' }]);
  });

  it('loses its mark where the sign is gone, and gives up what stands beside the sign', async () => {
    const { session } = await noted();
    session.editor.apply({ type: 'insert_text', path: [0, 0, 1], offset: 1, text: '后' });
    session.editor.apply({ type: 'insert_text', path: [0, 0, 1], offset: 0, text: '前' });
    Editor.normalize(session.editor);
    expect(spelled(session, 'block-0')).toBe('总量达到一百二十个前{据统计公报}后。');
  });

  it('moves with its text when a line is broken, joined, or moved, and numbers follow the order', async () => {
    const { session } = await noted('P 另一段');
    caretAt(session, [0, 1, 0], 3);
    session.run({ type: 'insertFootnote', text: '乙' });
    await flush();
    expect(numbers(session)).toEqual([
      [1, '据统计公报'],
      [2, '乙'],
    ]);
    session.run({ type: 'moveBranch', direction: 'up' });
    await flush();
    expect(numbers(session)).toEqual([
      [1, '乙'],
      [2, '据统计公报'],
    ]);
    caretAt(session, [0, 1, 0], 2);
    session.editor.insertBreak();
    expect(
      session.getDocument().parts[0]!.children.map((block) => [blockText(block), listFootnotes([block]).length]),
    ).toEqual([
      ['另一段', 1],
      ['总量', 0],
      ['达到一百二十个。', 1],
    ]);
    session.editor.deleteBackward('character');
    expect(spelled(session, 'block-0')).toBe('总量达到一百二十个{据统计公报}。');
  });

  it('alone keeps its paragraph from counting as empty', async () => {
    const { session, lines } = editing('P 前', 'P |');
    session.run({ type: 'insertFootnote', text: '甲' });
    caretAt(session, [0, 1, 0], 0);
    session.editor.deleteBackward('character');
    expect(spelled(session, 'block-0')).toBe('前{甲}');
    expect(lines()).toHaveLength(1);
  });

  it('does not count in offsets: a place in the text is found behind its sign too', async () => {
    const { session } = await noted();
    const entry = findBlock(session.editor, 'block-0')!;
    const point = pointAt(session.editor, entry, 10);
    expect(point).toEqual({ path: [0, 0, 2], offset: 1 });
    expect(offsetIn(session.editor, point)).toBe(10);
  });

  it('stays when the words around it are replaced or put right', async () => {
    const { session } = await noted();
    session.run({ type: 'replaceTexts', edits: [{ blockId: 'block-0', start: 8, end: 10, text: '座。' }] });
    expect(spelled(session, 'block-0')).toBe('总量达到一百二十座。{据统计公报}');
    session.run({
      type: 'applyFix',
      fix: { kind: 'replace', blockId: 'block-0', start: 0, end: 10, text: '共一百二十座；' },
    });
    expect(spelled(session, 'block-0')).toBe('共一百二十座；{据统计公报}');
  });
});

describe('a footnote on the clipboard', () => {
  const copied = (session: EditorSession): DataTransfer => {
    const data = clipboard();
    Transforms.select(session.editor, Editor.range(session.editor, [0, 0]));
    session.editor.setFragmentData(data);
    return data;
  };

  it('is pasted as a footnote of its own', async () => {
    const { session } = await noted('P 后');
    const data = copied(session);
    Transforms.select(session.editor, Editor.end(session.editor, [0, 1]));
    session.editor.insertData(data);
    const ids = notesOf(session).map(({ id }) => id);
    expect(numbers(session).map(([, text]) => text)).toEqual(['据统计公报', '据统计公报']);
    expect(new Set(ids).size).toBe(2);
  });

  it('goes into a cell with the words', async () => {
    const { session } = await noted('X 甲,乙');
    const data = copied(session);
    Transforms.select(session.editor, Editor.end(session.editor, [0, 1, 0, 1]));
    session.editor.insertData(data);
    const [, table] = session.getDocument().parts[0]!.children;
    expect(blockText(table!)).toBe('甲\t乙总量达到一百二十个。');
    expect(listFootnotes([table!]).map(({ text }) => text)).toEqual(['据统计公报']);
  });

  it('is a number in the text and a paragraph behind it for other programs', async () => {
    const data = copied((await noted()).session);
    expect(data.getData('text/plain')).toBe('总量达到一百二十个①。\n①据统计公报');
    expect(data.getData('text/html')).toContain('①据统计公报');
  });

  it('is left behind by a selection that ends before its sign', async () => {
    const { session } = await noted();
    Transforms.select(session.editor, {
      anchor: { path: [0, 0, 0], offset: 0 },
      focus: { path: [0, 0, 1], offset: 0 },
    });
    const data = clipboard();
    session.editor.setFragmentData(data);
    expect(data.getData('text/plain')).toBe('总量达到一百二十个');
    expect(data.getData('application/x-nigao-blocks')).not.toContain('据统计公报');
  });
});
