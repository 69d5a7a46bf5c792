import { DialogFrame } from './dialog-frame';

type ProgressDialogProps = Readonly<{
  title: string;
  /** Share done, 0 to 1, and what is being done. */
  done: number;
  step: string;
  onCancel(): void;
}>;

/** Work in progress: how far it is, what it is doing, and 取消. */
export const ProgressDialog = ({ title, done, step, onCancel }: ProgressDialogProps) => (
  <DialogFrame
    title={title}
    closable={false}
    onClose={onCancel}
    foot={
      <>
        <span className="spacer" />
        <button type="button" className="btn" onClick={onCancel}>
          取消
        </button>
      </>
    }
  >
    <progress className="visually-hidden" max={1} value={done} aria-label={step} />
    <div className="progress-track" aria-hidden="true">
      <div className="progress-fill" style={{ width: `${Math.round(done * 100)}%` }} />
    </div>
    <p className="dialog-text progress-step">{step}…</p>
  </DialogFrame>
);
