import { EventEmitter, once } from 'node:events';
import { renameSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createRunningLibrary } from '../../../electron/lifecycle/running-library';
import { openLog } from '../../../electron/log';
import { openDataPlace } from '../../../electron/place/data-place';
import { temporaryLibrary } from '../storage/temporary-folder';

const start = () => {
  const places = temporaryLibrary();
  const begun: string[] = [];
  const running = createRunningLibrary(
    openDataPlace(places),
    undefined,
    openLog(places.log),
    () => {
      begun.push('begun');
      return () => void begun.push('ended');
    },
    (text) => void begun.push(text),
  );
  onTestFinished(running.close);
  return { places, running, begun };
};

describe('the library of the running app', () => {
  it('says why it is not there before it was ever opened', () => {
    const { running } = start();
    expect(running.opened).toThrow('文库正在打开，请稍后再试。');
  });

  it('says a sentence to whoever asks between losing its file and having it again', async () => {
    const { places, running } = start();
    await running.open();
    renameSync(places.database, `${places.database}-away`);
    running.noteFailure(Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR' }));
    expect(running.opened).toThrow('一时读写不到');
    await expect.poll(() => running.current()).toBeNull();
    renameSync(`${places.database}-away`, places.database);
    await expect
      .poll(() => {
        try {
          return running.opened().notice;
        } catch (error) {
          return error instanceof Error && error.message.length > 5 ? 'a sentence' : error;
        }
      })
      .toBeNull();
  });

  it('is opened once, however many ask at the same time', async () => {
    const { running, begun } = start();
    await Promise.all([running.open(), running.open(), running.open()]);
    expect(begun).toEqual(['begun']);
  });

  it('is not opened by anybody while work is done on its file, and no other work begins', async () => {
    const { running, begun } = start();
    await running.open();
    const end = new EventEmitter();
    const work = running.whileClosed(() => once(end, 'end').then(() => undefined), '正在恢复备份，恢复后再试。');
    await expect.poll(() => running.current()).toBeNull();
    expect(await running.open()).toEqual({ problem: '正在恢复备份，恢复后再试。', notice: null });
    expect(running.opened).toThrow('正在恢复备份');
    await expect(running.whileClosed(async () => undefined, '正在移动。')).rejects.toMatchObject({ code: 'conflict' });
    expect(running.current()).toBeNull();
    end.emit('end');
    await work;
    expect(running.opened().notice).toBeNull();
    expect(begun).toEqual(['begun', 'ended', 'begun']);
  });
});
