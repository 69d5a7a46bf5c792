import * as fc from 'fast-check';
import { Editor, Transforms } from 'slate';
import { describe, expect, it } from 'vitest';
import type { EditorCommand } from '../../../renderer/editor/commands/editor-command';
import { type BranchStep, levelsAt } from '../../../renderer/editor/commands/place-branch';
import { referenceEntries } from '../../../renderer/editor/commands/references';
import { notePlaceAt } from '../../../renderer/editor/commands/unit-note';
import { createEditorSession, type EditorSession } from '../../../renderer/editor/editor-session';
import { boxIdOf, partsOf, pointAt } from '../../../renderer/editor/model/blocks';
import { settleBoxes } from '../../../renderer/editor/normalizers/ensure-boxes';
import type { GovEditor } from '../../../renderer/editor/slate-types';
import { documentSchema } from '../../../shared/document/document';
import { blockText } from '../../../shared/document/plain-text';
import { computeLabels } from '../../../shared/numbering/compute-labels';
import { referenceNames } from '../../../shared/references/reference-names';
import { arbitraryDocument } from '../../helpers/arbitrary-document';
import { clipboard } from './clipboard';

/** One gesture: select somewhere, then do something. Numbers are taken modulo what there is. */
type Gesture = Readonly<{ anchor: readonly [number, number]; span: number; act: (session: EditorSession) => void }>;

const selectAt = (editor: GovEditor, [at, offset]: readonly [number, number], span: number): void => {
  const entries = partsOf(editor).flatMap(({ children }, part) =>
    children.map((block, index) => [block, [part, index] as [number, number]] as const),
  );
  const first = entries[at % entries.length]!;
  const last = entries[Math.min((at % entries.length) + (span >> 1), entries.length - 1)]!;
  const anchor = pointAt(editor, first, offset % (blockText(first[0]).length + 1));
  Transforms.select(editor, { anchor, focus: span % 2 === 0 ? anchor : pointAt(editor, last, offset * 3) });
};

const command = (value: EditorCommand) => (session: EditorSession) => session.run(value);
const edit = (change: (editor: GovEditor) => void) => (session: EditorSession) => change(session.editor);

const anyId = ({ editor }: EditorSession, at: number): string => {
  const ids = partsOf(editor).flatMap(({ id, children }) => [id, ...children.map((block) => block.id)]);
  return ids[at % ids.length]!;
};

const acts: fc.Arbitrary<(session: EditorSession) => void> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .constantFrom('推进', '。', '一、', '（二）', '1.', '5', '——', '/', '质量。提高')
      .map((text) => edit((editor) => editor.insertText(text))),
  },
  { weight: 3, arbitrary: fc.constant(edit((editor) => editor.insertBreak())) },
  { weight: 2, arbitrary: fc.constant(edit((editor) => editor.deleteBackward('character'))) },
  { weight: 2, arbitrary: fc.constant(edit((editor) => editor.deleteForward('character'))) },
  { weight: 2, arbitrary: fc.constant(edit((editor) => editor.deleteFragment())) },
  {
    weight: 3,
    arbitrary: fc.constant(
      edit((editor) => {
        const data = clipboard();
        editor.setFragmentData(data);
        Transforms.collapse(editor, { edge: 'end' });
        editor.insertData(data);
      }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('甲乙', '一、总体要求\n（一）目标。提高。\n正文', '——一\n——二')
      .map((text) => edit((editor) => editor.insertData(clipboard(text)))),
  },
  {
    weight: 8,
    arbitrary: fc
      .constantFrom<EditorCommand>(
        { type: 'setLevel', level: 1 },
        { type: 'setLevel', level: 3 },
        { type: 'setLevel', level: 'body' },
        { type: 'promote' },
        { type: 'demote' },
        { type: 'toggleRunIn' },
        { type: 'moveBranch', direction: 'up' },
        { type: 'moveBranch', direction: 'down' },
        { type: 'insertResponsibility' },
        { type: 'insertDash' },
        { type: 'insertBox' },
        { type: 'insertTable' },
        { type: 'insertAttachment' },
        { type: 'table', action: 'rowAbove' },
        { type: 'table', action: 'mergeCells' },
        { type: 'table', action: 'splitCell' },
        { type: 'table', action: 'deleteColumn' },
        { type: 'stepCell', by: 1 },
        { type: 'addNotice', organ: undefined },
        { type: 'removeNotice' },
        { type: 'setDocumentLines', lines: { salutation: '各区：', signature: '甲局\n乙局', dateLine: '' } },
        { type: 'nextPlaceholder' },
        { type: 'freezeNumbers' },
        { type: 'unfreezeNumbers' },
        { type: 'toggleNumberLock' },
        { type: 'setNumbering', part: 'main00', numbering: { 2: 'part', 3: 'chapter' } },
      )
      .map(command),
  },
  {
    weight: 1,
    arbitrary: fc.nat().map((at) => (session: EditorSession) => {
      session.run({ type: 'deleteBranch', id: anyId(session, at) });
    }),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.nat(), fc.constantFrom<BranchStep>('up', 'down', 'promote', 'demote'))
      .map(([at, step]) => (session: EditorSession) => {
        session.run({ type: 'stepBranch', id: anyId(session, at), step });
      }),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.nat(), fc.nat(), fc.nat(), fc.boolean())
      .map(([at, to, way, last]) => (session: EditorSession) => {
        const id = anyId(session, at);
        const before = anyId(session, to);
        const parts = partsOf(session.editor);
        const part = parts.find(({ children }) => children.some((block) => block.id === before)) ?? parts[0]!;
        const place = { part: part.id, before: last ? null : before };
        const levels = levelsAt(parts, id, place);
        if (levels.length > 0) session.run({ type: 'placeBranch', id, place, level: levels[way % levels.length]! });
      }),
  },
  {
    weight: 3,
    arbitrary: fc.nat().map((at) => (session: EditorSession) => {
      session.run({ type: 'insertReference', target: anyId(session, at), typed: '' });
    }),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.nat(), fc.boolean(), fc.constantFrom('', '（责任单位：市财政局）'))
      .map(([at, own, text]) => (session: EditorSession) => {
        const blocks = partsOf(session.editor).flatMap(({ children }) => children);
        const place = notePlaceAt(session.getDocument(), blocks[at % blocks.length]!.id);
        if (place) session.run({ type: 'writeNote', place: { ...place, own, text } });
      }),
  },
  {
    weight: 2,
    arbitrary: fc.nat().map((at) => (session: EditorSession) => {
      session.menu.open();
      const { items = [] } = session.menu.get() ?? {};
      if (items.length > 0) session.menu.choose(items[at % items.length]);
    }),
  },
);

const gesture: fc.Arbitrary<Gesture> = fc.record({
  anchor: fc.tuple(fc.nat(400), fc.nat(60)),
  span: fc.constantFrom(0, 0, 0, 2, 1, 3, 5, 21),
  act: acts,
});

const host = {
  onChange: () => undefined,
  onCaret: () => undefined,
  functions: new Map(),
  missing: [],
  buildMissing: () => [],
};

const flush = async (): Promise<void> => {
  await Promise.resolve();
  await Promise.resolve();
};

describe('any commands on any document', () => {
  it('keep it valid, boxes whole, undo and redo exactly, and numbers and references as a fresh computation gives them', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryDocument,
        fc.array(gesture, { minLength: 1, maxLength: 25 }),
        async (document, gestures) => {
          const session = createEditorSession(structuredClone(document), host);
          const { editor, views } = session;
          const states = [JSON.stringify(editor.children)];
          for (const { anchor, span, act } of gestures) {
            selectAt(editor, anchor, span);
            await flush();
            act(session);
            await flush();
            const value = session.getDocument();
            const checked = documentSchema.safeParse(value);
            expect(checked.error?.issues ?? []).toEqual([]);
            const used = new Set<string>();
            for (const { children } of value.parts) expect(settleBoxes(children, used)).toEqual(children.map(boxIdOf));
            const labels = computeLabels(value);
            for (const part of value.parts)
              for (const { id } of part.children) expect(views.get(id).label).toBe(labels.get(id) ?? '');
            const names = referenceNames(value, labels);
            for (const { leaf, part } of referenceEntries(editor))
              expect(leaf.text).toBe(names.nameOf(leaf.ref, part) ?? leaf.text);
            expect(Editor.hasPath(editor, editor.selection?.anchor.path ?? [0, 0, 0])).toBe(true);
            states.push(JSON.stringify(editor.children));
          }
          const last = structuredClone(editor.children);
          const steps = editor.history.undos.length;
          if (steps >= 100) return;
          while (editor.history.undos.length > 0) editor.undo();
          expect(editor.children).toEqual(JSON.parse(states[0]!));
          while (editor.history.redos.length > 0) editor.redo();
          expect(editor.children).toEqual(last);
        },
      ),
      { numRuns: 300 },
    );
  }, 60_000);
});
