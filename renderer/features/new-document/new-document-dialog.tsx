import { useEffect, useRef, useState } from 'react';
import type { TemplateRow } from '../../../shared/ipc/contract';
import { DialogFrame } from '../../app/ui/dialog-frame';
import { call, sentenceOf } from '../../ipc/client';
import { TemplateMiniature } from './template-miniature';
import './new-document.css';

type NewDocumentDialogProps = Readonly<{ onClose(): void; onCreated(id: string): void }>;

/** 从模板新建: choose a template, fill in what is known; the rest stays marked in the draft. */
export const NewDocumentDialog = ({ onClose, onCreated }: NewDocumentDialogProps) => {
  const [templates, setTemplates] = useState<readonly TemplateRow[] | null>(null);
  const [chosen, setChosen] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    call('templates:list', {}).then(setTemplates, (error) => setProblem(sentenceOf(error)));
  }, []);
  useEffect(() => {
    if (templates) form.current?.querySelector('input')?.focus();
  }, [templates]);
  const template = templates?.[chosen];

  const create = async () => {
    if (!template || !form.current) return;
    setBusy(true);
    const entries = [...new FormData(form.current)].flatMap(([key, value]) =>
      typeof value === 'string' && value.trim() !== '' ? [[key, value.trim()] as const] : [],
    );
    try {
      const { id } = await call('templates:create', { templateId: template.id, values: Object.fromEntries(entries) });
      onCreated(id);
    } catch (error) {
      setProblem(sentenceOf(error));
      setBusy(false);
    }
  };

  return (
    <DialogFrame
      title="从模板新建"
      wide
      onClose={onClose}
      foot={
        <>
          <p className="dialog-text">都可以先空着；没填的在稿中以黄底标出，随时再填。</p>
          <span className="spacer" />
          <button type="button" className="btn" onClick={onClose}>
            取消
          </button>
          <button type="submit" form="new-document" className="btn btn-primary" disabled={!template || busy}>
            新建文稿
          </button>
        </>
      }
    >
      {problem && (
        <p className="new-document-problem" role="alert">
          {problem}
        </p>
      )}
      {template && templates && (
        <div className="new-document">
          <div className="new-document-templates" role="radiogroup" aria-label="模板">
            {templates.map((row, index) => (
              <label key={row.id} className="template-choice">
                <input
                  type="radio"
                  name="template"
                  className="visually-hidden"
                  checked={index === chosen}
                  onChange={() => setChosen(index)}
                />
                <b>{row.name}</b>
                <small>{row.description}</small>
              </label>
            ))}
            <TemplateMiniature headings={template.headings} />
          </div>
          <form
            ref={form}
            key={template.id}
            id="new-document"
            className="new-document-form"
            onSubmit={(event) => {
              event.preventDefault();
              void create();
            }}
          >
            {template.placeholders.map((field) => (
              <div key={field.key} className="field">
                <label htmlFor={`new-${field.key}`}>{field.label}</label>
                <input
                  id={`new-${field.key}`}
                  name={field.key}
                  className="input"
                  maxLength={200}
                  placeholder={`如 ${field.example}`}
                />
              </div>
            ))}
          </form>
        </div>
      )}
    </DialogFrame>
  );
};
