import { type FormEvent, useState } from 'react';
import { type DocumentMeta, type Genre, genres } from '../../../shared/document/document';
import { genreNames } from '../../../shared/document/genre-names';
import { DialogFrame } from '../../app/ui/dialog-frame';
import type { DocumentLines } from '../../editor/commands/document-lines';
import { canHaveNotice } from '../../editor/commands/notice';
import { fieldGroups, noteOn, problemWith, readMeta, writeMeta } from './form-fields';
import './document-form.css';

type DocumentFormDialogProps = Readonly<{
  meta: DocumentMeta;
  /** What stands in the text. */
  lines: DocumentLines;
  hasNotice: boolean;
  onSave(meta: DocumentMeta, lines: DocumentLines): void;
  /** Puts the 印发通知 on or takes it away; the form closes. */
  onNotice(): void;
  onClose(): void;
}>;

/** 文件信息: what is printed around the text, and the lines of the text that a form fills. Remarks are advice. */
export const DocumentFormDialog = ({ meta, lines, hasNotice, onSave, onNotice, onClose }: DocumentFormDialogProps) => {
  const [values, setValues] = useState(() => ({ ...readMeta(meta), ...lines }));
  const [genre, setGenre] = useState(meta.genre);
  const stuck = fieldGroups.some(({ fields }) => fields.some(({ name }) => problemWith(name, values[name])));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { salutation, signature, dateLine } = values;
    onSave(writeMeta(meta, genre, values), { salutation, signature, dateLine });
  };
  return (
    <DialogFrame
      title="文件信息"
      wide
      onClose={onClose}
      foot={
        <>
          {(hasNotice || canHaveNotice(meta.genre)) && (
            <button type="button" className="btn" onClick={onNotice}>
              {hasNotice ? '去掉印发通知' : '加上印发通知'}
            </button>
          )}
          <span className="spacer" />
          <button type="button" className="btn" onClick={onClose}>
            取消
          </button>
          <button type="submit" form="document-form" className="btn btn-primary" disabled={stuck}>
            保存
          </button>
        </>
      }
    >
      <form id="document-form" className="document-form" onSubmit={submit}>
        <div className="field">
          <label htmlFor="form-genre">文种</label>
          <select
            id="form-genre"
            className="input"
            value={genre}
            onChange={(event) => setGenre(event.currentTarget.value as Genre)}
          >
            {genres.map((name) => (
              <option key={name} value={name}>
                {genreNames[name]}
              </option>
            ))}
          </select>
        </div>
        {fieldGroups.map(({ title, fields }) => (
          <fieldset key={title} className="form-group">
            <legend>{title}</legend>
            {fields.map(({ name, label, example, limit, lines: several, choices }) => {
              const note = problemWith(name, values[name]) ?? noteOn(name, values);
              const common = {
                id: `form-${name}`,
                className: 'input',
                maxLength: limit,
                placeholder: example,
                value: values[name],
                'aria-describedby': note ? `note-${name}` : undefined,
              };
              const change = (text: string) => setValues({ ...values, [name]: text });
              return (
                <div key={name} className="field">
                  <label htmlFor={common.id}>{label}</label>
                  {several ? (
                    <textarea {...common} rows={2} onChange={(event) => change(event.currentTarget.value)} />
                  ) : (
                    <input
                      {...common}
                      list={choices && `choices-${name}`}
                      onChange={(event) => change(event.currentTarget.value)}
                    />
                  )}
                  {choices && (
                    <datalist id={`choices-${name}`}>
                      {choices.map((choice) => (
                        <option key={choice} value={choice} />
                      ))}
                    </datalist>
                  )}
                  {note && (
                    <p id={`note-${name}`} className="field-note" role={name === 'secrecy' ? 'alert' : undefined}>
                      {note}
                    </p>
                  )}
                </div>
              );
            })}
          </fieldset>
        ))}
        <p className="form-hint">
          主送、署名、成文日期直接改在稿纸上，可用 Ctrl+Z
          撤销；其他各项不在正文里，保存后可在提示条上撤销。填了签发人的文件按上行文排版头。
        </p>
      </form>
    </DialogFrame>
  );
};
