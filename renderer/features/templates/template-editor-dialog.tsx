import { type KeyboardEvent, useMemo, useState } from 'react';
import {
  compareTemplates,
  nameOfSection,
  settleDifference,
  type TemplateDifference,
} from '../../../shared/templates/compare-templates';
import { readTemplate } from '../../../shared/templates/describe-problem';
import type { Template } from '../../../shared/templates/template';
import { findTemplate } from '../../../shared/templates/templates';
import { DialogFrame } from '../../app/ui/dialog-frame';
import { say } from '../../app/ui/toasts';
import { call, sentenceOf } from '../../ipc/client';
import { addAttachment, addSection, moveSection, removeSection, replaceSection } from './edit-template';
import { SectionForm } from './section-form';
import { WholeForm } from './whole-form';
import './templates.css';

type TemplateEditorDialogProps = Readonly<{
  template: Template;
  /** Stored, or left without storing. */
  onClose(): void;
}>;

const partNames = { notice: '印发通知', main: '正文', attachment: '附件' } as const;
const requirementNames = { required: '必备', recommended: '建议', optional: '可选' } as const;
const mostSteps = 100;

/** A bureau's own template: parts in order, each with its form, and what differs from the shipped one. */
export const TemplateEditorDialog = ({ template: opened, onClose }: TemplateEditorDialogProps) => {
  const [steps, setSteps] = useState<readonly Template[]>([opened]);
  const [chosen, setChosen] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const template = steps[0]!;
  const model = template.basedOn && findTemplate(template.basedOn.id);
  const differences = useMemo(() => (model ? compareTemplates(model, template) : []), [model, template]);
  const differing = new Set(differences.map((one) => ('section' in one ? one.section : '')));
  const section = template.parts.flatMap((part) => part.sections).find(({ id }) => id === chosen);

  const change = (next: Template) => {
    setProblem(null);
    setSteps([next, ...steps].slice(0, mostSteps));
  };
  const undo = () => {
    if (steps.length > 1) setSteps(steps.slice(1));
  };
  const settle = (difference: TemplateDifference) => model && change(settleDifference(template, model, difference));
  const save = async () => {
    const read = readTemplate(template);
    if ('problem' in read) return setProblem(read.problem.replace('模板文件有误，没有读入。', '还不能保存。'));
    try {
      await call('templates:save', { template: read.template });
      say(`已保存模板“${read.template.name}”。`);
      onClose();
    } catch (error) {
      setProblem(sentenceOf(error));
    }
  };
  const onRowKey = (event: KeyboardEvent, id: string) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key] as 1 | -1 | undefined;
    if (by && event.altKey) change(moveSection(template, id, by));
    else if (event.key === 'Delete') remove(id);
    else return;
    event.preventDefault();
  };
  const remove = (id: string) => {
    change(removeSection(template, id));
    setChosen(null);
  };
  const add = ({ template: next, id }: Readonly<{ template: Template; id: string }>) => {
    change(next);
    setChosen(id);
  };

  return (
    <DialogFrame
      title={`修改模板：${template.name}`}
      full
      onClose={onClose}
      foot={
        <>
          <button type="button" className="btn" disabled={steps.length < 2} onClick={undo}>
            撤销一步
          </button>
          <span className="spacer" />
          <button type="button" className="btn" onClick={onClose}>
            不保存
          </button>
          <button type="button" className="btn btn-primary" onClick={() => void save()}>
            保存模板
          </button>
        </>
      }
    >
      {problem && (
        <p className="template-problem" role="alert">
          {problem}
        </p>
      )}
      <div className="template-editor">
        <nav className="template-parts" aria-label="模板结构">
          <button
            type="button"
            className="template-part"
            aria-current={chosen === null || undefined}
            onClick={() => setChosen(null)}
          >
            整体
          </button>
          {template.parts.map((part, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts keep their places
            <div key={at}>
              <h4>{partNames[part.kind]}</h4>
              {part.sections.map((one) => (
                <button
                  key={one.id}
                  type="button"
                  className="template-part"
                  data-level={one.heading?.level ?? 1}
                  aria-current={one.id === chosen || undefined}
                  onClick={() => setChosen(one.id)}
                  onKeyDown={(event) => onRowKey(event, one.id)}
                >
                  <span>{nameOfSection(template, one)}</span>
                  {differing.has(one.id) && <i title="与原模板不同" />}
                  <small>{requirementNames[one.requirement]}</small>
                </button>
              ))}
            </div>
          ))}
          <div className="template-moves">
            <button
              type="button"
              className="btn"
              disabled={!section}
              title="Alt+↑"
              onClick={() => section && change(moveSection(template, section.id, -1))}
            >
              上移
            </button>
            <button
              type="button"
              className="btn"
              disabled={!section}
              title="Alt+↓"
              onClick={() => section && change(moveSection(template, section.id, 1))}
            >
              下移
            </button>
            <button
              type="button"
              className="btn"
              disabled={!section}
              title="Delete"
              onClick={() => section && remove(section.id)}
            >
              删去
            </button>
            <button
              type="button"
              className="btn"
              disabled={!section}
              onClick={() => section && add(addSection(template, section.id))}
            >
              在后面加一节
            </button>
            <button type="button" className="btn" onClick={() => add(addAttachment(template))}>
              加附件
            </button>
          </div>
        </nav>
        <div className="template-form">
          {section ? (
            <SectionForm
              key={section.id}
              template={template}
              section={section}
              onChange={(next) => change(replaceSection(template, next))}
            />
          ) : (
            <WholeForm template={template} onChange={change} />
          )}
        </div>
        <aside className="template-differences" aria-label="与原模板的不同">
          <h4>与{model ? `“${model.name}”` : '原模板'}的不同</h4>
          {!model && <p>没有可以比照的原模板。</p>}
          {model && differences.length === 0 && <p>没有不同。</p>}
          <ul>
            {differences.map((difference) => (
              <li key={difference.id}>
                <span>{difference.sentence}</span>
                <button
                  type="button"
                  className="btn"
                  aria-label={`恢复：${difference.sentence}`}
                  onClick={() => settle(difference)}
                >
                  恢复
                </button>
              </li>
            ))}
          </ul>
        </aside>
      </div>
    </DialogFrame>
  );
};
