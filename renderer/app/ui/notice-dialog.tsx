import type { ReactNode } from 'react';
import { DialogFrame } from './dialog-frame';

type NoticeDialogProps = Readonly<{
  title: string;
  /** What the only button says. */
  action?: '完成' | '知道了';
  onClose(): void;
  children: ReactNode;
}>;

/** What has come of something: to be read and closed. */
export const NoticeDialog = ({ title, action = '完成', onClose, children }: NoticeDialogProps) => (
  <DialogFrame
    title={title}
    onClose={onClose}
    foot={
      <>
        <span className="spacer" />
        <button type="button" className="btn btn-primary" onClick={onClose}>
          {action}
        </button>
      </>
    }
  >
    {children}
  </DialogFrame>
);

/** What else is to be looked at, if anything. */
export const Messages = ({ messages }: Readonly<{ messages: readonly string[] }>) =>
  messages.length > 0 && (
    <ul className="result-messages">
      {messages.map((message) => (
        <li key={message}>{message}</li>
      ))}
    </ul>
  );
