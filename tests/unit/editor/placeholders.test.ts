import { Editor, Transforms } from 'slate';
import { describe, expect, it } from 'vitest';
import { walksPlaceholders } from '../../../renderer/editor/commands/placeholders';
import { createEditorSession } from '../../../renderer/editor/editor-session';
import { createId } from '../../../shared/document/block-id';
import type { GovDocument } from '../../../shared/document/document';
import { instantiate } from '../../../shared/templates/instantiate';
import { shippedTemplates } from '../../../shared/templates/templates';

const open = (document: GovDocument) =>
  createEditorSession(document, {
    onChange: () => undefined,
    onCaret: () => undefined,
    functions: new Map(),
    missing: [],
    buildMissing: () => [],
  });
const draft = () => instantiate(shippedTemplates()[0]!, { city: '云川市' });
const selected = ({ editor }: ReturnType<typeof open>) => Editor.string(editor, editor.selection!);

/** Slate tells of a change when the task at hand is done. */
const drawn = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('the walk through the placeholders', () => {
  it('goes forward and back, and round at both ends', () => {
    const session = open(draft());
    session.run({ type: 'nextPlaceholder' });
    expect(selected(session)).toBe('事由');
    session.run({ type: 'nextPlaceholder' });
    expect(selected(session)).toBe('主送机关');
    session.run({ type: 'previousPlaceholder' });
    expect(selected(session)).toBe('事由');
    session.run({ type: 'previousPlaceholder' });
    expect(selected(session)).toBe('成文日期');
  });

  it('goes on from a placeholder that has just been written over, until the caret leaves the block', async () => {
    const session = open(draft());
    expect(walksPlaceholders(session.editor)).toBe(false);
    session.run({ type: 'nextPlaceholder' });
    session.editor.insertText('推进节水');
    expect(walksPlaceholders(session.editor)).toBe(true);
    session.run({ type: 'nextPlaceholder' });
    expect(selected(session)).toBe('主送机关');
    session.editor.insertText('各县');
    Transforms.select(session.editor, Editor.start(session.editor, [0, 3]));
    await drawn();
    expect(walksPlaceholders(session.editor)).toBe(false);
    Transforms.select(session.editor, Editor.end(session.editor, [0, 1]));
    await drawn();
    expect(walksPlaceholders(session.editor)).toBe(false);
  });

  it('ends when nothing is left to be filled in', () => {
    const filled = instantiate(shippedTemplates()[0]!, {}, { samples: true });
    const said: string[] = [];
    const session = createEditorSession(
      {
        ...filled,
        parts: [
          { ...filled.parts[0]!, children: [{ type: 'paragraph', id: 'block-1', children: [{ text: '写好了。' }] }] },
        ],
      },
      {
        onChange: () => undefined,
        onCaret: () => undefined,
        functions: new Map(),
        missing: [],
        buildMissing: () => [],
        say: (sentence) => said.push(sentence),
      },
    );
    session.run({ type: 'nextPlaceholder' });
    expect(said).toEqual(['没有待填的内容了。']);
    expect(walksPlaceholders(session.editor)).toBe(false);
  });
});

describe('another state of the text', () => {
  it('leaves blocks that are the same untouched, and is undone in one step', () => {
    const document = draft();
    const session = open(document);
    const [main] = document.parts;
    const added = { type: 'paragraph' as const, id: createId(), children: [{ text: '新的一段。' }] };
    const [first, second, ...rest] = main!.children;
    const parts = [{ ...main!, children: [second!, first!, added, ...rest.slice(1)] }];
    const before = session.editor.children;
    session.run({ type: 'replaceParts', parts });
    expect(session.getDocument().parts).toEqual(parts);
    const after = session.getDocument().parts[0]!.children;
    expect(after.slice(3)).toSatisfy((blocks: unknown[]) => blocks.every((block, at) => block === rest[at + 1]));
    session.run({ type: 'undo' });
    expect(session.editor.children).toEqual(before);
  });
});
