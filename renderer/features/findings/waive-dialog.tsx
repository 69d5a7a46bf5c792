import { useState } from 'react';
import type { Finding } from '../../../shared/checks/types';
import { type WaiverReason, waiverReasonNames, waiverReasons } from '../../../shared/document/waiver';
import { preferences, setPreferences } from '../../app/preferences';
import { DialogFrame } from '../../app/ui/dialog-frame';

/** What a person says when they let a finding stand. */
export type WaiverWords = Readonly<{ reason: WaiverReason; text: string; by: string }>;

type WaiveDialogProps = Readonly<{
  findings: readonly Finding[];
  onWaive(words: WaiverWords): void;
  onClose(): void;
}>;

/** Asks for the reason why findings are let stand; who said it is remembered on this machine. */
export const WaiveDialog = ({ findings, onWaive, onClose }: WaiveDialogProps) => {
  const [reason, setReason] = useState<WaiverReason>('checked');
  const [text, setText] = useState('');
  const [by, setBy] = useState(() => preferences().reviewer);
  const waive = () => {
    setPreferences({ reviewer: by.trim() });
    onWaive({ reason, text: text.trim(), by: by.trim() });
  };
  return (
    <DialogFrame
      title={findings.length > 1 ? `忽略 ${findings.length} 处，请说明理由` : '忽略这一处，请说明理由'}
      onClose={onClose}
      foot={
        <>
          <span className="spacer" />
          <button type="button" className="btn" onClick={onClose}>
            取消
          </button>
          <button type="button" className="btn btn-primary" onClick={waive}>
            忽略
          </button>
        </>
      }
    >
      <p className="dialog-text">{findings[0]?.message}</p>
      <fieldset className="waive-reasons" aria-label="理由">
        {waiverReasons.map((one) => (
          <label key={one}>
            <input type="radio" name="reason" checked={reason === one} onChange={() => setReason(one)} />
            {waiverReasonNames[one]}
          </label>
        ))}
      </fieldset>
      <div className="field">
        <label htmlFor="waive-text">说明</label>
        <input
          id="waive-text"
          className="input"
          maxLength={500}
          placeholder="可以不填"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            // Else the key would press the button that has the keyboard when the dialog is gone.
            event.preventDefault();
            waive();
          }}
        />
      </div>
      <div className="field">
        <label htmlFor="waive-by">核稿人</label>
        <input
          id="waive-by"
          className="input"
          maxLength={40}
          placeholder="可以不填"
          value={by}
          onChange={(event) => setBy(event.currentTarget.value)}
        />
      </div>
      <p className="dialog-text waive-note">涉及的文字改动后，会重新提出。</p>
    </DialogFrame>
  );
};
