import { useCallback, useEffect, useState } from 'react';
import type { Output } from '../../../shared/ipc/contract';
import { ConfirmDialog } from '../../app/ui/confirm-dialog';
import { DialogFrame } from '../../app/ui/dialog-frame';
import { formatBytes, formatDay } from '../../app/ui/format';
import { say } from '../../app/ui/toasts';
import { call, sentenceOf } from '../../ipc/client';
import './backups.css';

type Backup = Output<'backups:list'>[number];

type BackupsDialogProps = Readonly<{
  /** False where the library cannot be opened: then there is only the way back, and nothing to back up before. */
  isOpen?: boolean;
  onClose(): void;
}>;

/** 备份与恢复: what there is, a backup now, also onto a USB stick, and the way back. */
export const BackupsDialog = ({ isOpen = true, onClose }: BackupsDialogProps) => {
  const [backups, setBackups] = useState<readonly Backup[] | null>(null);
  /** What is to be restored: one of the list, or a file that is asked for. */
  const [chosen, setChosen] = useState<Backup | 'file' | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const attempt = useCallback(async (work: () => Promise<void>) => {
    setProblem(null);
    setBusy(true);
    try {
      await work();
    } catch (error) {
      setProblem(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  }, []);
  const load = useCallback(async () => setBackups(await call('backups:list', {})), []);
  useEffect(() => void attempt(load), [attempt, load]);
  const make = (elsewhere: boolean) =>
    void attempt(async () => {
      const { path } = await call('backups:make', { elsewhere });
      if (path !== null) say(elsewhere ? `已备份到 ${path}。` : '已备份。');
      await load();
    });
  const restore = (from: Backup | 'file') =>
    void attempt(async () => {
      const { restored, aside } = await call('backups:restore', { name: from === 'file' ? null : from.name });
      if (restored) say(`已恢复备份。${isOpen ? '恢复之前的文库也留了一份备份。' : keptAside(aside)}`, undefined, true);
    });

  return (
    <>
      <DialogFrame
        title={isOpen ? '备份与恢复' : '从备份恢复'}
        onClose={onClose}
        foot={
          <>
            <button type="button" className="btn" disabled={isBusy} onClick={() => setChosen('file')}>
              从备份文件恢复…
            </button>
            <span className="spacer" />
            {isOpen && (
              <>
                <button type="button" className="btn" disabled={isBusy} onClick={() => make(true)}>
                  备份到其他位置…
                </button>
                <button type="button" className="btn btn-primary" disabled={isBusy} onClick={() => make(false)}>
                  立即备份
                </button>
              </>
            )}
          </>
        }
      >
        <p className="dialog-text">
          {isOpen
            ? '每天自动备份一次，写完后核对；保留最近 3 份、7 天、4 周和 12 个月的备份。备份含全部文稿、版本和图片。'
            : '用一份备份代替打不开的文库。备份含当时的全部文稿、版本和图片；打不开的文件移到一旁，不会删除。'}
        </p>
        {problem && (
          <p className="backups-problem" role="alert">
            {problem}
          </p>
        )}
        {backups?.length === 0 && <p className="dialog-text">还没有备份。</p>}
        <ul className="backups" aria-label="已有的备份">
          {backups?.map((backup) => (
            <li key={backup.name}>
              <span>{formatDay(backup.time, Date.now())}</span>
              <small>{formatBytes(backup.bytes)}</small>
              <span className="spacer" />
              <button
                type="button"
                className="btn"
                disabled={isBusy}
                aria-label={`恢复 ${formatDay(backup.time, Date.now())} 的备份`}
                onClick={() => setChosen(backup)}
              >
                恢复…
              </button>
            </li>
          ))}
        </ul>
      </DialogFrame>
      {chosen && (
        <ConfirmDialog
          title="恢复备份"
          text={`整个文库会回到${chosen === 'file' ? '备份文件' : ` ${formatDay(chosen.time, Date.now())} `}的样子，此后写的内容不在其中。${isOpen ? '现在的文库会先备份一份，可以再换回来。' : '打不开的文库文件移到一旁，不会删除。'}`}
          action="恢复"
          danger
          onCancel={() => setChosen(null)}
          onConfirm={() => {
            setChosen(null);
            restore(chosen);
          }}
        />
      )}
    </>
  );
};

const keptAside = (folder: string | null): string =>
  folder === null ? '' : `打不开的文库文件保存在“${folder}”，请勿删除，可请维护人员从中找回文稿。`;
