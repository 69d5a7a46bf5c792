import { Dialog } from '@base-ui/react/dialog';
import { type ReactNode, useRef } from 'react';
import { focusAtOnce } from './focus-at-once';
import { Icon } from './icon';

type DialogFrameProps = Readonly<{
  title: string;
  wide?: boolean;
  /** As large as the window allows. */
  full?: boolean;
  /** False while leaving would cut off work in progress. */
  closable?: boolean;
  onClose(): void;
  /** Buttons, left to right; `null` for none. */
  foot: ReactNode;
  children: ReactNode;
}>;

/** A modal window over the page: title, content, buttons. Esc and a click beside it close it. */
export const DialogFrame = (props: DialogFrameProps) => {
  const { title, wide = false, full = false, closable = true, onClose, foot, children } = props;
  const popup = useRef<HTMLDivElement>(null);
  /** The first field, else the main button: what the person came for. */
  const firstStop = focusAtOnce(() =>
    popup.current?.querySelector<HTMLElement>('.dialog-body .input, .dialog-foot .btn-primary'),
  );
  return (
    <Dialog.Root open onOpenChange={(open) => !open && closable && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup
          ref={popup}
          initialFocus={firstStop}
          className={full ? 'dialog dialog-full' : wide ? 'dialog dialog-wide' : 'dialog'}
        >
          <div className="dialog-head">
            <Dialog.Title className="dialog-title">{title}</Dialog.Title>
            <span className="spacer" />
            {closable && (
              <Dialog.Close className="btn btn-ghost btn-icon" aria-label="关闭">
                <Icon name="close" />
              </Dialog.Close>
            )}
          </div>
          <div className="dialog-body">{children}</div>
          {foot && <div className="dialog-foot">{foot}</div>}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
};
