import { type FormEvent, useState } from 'react';
import { longestCaption } from '../../../shared/document/block';
import { DialogFrame } from '../../app/ui/dialog-frame';

const formId = 'table-caption';

type CaptionDialogProps = Readonly<{
  /** The number the table has, or will have by its caption. */
  label: string;
  caption: string;
  /** With no words the caption goes, and the number with it. */
  onSave(caption: string): void;
  onClose(): void;
}>;

/** 表题: the words above a table, behind its number. */
export const CaptionDialog = ({ label, caption, onSave, onClose }: CaptionDialogProps) => {
  const [typed, setTyped] = useState(caption);
  const save = (event: FormEvent) => {
    event.preventDefault();
    onSave(typed.trim());
  };
  return (
    <DialogFrame
      title="表题"
      onClose={onClose}
      foot={
        <>
          {caption !== '' && (
            <button type="button" className="btn btn-ghost" onClick={() => onSave('')}>
              删去表题
            </button>
          )}
          <span className="spacer" />
          <button type="button" className="btn" onClick={onClose}>
            取消
          </button>
          <button type="submit" form={formId} className="btn btn-primary" disabled={typed.trim() === ''}>
            写入
          </button>
        </>
      }
    >
      <form id={formId} className="field" onSubmit={save}>
        <label htmlFor="table-caption-text">{label}（编号自动排，不用写）</label>
        <input
          id="table-caption-text"
          className="input"
          maxLength={longestCaption}
          placeholder="如 主要指标"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </form>
    </DialogFrame>
  );
};
