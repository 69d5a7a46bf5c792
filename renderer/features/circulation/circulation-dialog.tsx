import { useState } from 'react';
import type { ExportOptions } from '../../../shared/export/export-options';
import { DialogFrame } from '../../app/ui/dialog-frame';
import { Messages, NoticeDialog } from '../../app/ui/notice-dialog';
import { ProgressDialog } from '../../app/ui/progress-dialog';
import { useExportWork } from '../../app/use-export-work';
import { call } from '../../ipc/client';
import './circulation.css';

type CirculationDialogProps = Readonly<{
  id: string;
  options: ExportOptions;
  /** What is still open in the draft: it cannot be circulated then. */
  must: number;
  placeholders: number;
  /** Fixes the numbers for good; gives how to take that back, should nothing come of it. */
  freeze(): () => void;
  /** Hands over what is unsaved; the files are made from what is on disk. */
  flush(): Promise<void>;
  onClose(): void;
  onShowFindings(): void;
  onNextPlaceholder(): void;
}>;

type Circulated = Readonly<{ path: string; files: readonly string[]; messages: readonly string[] }>;

/** 出稿: what stands in the way, else Word file, PDF and manifest in a folder of their own. */
export const CirculationDialog = (props: CirculationDialogProps) => {
  const { id, options, must, placeholders, freeze, flush, onClose, onShowFindings, onNextPlaceholder } = props;
  const { work, problem, run, cancel } = useExportWork();
  const [result, setResult] = useState<Circulated | null>(null);

  const start = async () => {
    const thaw = freeze();
    const made = await run('正在保存文稿', async (say) => {
      await flush();
      say('请选择文件夹');
      return call('export:circulate', { id, options });
    });
    if (made && made.path !== null) setResult({ ...made, path: made.path });
    else thaw();
  };

  if (work) return <ProgressDialog title="正在出稿" done={work.done} step={work.step} onCancel={cancel} />;
  if (result)
    return (
      <NoticeDialog title="已出稿" onClose={onClose}>
        <p className="result-path">{result.path}</p>
        <ul className="result-list">
          {result.files.map((file) => (
            <li key={file}>{file}</li>
          ))}
        </ul>
        <p className="dialog-text">编号已冻结，文库中存有这一版。</p>
        <Messages messages={result.messages} />
      </NoticeDialog>
    );
  const blocked = must > 0 || placeholders > 0;
  return (
    <DialogFrame
      title="出稿"
      onClose={onClose}
      foot={
        <>
          <span className="spacer" />
          <button type="button" className="btn" onClick={onClose}>
            取消
          </button>
          <button type="button" className="btn btn-primary" disabled={blocked} onClick={() => void start()}>
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
      {blocked ? (
        <>
          <p className="dialog-text">还不能出稿：</p>
          <ul className="circulation-open">
            {must > 0 && (
              <li>
                {must} 处必改的问题
                <button type="button" className="link" onClick={onShowFindings}>
                  查看
                </button>
              </li>
            )}
            {placeholders > 0 && (
              <li>
                {placeholders} 处待填
                <button type="button" className="link" onClick={onNextPlaceholder}>
                  到下一处
                </button>
              </li>
            )}
          </ul>
        </>
      ) : (
        <p className="dialog-text">
          在所选文件夹中新建一个文件夹，放入 Word 文件、PDF 和清单。编号随之冻结，文库中保存这一版。
        </p>
      )}
    </DialogFrame>
  );
};
