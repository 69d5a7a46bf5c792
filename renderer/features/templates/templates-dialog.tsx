import { useCallback, useEffect, useState } from 'react';
import type { ListedTemplate } from '../../../shared/ipc/contract';
import type { Learned } from '../../../shared/learn/learned';
import type { Template } from '../../../shared/templates/template';
import { ConfirmDialog } from '../../app/ui/confirm-dialog';
import { DialogFrame } from '../../app/ui/dialog-frame';
import { say } from '../../app/ui/toasts';
import { call, sentenceOf } from '../../ipc/client';
import { copyTemplate } from './edit-template';
import { LearnedDialog } from './learned-dialog';
import { TemplateEditorDialog } from './template-editor-dialog';
import './templates.css';

/** 本单位模板: copies of the shipped ones, changed, handed on as files. */
export const TemplatesDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const [templates, setTemplates] = useState<readonly ListedTemplate[] | null>(null);
  const [edited, setEdited] = useState<Template | null>(null);
  const [learned, setLearned] = useState<Learned | null>(null);
  const [learning, setLearning] = useState(false);
  const [doomed, setDoomed] = useState<Template | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const attempt = useCallback(async (work: () => Promise<void>) => {
    try {
      setProblem(null);
      await work();
    } catch (error) {
      setProblem(sentenceOf(error));
    }
  }, []);
  const load = useCallback(() => void attempt(async () => setTemplates(await call('templates:list', {}))), [attempt]);
  useEffect(load, [load]);

  const write = (template: Template) =>
    void attempt(async () => {
      const { path } = await call('templates:export', { template });
      if (path !== null) say(`已导出到 ${path}。`);
    });
  const learn = () => {
    setLearning(true);
    void attempt(async () => {
      const found = await call('templates:learn', {});
      if (!found) return;
      if (found.failed.length > 0)
        setProblem(found.failed.map(({ file, message }) => `“${file}”没有读入：${message}`).join(''));
      setLearned(found.learned);
    }).finally(() => setLearning(false));
  };
  const read = () =>
    void attempt(async () => {
      const { template } = await call('templates:import', {});
      if (!template) return;
      const shipped = templates?.some((row) => !row.own && row.template.id === template.id);
      const stored = await call('templates:save', { template: shipped ? copyTemplate(template) : template });
      say(`已读入模板“${stored.name}”。`);
      load();
    });

  if (edited)
    return (
      <TemplateEditorDialog
        template={edited}
        onClose={() => {
          setEdited(null);
          load();
        }}
      />
    );
  if (learned)
    return (
      <LearnedDialog
        learned={learned}
        problem={problem}
        onMake={(template) => {
          setLearned(null);
          setEdited(template);
        }}
        onClose={() => setLearned(null)}
      />
    );
  const own = templates?.filter((row) => row.own) ?? [];
  const shipped = templates?.filter((row) => !row.own) ?? [];
  return (
    <DialogFrame
      title="本单位模板"
      wide
      onClose={onClose}
      foot={
        <>
          <button type="button" className="btn" onClick={read}>
            从文件读入…
          </button>
          <button type="button" className="btn" disabled={learning} onClick={learn}>
            {learning ? '正在读旧稿…' : '从旧稿总结…'}
          </button>
          <span className="spacer" />
          <button type="button" className="btn btn-primary" onClick={onClose}>
            完成
          </button>
        </>
      }
    >
      {problem && (
        <p className="template-problem" role="alert">
          {problem}
        </p>
      )}
      <h4 className="templates-head">本单位</h4>
      {templates && own.length === 0 && (
        <p className="dialog-text">还没有。把下面的模板复制，从文件读入，或者从 1—20 份旧稿总结。</p>
      )}
      <ul className="templates-list">
        {own.map(({ template }) => (
          <li key={template.id}>
            <span>
              <b>{template.name}</b>
              <small>
                第 {template.version} 版 · {template.description}
              </small>
            </span>
            <button
              type="button"
              className="btn"
              onClick={() => setEdited(template)}
              aria-label={`修改${template.name}`}
            >
              修改
            </button>
            <button type="button" className="btn" onClick={() => write(template)} aria-label={`导出${template.name}`}>
              导出…
            </button>
            <button
              type="button"
              className="btn"
              onClick={() => setDoomed(template)}
              aria-label={`删除${template.name}`}
            >
              删除
            </button>
          </li>
        ))}
      </ul>
      <h4 className="templates-head">随软件提供</h4>
      <ul className="templates-list">
        {shipped.map(({ template }) => (
          <li key={template.id}>
            <span>
              <b>{template.name}</b>
              <small>{template.description}</small>
            </span>
            <button
              type="button"
              className="btn"
              onClick={() => setEdited(copyTemplate(template))}
              aria-label={`复制${template.name}`}
            >
              复制
            </button>
            <button type="button" className="btn" onClick={() => write(template)} aria-label={`导出${template.name}`}>
              导出…
            </button>
          </li>
        ))}
      </ul>
      {doomed && (
        <ConfirmDialog
          title="删除这个模板"
          text={`“${doomed.name}”删除后不能找回。用它写的文稿不受影响。`}
          action="删除"
          danger
          onCancel={() => setDoomed(null)}
          onConfirm={() => {
            setDoomed(null);
            void attempt(async () => {
              await call('templates:delete', { id: doomed.id });
              load();
            });
          }}
        />
      )}
    </DialogFrame>
  );
};
