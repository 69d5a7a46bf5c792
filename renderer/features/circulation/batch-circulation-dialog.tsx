import { useState } from 'react';
import type { ExportOptions } from '../../../shared/export/export-options';
import type { Output } from '../../../shared/ipc/contract';
import { DialogFrame } from '../../app/ui/dialog-frame';
import { NoticeDialog } from '../../app/ui/notice-dialog';
import { ProgressDialog } from '../../app/ui/progress-dialog';
import { useExportWork } from '../../app/use-export-work';
import { call } from '../../ipc/client';
import './circulation.css';

type BatchCirculationDialogProps = Readonly<{
  /** Documents in the order they go out. */
  ids: readonly string[];
  options: ExportOptions;
  onClose(): void;
  /** Some of them have changed: their numbers are fixed. */
  onDone(): void;
}>;

/** 出稿 of many documents: into one folder, each in a folder of its own; what failed is told with its reason. */
export const BatchCirculationDialog = ({ ids, options, onClose, onDone }: BatchCirculationDialogProps) => {
  const { work, problem, run, cancel } = useExportWork();
  const [result, setResult] = useState<Output<'export:circulate-many'> | null>(null);

  const start = async () => {
    const answer = await run('请选择文件夹', () => call('export:circulate-many', { ids: [...ids], options }));
    if (!answer || answer.folder === null) return;
    setResult(answer);
    onDone();
  };

  if (work) return <ProgressDialog title="正在出稿" done={work.done} step={work.step} onCancel={cancel} />;
  if (result) {
    const { folder, done, failed, left } = result;
    return (
      <NoticeDialog title={left > 0 ? '出稿已取消' : '出稿完成'} onClose={onClose}>
        <p className="dialog-text">
          已出稿 {done.length} 份{failed.length > 0 && `，${failed.length} 份没有出稿`}
          {left > 0 && `，${left} 份没有处理`}。
        </p>
        {done.length > 0 && <p className="result-path">{folder}</p>}
        {failed.length > 0 && (
          <ul className="result-messages" aria-label="没有出稿的文稿">
            {failed.map(({ id, title, reason }) => (
              <li key={id}>
                <b>{title}</b>：{reason}
              </li>
            ))}
          </ul>
        )}
        {done.some(({ messages }) => messages.length > 0) && (
          <ul className="result-list" aria-label="提示">
            {done.flatMap(({ id, title, messages }) =>
              messages.map((message) => (
                <li key={`${id} ${message}`}>
                  {title}：{message}
                </li>
              )),
            )}
          </ul>
        )}
      </NoticeDialog>
    );
  }
  return (
    <DialogFrame
      title={`出稿 ${ids.length} 份文稿`}
      onClose={onClose}
      foot={
        <>
          <span className="spacer" />
          <button type="button" className="btn" onClick={onClose}>
            取消
          </button>
          <button type="button" className="btn btn-primary" onClick={() => void start()}>
            选择文件夹并出稿
          </button>
        </>
      }
    >
      {problem && (
        <p className="circulation-problem" role="alert">
          {problem}
        </p>
      )}
      <p className="dialog-text">
        每份文稿放入单独的文件夹，内有 Word 文件、PDF
        和清单，版式按各份文稿所选；没有选过的，按最近一次的设置。编号随之冻结，文库中保存这一版。有必改的问题或待填内容的文稿不出稿，完成后列出。
      </p>
    </DialogFrame>
  );
};
