import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSaveQueue, type SaveState } from '../../../renderer/features/saving/save-queue';
import type { DocumentChanges } from '../../../shared/document/changes';
import type { GovDocument } from '../../../shared/document/document';
import { blockText } from '../../../shared/document/plain-text';
import { AppError } from '../../../shared/ipc/app-error';

const documentWith = (
  text: string,
  rest: readonly GovDocument['parts'][number]['children'][number][] = [],
): GovDocument => ({
  schemaVersion: 1,
  id: 'document-1',
  meta,
  parts: [
    {
      type: 'part',
      id: 'part-main',
      kind: 'main',
      numbering,
      children: [{ type: 'paragraph', id: 'block-1', children: [{ text }] }, ...rest],
    },
  ],
  setAside: [],
});
const meta = { genre: 'opinion' } as const;
const numbering = {};

type Save = (changes: DocumentChanges, revision: number) => Promise<{ revision: number; savedAt: number }>;

const setUp = (save: Save) => {
  const states: SaveState[] = [];
  const queue = createSaveQueue({
    document: documentWith('一'),
    revision: 7,
    save,
    onState: (state) => states.push(state),
  });
  return { queue, states };
};
const written = (save: { mock: { calls: Parameters<Save>[] } }): string[] =>
  save.mock.calls.map(([changes]) => changes.blocks.map(blockText).join('|'));

const succeed = () => vi.fn<Save>(async (_, revision) => ({ revision: revision + 1, savedAt: Date.now() }));

describe('the save queue', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
  afterEach(() => void vi.useRealTimers());

  it('writes 300 ms after a change and not before', async () => {
    const save = succeed();
    const { queue, states } = setUp(save);
    queue.changed(documentWith('二'));
    await vi.advanceTimersByTimeAsync(299);
    expect(save).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(written(save)).toEqual(['二']);
    expect(states.map((state) => state.kind)).toEqual(['unsaved', 'saved']);
  });

  it('writes at most 0.7 seconds after the first unsaved change while typing goes on', async () => {
    const save = succeed();
    const { queue } = setUp(save);
    for (let key = 0; key < 12; key += 1) {
      queue.changed(documentWith(`字${key}`));
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(written(save)).toEqual(['字6']);
    await vi.advanceTimersByTimeAsync(300);
    expect(written(save)).toEqual(['字6', '字11']);
  });

  it('hands over only what changed, with the revision of the last save', async () => {
    const save = succeed();
    const { queue } = setUp(save);
    const added = { type: 'paragraph', id: 'block-2', children: [{ text: '新段' }] } as const;
    const first = documentWith('二', [{ ...added, children: [{ text: '新段' }] }]);
    queue.changed(first);
    await vi.advanceTimersByTimeAsync(300);
    const [part] = first.parts;
    queue.changed({
      ...first,
      parts: [
        { ...part!, children: [{ ...part!.children[0]!, children: [{ text: '三' }] } as never, part!.children[1]!] },
      ],
    });
    await vi.advanceTimersByTimeAsync(300);
    expect(written(save)).toEqual(['二|新段', '三']);
    expect(save.mock.calls.map(([, revision]) => revision)).toEqual([7, 8]);
    expect(save.mock.calls[1]?.[0].parts).toBeUndefined();
  });

  it('keeps one save in flight and takes later changes along in the next', async () => {
    let finish = (): void => {};
    const save = vi.fn<Save>(
      (_, revision) => new Promise((resolve) => (finish = () => resolve({ revision: revision + 1, savedAt: 0 }))),
    );
    const { queue } = setUp(save);
    queue.changed(documentWith('二'));
    await vi.advanceTimersByTimeAsync(300);
    queue.changed(documentWith('三'));
    await vi.advanceTimersByTimeAsync(5000);
    expect(save).toHaveBeenCalledTimes(1);
    finish();
    await vi.advanceTimersByTimeAsync(300);
    expect(written(save)).toEqual(['二', '三']);
  });

  it('says why a save failed, tries again by itself and then has everything', async () => {
    const save = vi
      .fn<Save>()
      .mockRejectedValueOnce(new AppError('storage', '磁盘已满。'))
      .mockRejectedValueOnce(new AppError('storage', '磁盘已满。'))
      .mockResolvedValue({ revision: 8, savedAt: 5 });
    const { queue, states } = setUp(save);
    queue.changed(documentWith('二'));
    await vi.advanceTimersByTimeAsync(300);
    expect(states.at(-1)).toEqual({ kind: 'failed', message: '磁盘已满。' });
    queue.changed(documentWith('三'));
    await vi.advanceTimersByTimeAsync(1000);
    expect(save).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(2000);
    expect(written(save)).toEqual(['二', '三', '三']);
    expect(states.at(-1)).toEqual({ kind: 'saved', at: 5 });
  });

  it('writes at once when asked to and answers when it is written', async () => {
    const save = succeed();
    const { queue } = setUp(save);
    queue.changed(documentWith('二'));
    await queue.flush();
    expect(written(save)).toEqual(['二']);
    await vi.advanceTimersByTimeAsync(2000);
    expect(save).toHaveBeenCalledTimes(1);
  });

  it('waits, when asked to write at once, for the save under way and writes what came later', async () => {
    const save = vi.fn<Save>(
      (_, revision) => new Promise((resolve) => setTimeout(() => resolve({ revision: revision + 1, savedAt: 0 }), 50)),
    );
    const { queue } = setUp(save);
    queue.changed(documentWith('二'));
    await vi.advanceTimersByTimeAsync(310);
    queue.changed(documentWith('三'));
    const flushed = vi.fn();
    void queue.flush().then(flushed);
    await vi.advanceTimersByTimeAsync(60);
    expect(flushed).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(60);
    expect(flushed).toHaveBeenCalled();
    expect(written(save)).toEqual(['二', '三']);
  });

  it('refuses to say that all is written when it is not', async () => {
    const { queue } = setUp(async () => {
      throw new AppError('storage', '磁盘已满。');
    });
    queue.changed(documentWith('二'));
    await expect(queue.flush()).rejects.toThrow('磁盘已满。');
    queue.stop();
  });

  it('stops at a conflict and writes everything that differs once it is told to go on', async () => {
    const save = vi
      .fn<Save>()
      .mockRejectedValueOnce(new AppError('conflict', '这份文稿在别处改过。'))
      .mockResolvedValue({ revision: 10, savedAt: 5 });
    const { queue, states } = setUp(save);
    queue.changed(documentWith('二'));
    await vi.advanceTimersByTimeAsync(300);
    queue.changed(documentWith('三'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(save).toHaveBeenCalledTimes(1);
    expect(states.at(-1)).toEqual({ kind: 'conflict' });
    await expect(queue.flush()).rejects.toThrow('别处');
    queue.rebase(documentWith('别人写的'), 9);
    await vi.advanceTimersByTimeAsync(0);
    expect(written(save)).toEqual(['二', '三']);
    expect(save.mock.calls[1]?.[1]).toBe(9);
    expect(states.at(-1)?.kind).toBe('saved');
  });

  it('writes nothing when nothing changed', async () => {
    const save = succeed();
    const { queue } = setUp(save);
    await queue.flush();
    await vi.advanceTimersByTimeAsync(5000);
    expect(save).not.toHaveBeenCalled();
  });
});
