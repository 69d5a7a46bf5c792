import { AlertDialog } from '@base-ui/react/alert-dialog';
import { useRef } from 'react';
import { focusAtOnce } from './focus-at-once';

type ConfirmDialogProps = Readonly<{
  title: string;
  text: string;
  /** What the confirming button says, a verb. */
  action: string;
  danger?: boolean;
  cancel?: string;
  onConfirm(): void;
  onCancel(): void;
  /** Esc; the same as cancelling unless cancelling itself would lose something. */
  onDismiss?: () => void;
}>;

/** A question that must be answered; the harmless answer has the focus. */
export const ConfirmDialog = ({
  title,
  text,
  action,
  danger,
  cancel = '取消',
  onConfirm,
  onCancel,
  onDismiss = onCancel,
}: ConfirmDialogProps) => {
  const harmless = useRef<HTMLButtonElement>(null);
  return (
    <AlertDialog.Root open onOpenChange={(open) => !open && onDismiss()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="backdrop" />
        <AlertDialog.Popup className="dialog" initialFocus={focusAtOnce(() => harmless.current)}>
          <div className="dialog-head">
            <AlertDialog.Title className="dialog-title">{title}</AlertDialog.Title>
          </div>
          <div className="dialog-body">
            <AlertDialog.Description className="dialog-text">{text}</AlertDialog.Description>
          </div>
          <div className="dialog-foot">
            <span className="spacer" />
            <button ref={harmless} type="button" className="btn" onClick={onCancel}>
              {cancel}
            </button>
            <button type="button" className={danger ? 'btn btn-danger' : 'btn btn-primary'} onClick={onConfirm}>
              {action}
            </button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
};
