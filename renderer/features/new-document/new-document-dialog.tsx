import { useEffect, useMemo, useState } from 'react';
import type { ListedTemplate } from '../../../shared/ipc/contract';
import { instantiate } from '../../../shared/templates/instantiate';
import { readField, type TypedField } from '../../../shared/templates/read-field';
import { readableText } from '../../../shared/templates/readable';
import type { Template, TemplateSection } from '../../../shared/templates/template';
import { textsOf } from '../../../shared/templates/template-blocks';
import { DialogFrame } from '../../app/ui/dialog-frame';
import { call, sentenceOf } from '../../ipc/client';
import { DraftPreview } from './draft-preview';
import { FieldInput } from './field-input';
import { searchTemplates, TemplateGallery } from './template-gallery';
import './new-document.css';

type NewDocumentDialogProps = Readonly<{
  onClose(): void;
  onCreated(id: string): void;
  /** Opens the bureau's own templates. */
  onManage(): void;
}>;

type Typed = Readonly<Record<string, TypedField>>;

const formId = 'new-document';

const partNames = { notice: '印发通知', main: '', attachment: '附件：' } as const;

/** Parts a draft does not have unless they are asked for. */
const extrasOf = (template: Template): Readonly<{ section: TemplateSection; name: string }>[] =>
  template.parts.flatMap((part) =>
    part.sections
      .filter((section) => !section.included)
      .map((section) => {
        const words = section.heading?.text ?? section.blocks.flatMap(textsOf)[0] ?? '';
        const name = part.kind === 'notice' ? '' : readableText(template, words);
        return { section, name: `${partNames[part.kind]}${name}` };
      }),
  );

/** 从模板新建: choose a template, fill in what is known, see it at once; the rest stays marked in the draft. */
export const NewDocumentDialog = ({ onClose, onCreated, onManage }: NewDocumentDialogProps) => {
  const [templates, setTemplates] = useState<readonly ListedTemplate[] | null>(null);
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  // Fields of the same name in two templates ask for the same: what was typed goes along.
  const [typed, setTyped] = useState<Typed>({});
  const [include, setInclude] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    call('templates:list', {}).then(
      (list) => {
        setTemplates(list);
        setChosen(list.find(({ own }) => !own)?.template.id ?? null);
      },
      (error) => setProblem(sentenceOf(error)),
    );
  }, []);
  const template = templates?.find((row) => row.template.id === chosen)?.template;

  const values = useMemo(
    () =>
      Object.fromEntries(
        (template?.placeholders ?? []).map((field) => [field.key, readField(field, typed[field.key] ?? []).value]),
      ),
    [template, typed],
  );
  const document = useMemo(
    () => (template ? instantiate(template, values, { include }) : null),
    [template, values, include],
  );
  const unclear = template?.placeholders.find((field) => readField(field, typed[field.key] ?? []).problem !== null);

  const search = (next: string) => {
    setQuery(next);
    const found = templates ? searchTemplates(templates, next) : [];
    if (!found.some((row) => row.template.id === chosen)) setChosen(found[0]?.template.id ?? null);
  };
  const create = async () => {
    if (!document) return;
    if (unclear) return setProblem(`“${unclear.label}”的写法不合要求，请改好或清空后再新建。`);
    setBusy(true);
    try {
      onCreated((await call('document:create', { document })).id);
    } catch (error) {
      setProblem(sentenceOf(error));
      setBusy(false);
    }
  };

  const extras = template ? extrasOf(template) : [];
  return (
    <DialogFrame
      title="从模板新建"
      full
      onClose={onClose}
      foot={
        <>
          <p className="dialog-text">都可以先空着；没填的在稿中以黄底标出，按 Tab 逐处填写。</p>
          <span className="spacer" />
          <button type="button" className="btn" onClick={onClose}>
            取消
          </button>
          <button type="submit" form={formId} className="btn btn-primary" disabled={!template || busy}>
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
      {templates ? (
        <div className="new-document">
          <TemplateGallery
            templates={templates}
            query={query}
            chosen={chosen}
            onQuery={search}
            onChoose={setChosen}
            onManage={onManage}
          />
          <form
            id={formId}
            className="new-document-form"
            onSubmit={(event) => {
              event.preventDefault();
              void create();
            }}
          >
            {template?.placeholders.map((field) => (
              <FieldInput
                key={`${template.id} ${field.key}`}
                field={field}
                typed={typed[field.key] ?? []}
                onChange={(next) => {
                  setProblem(null);
                  setTyped({ ...typed, [field.key]: next });
                }}
              />
            ))}
            {extras.length > 0 && (
              <fieldset className="new-document-extras">
                <legend>可选部分</legend>
                {extras.map(({ section, name }) => (
                  <label key={section.id} className="choice">
                    <input
                      type="checkbox"
                      checked={include.includes(section.id)}
                      onChange={(event) =>
                        setInclude(
                          event.currentTarget.checked
                            ? [...include, section.id]
                            : include.filter((id) => id !== section.id),
                        )
                      }
                    />
                    <span>{name}</span>
                  </label>
                ))}
              </fieldset>
            )}
          </form>
          {document && <DraftPreview document={document} />}
        </div>
      ) : (
        !problem && <p className="dialog-text">正在读取模板…</p>
      )}
    </DialogFrame>
  );
};
