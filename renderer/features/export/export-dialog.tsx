import { useState } from 'react';
import type { ExportOptions } from '../../../shared/export/export-options';
import { DialogFrame } from '../../app/ui/dialog-frame';
import { Messages, NoticeDialog } from '../../app/ui/notice-dialog';
import { ProgressDialog } from '../../app/ui/progress-dialog';
import { useExportWork } from '../../app/use-export-work';
import { call } from '../../ipc/client';
import { ProfileChoice } from './bureau-profiles';
import { FormatChoice } from './format-choice';
import { LayoutSettingsDialog } from './layout-settings-dialog';
import './export.css';

type ExportDialogProps = Readonly<{
  id: string;
  /** What is still open in the draft. */
  must: number;
  placeholders: number;
  /** Whether the fields of the head are filled. */
  headReady: boolean;
  options: ExportOptions;
  onOptions(options: ExportOptions): void;
  /** Hands over what is unsaved; the file is made from what is on disk. */
  flush(): Promise<void>;
  onClose(): void;
  onShowFindings(): void;
  onShowForm(): void;
}>;

type Stage =
  | Readonly<{ name: 'options' }>
  | Readonly<{ name: 'settings' }>
  | Readonly<{ name: 'done'; path: string; messages: readonly string[] }>;

/** 导出: options, what is still open, progress that can be cancelled, and where the file is. */
export const ExportDialog = (props: ExportDialogProps) => {
  const { id, must, placeholders, headReady, options, onOptions, flush, onClose, onShowFindings, onShowForm } = props;
  const [stage, setStage] = useState<Stage>({ name: 'options' });
  const { work, problem, run, cancel } = useExportWork();

  const start = async () => {
    const written = await run('正在保存文稿', async (say) => {
      await flush();
      say('请选择保存的位置');
      return call('export:docx', { id, options });
    });
    if (written && written.path !== null) setStage({ name: 'done', path: written.path, messages: written.messages });
  };

  if (stage.name === 'done') {
    return (
      <NoticeDialog title="已导出" onClose={onClose}>
        <p className="result-path">{stage.path}</p>
        <p className="dialog-text">已打开文件所在的文件夹。</p>
        <Messages messages={stage.messages} />
      </NoticeDialog>
    );
  }
  if (work) return <ProgressDialog title="正在导出" done={work.done} step={work.step} onCancel={cancel} />;
  if (stage.name === 'settings') {
    return (
      <LayoutSettingsDialog
        key="settings"
        options={options}
        onOptions={onOptions}
        onClose={() => setStage({ name: 'options' })}
      />
    );
  }
  return (
    <DialogFrame
      key="options"
      title="导出 Word 文件"
      onClose={onClose}
      foot={
        <>
          <button type="button" className="btn" onClick={() => setStage({ name: 'settings' })}>
            版式设置
          </button>
          <span className="spacer" />
          <button type="button" className="btn" onClick={onClose}>
            取消
          </button>
          <button type="button" className="btn btn-primary" onClick={() => void start()}>
            选择位置并导出
          </button>
        </>
      }
    >
      {problem && (
        <p className="export-problem" role="alert">
          {problem}
        </p>
      )}
      <section className="export-open" aria-label="尚未完成">
        {must === 0 && placeholders === 0 ? (
          <p className="export-clear">没有必改的问题，也没有待填的内容。</p>
        ) : (
          <>
            {must > 0 && (
              <p>
                还有 <b>{must}</b> 处必改的问题。
                <button type="button" className="link" onClick={onShowFindings}>
                  查看
                </button>
              </p>
            )}
            {placeholders > 0 && (
              <p>
                还有 <b>{placeholders}</b> 处待填，导出后仍以原样留在文中。
              </p>
            )}
          </>
        )}
      </section>
      <ProfileChoice options={options} onChange={onOptions} />
      <FormatChoice options={options} onChange={onOptions} headReady={headReady} onShowForm={onShowForm} />
    </DialogFrame>
  );
};
