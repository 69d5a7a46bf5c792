import { useEffect, useState } from 'react';
import type { ExportOptions } from '../../../shared/export/export-options';
import { AppError } from '../../../shared/ipc/app-error';
import { setPreferences, usePreferences } from '../../app/preferences';
import { DialogFrame } from '../../app/ui/dialog-frame';
import { ProgressDialog } from '../../app/ui/progress-dialog';
import { call, listen, sentenceOf } from '../../ipc/client';
import './export.css';

type ExportDialogProps = Readonly<{
  id: string;
  /** What is still open in the draft. */
  must: number;
  placeholders: number;
  /** Whether the fields of the red head are filled. */
  redHeadReady: boolean;
  /** Hands over what is unsaved; the file is made from what is on disk. */
  flush(): Promise<void>;
  onClose(): void;
  onShowFindings(): void;
  onShowForm(): void;
}>;

type Stage =
  | Readonly<{ name: 'options' }>
  | Readonly<{ name: 'working'; done: number; step: string }>
  | Readonly<{ name: 'done'; path: string; messages: readonly string[] }>;

/** 导出: options, what is still open, progress that can be cancelled, and where the file is. */
export const ExportDialog = (props: ExportDialogProps) => {
  const { id, must, placeholders, redHeadReady, flush, onClose, onShowFindings, onShowForm } = props;
  const options = usePreferences().layout;
  const setOptions = (layout: ExportOptions) => setPreferences({ layout });
  const [stage, setStage] = useState<Stage>({ name: 'options' });
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(
    () =>
      listen('export-progress', ({ done, step }) =>
        setStage((before) => (before.name === 'working' ? { name: 'working', done, step } : before)),
      ),
    [],
  );

  const start = async () => {
    setProblem(null);
    setStage({ name: 'working', done: 0, step: '正在保存文稿' });
    try {
      await flush();
      setStage({ name: 'working', done: 0, step: '请选择保存的位置' });
      const { path, messages } = await call('export:docx', { id, options });
      setStage(path === null ? { name: 'options' } : { name: 'done', path, messages });
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'cancelled')) setProblem(sentenceOf(error));
      setStage({ name: 'options' });
    }
  };
  const cancel = () => void call('export:cancel', {}).catch((error) => setProblem(sentenceOf(error)));

  if (stage.name === 'done') {
    return (
      <DialogFrame
        title="已导出"
        onClose={onClose}
        foot={
          <>
            <span className="spacer" />
            <button type="button" className="btn btn-primary" onClick={onClose}>
              完成
            </button>
          </>
        }
      >
        <p className="export-path">{stage.path}</p>
        <p className="dialog-text">已打开文件所在的文件夹。</p>
        {stage.messages.length > 0 && (
          <ul className="export-messages">
            {stage.messages.map((message) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        )}
      </DialogFrame>
    );
  }
  if (stage.name === 'working')
    return <ProgressDialog title="正在导出" done={stage.done} step={stage.step} onCancel={cancel} />;
  return (
    <DialogFrame
      title="导出 Word 文件"
      onClose={onClose}
      foot={
        <>
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
      <label className="choice">
        <input
          type="checkbox"
          checked={options.redHead}
          onChange={(event) => setOptions({ ...options, redHead: event.currentTarget.checked })}
        />
        <span>
          带版头
          <small>
            红色发文机关标志、发文字号、红线。
            {options.redHead && !redHeadReady && '发文机关或发文字号还没有填写。'}
            {options.redHead && (
              <button type="button" className="link" onClick={onShowForm}>
                填写文件信息
              </button>
            )}
          </small>
        </span>
      </label>
      <fieldset className="export-profile">
        <legend>页边距</legend>
        <label className="choice">
          <input
            type="radio"
            name="profile"
            checked={options.profile === 'standard'}
            onChange={() => setOptions({ ...options, profile: 'standard' })}
          />
          <span>
            按国标数值
            <small>上 37 毫米、左 28 毫米，版心 156×225 毫米，每页 22 行、每行 28 字。一般选这一项。</small>
          </span>
        </label>
        <label className="choice">
          <input
            type="radio"
            name="profile"
            checked={options.profile === 'compensated'}
            onChange={() => setOptions({ ...options, profile: 'compensated' })}
          />
          <span>
            按印出来的位置
            <small>扣除首行上方的半个行距，印出后第一行字的顶端正好在 37 毫米处。</small>
          </span>
        </label>
      </fieldset>
    </DialogFrame>
  );
};
