import { type FormEvent, useState } from 'react';
import type { DocumentMeta } from '../../../shared/document/document';
import { DialogFrame } from '../../app/ui/dialog-frame';
import { type FieldName, fields, noteOn, readForm } from './form-fields';
import './document-form.css';

type DocumentFormDialogProps = Readonly<{
  meta: DocumentMeta;
  onSave(meta: DocumentMeta): void;
  onClose(): void;
}>;

/** 文件信息: what the red head and the imprint print. Remarks are advice; nothing is refused. */
export const DocumentFormDialog = ({ meta, onSave, onClose }: DocumentFormDialogProps) => {
  const [values, setValues] = useState<Readonly<Record<FieldName, string>>>(() => readForm(meta));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { genre, secrecy, urgency, signers } = meta;
    const filled = Object.entries(values).flatMap(([name, value]) =>
      value.trim() === '' ? [] : [[name, value.trim()] as const],
    );
    onSave({
      genre,
      ...(secrecy !== undefined && { secrecy }),
      ...(urgency !== undefined && { urgency }),
      ...(signers !== undefined && { signers }),
      ...Object.fromEntries(filled),
    });
  };
  return (
    <DialogFrame
      title="文件信息"
      onClose={onClose}
      foot={
        <>
          <span className="spacer" />
          <button type="button" className="btn" onClick={onClose}>
            取消
          </button>
          <button type="submit" form="document-form" className="btn btn-primary">
            保存
          </button>
        </>
      }
    >
      <form id="document-form" className="document-form" onSubmit={submit}>
        <p className="dialog-text">带版头导出时印在首页和末页。主送、署名、成文日期在正文里写。</p>
        {fields.map((field) => {
          const note = noteOn(field.name, values[field.name]);
          return (
            <div key={field.name} className="field">
              <label htmlFor={`form-${field.name}`}>{field.label}</label>
              <input
                id={`form-${field.name}`}
                className="input"
                maxLength={field.limit}
                placeholder={field.example}
                value={values[field.name]}
                aria-describedby={note ? `note-${field.name}` : undefined}
                onChange={(event) => setValues({ ...values, [field.name]: event.currentTarget.value })}
              />
              {note && (
                <p id={`note-${field.name}`} className="field-note">
                  {note}
                </p>
              )}
            </div>
          );
        })}
      </form>
    </DialogFrame>
  );
};
