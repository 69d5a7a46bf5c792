import * as fc from 'fast-check';
import { Editor } from 'slate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { referenceEntries } from '../../../renderer/editor/commands/references';
import { createEditorSession, type EditorSession } from '../../../renderer/editor/editor-session';
import { boxIdOf } from '../../../renderer/editor/model/blocks';
import { settleBoxes } from '../../../renderer/editor/normalizers/ensure-boxes';
import { documentSchema } from '../../../shared/document/document';
import { computeLabels } from '../../../shared/numbering/compute-labels';
import { referenceNames } from '../../../shared/references/reference-names';
import { buildMissingPart } from '../../../shared/templates/missing-part';
import { arbitraryDocument } from '../../helpers/arbitrary-document';
import { parseHtml } from '../../helpers/parse-html';
import { anyGesture, type Gesture, selectFor } from './any-gestures';

/** So many commands have been tried when the test passes. */
const wanted = 5_000;
/** Another one by the environment, to look elsewhere: `SEED=7 vitest run …`. */
const seed = Number(process.env.SEED ?? 20260305);
/** slate-history keeps so many steps; a run with more could not be taken back to its beginning. */
const mostSteps = 100;

beforeAll(() => {
  vi.stubGlobal(
    'DOMParser',
    class {
      parseFromString = parseHtml;
    },
  );
});
afterAll(() => vi.unstubAllGlobals());

const flush = async (): Promise<void> => {
  await Promise.resolve();
  await Promise.resolve();
};

const expectSound = ({ editor, views, getDocument }: EditorSession): void => {
  const value = getDocument();
  expect(documentSchema.safeParse(value).error?.issues ?? []).toEqual([]);
  const used = new Set<string>();
  for (const { children } of value.parts) expect(settleBoxes(children, used)).toEqual(children.map(boxIdOf));
  const labels = computeLabels(value);
  const ids = value.parts.flatMap((part) => part.children.map(({ id }) => id));
  expect(ids.map((id) => views.get(id).label)).toEqual(ids.map((id) => labels.get(id) ?? ''));
  const names = referenceNames(value, labels);
  for (const { leaf, part } of referenceEntries(editor))
    expect(leaf.text).toBe(names.nameOf(leaf.ref, part) ?? leaf.text);
  expect(Editor.hasPath(editor, editor.selection?.anchor.path ?? [0, 0, 0])).toBe(true);
};

/** Does one gesture; one step back and forth again gives exactly what was there, at whatever moment. */
const perform = async (session: EditorSession, gesture: Gesture): Promise<void> => {
  const { editor } = session;
  selectFor(editor, gesture);
  await flush();
  const before = editor.children;
  const { undos } = editor.history;
  const undosBefore = undos.length;
  const stepBefore = undos.at(-1)?.operations.length;
  gesture.act(session);
  await flush();
  expectSound(session);
  const steps = editor.history.undos.length - undosBefore;
  // Typing may go on in the step before; then it is not this gesture's alone.
  const wentOn = editor.history.undos[undosBefore - 1]?.operations.length !== stepBefore;
  if (steps <= 0 || wentOn || gesture.name === 'redo') return;
  const after = editor.children;
  for (let step = 0; step < steps; step += 1) editor.undo();
  await flush();
  expect(editor.children).toEqual(before);
  expectSound(session);
  for (let step = 0; step < steps; step += 1) editor.redo();
  expect(editor.children).toEqual(after);
  await flush();
};

describe('any commands on any document', () => {
  it(`keep it valid through ${wanted} of them, boxes whole, undo and redo exact, numbers and references as a fresh computation gives them`, async () => {
    const counts = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(
        arbitraryDocument,
        fc.array(anyGesture, { minLength: 10, maxLength: 40, size: 'max' }),
        async (document, gestures) => {
          const session: EditorSession = createEditorSession(structuredClone(document), {
            onChange: () => undefined,
            onCaret: () => undefined,
            functions: new Map(),
            missing: [],
            buildMissing: (fn) => buildMissingPart(session.getDocument(), fn),
          });
          const { editor } = session;
          const opened = editor.children;
          for (const gesture of gestures) {
            counts.set(gesture.name, (counts.get(gesture.name) ?? 0) + 1);
            await perform(session, gesture);
          }
          const last = editor.children;
          if (editor.history.undos.length >= mostSteps) return;
          // What was taken back last is not lost by taking back the rest.
          const undone = editor.history.redos.length;
          while (editor.history.undos.length > 0) editor.undo();
          expect(editor.children).toEqual(opened);
          while (editor.history.redos.length > undone) editor.redo();
          expect(editor.children).toEqual(last);
        },
      ),
      { numRuns: 240, seed, interruptAfterTimeLimit: 110_000 },
    );
    const tried = [...counts.values()].reduce((sum, count) => sum + count, 0);
    console.log(`${tried} commands of ${counts.size} kinds, seed ${seed}`);
    expect(tried).toBeGreaterThanOrEqual(wanted);
  }, 120_000);
});
