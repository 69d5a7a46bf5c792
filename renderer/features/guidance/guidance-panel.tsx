import { useMemo } from 'react';
import type { GovDocument } from '../../../shared/document/document';
import { addableSections } from '../../../shared/templates/addable-sections';
import { nameOfSection } from '../../../shared/templates/compare-templates';
import type { Guidance, Template, TemplateSection } from '../../../shared/templates/template';
import { setPreferences } from '../../app/preferences';
import { say } from '../../app/ui/toasts';
import './guidance.css';

type GuidancePanelProps = Readonly<{
  heading: string;
  guidance: Guidance | null;
  /** Other usual wordings of the heading. */
  alternatives: readonly string[];
  document: GovDocument;
  template: Template;
  onAdd(section: TemplateSection): void;
}>;

const requirementNames = { required: '必备', recommended: '建议', optional: '可选' } as const;

const switchOff = () => {
  setPreferences({ guidance: false });
  say('已关闭写作提示。', { label: '重新显示', run: () => setPreferences({ guidance: true }) });
};

/** What the template says about the part being written, and what of it can still be put in. */
export const GuidancePanel = ({ heading, guidance, alternatives, document, template, onAdd }: GuidancePanelProps) => {
  const addable = useMemo(() => addableSections(document, template), [document, template]);
  return (
    <div className="guidance">
      {heading && <h3>{heading}</h3>}
      {guidance ? (
        <dl>
          <dt>写什么</dt>
          <dd>{guidance.what}</dd>
          <dt>审稿看什么</dt>
          <dd>{guidance.review}</dd>
          {guidance.length && (
            <>
              <dt>篇幅</dt>
              <dd>{guidance.length}</dd>
            </>
          )}
          {guidance.good && (
            <>
              <dt>可参照</dt>
              <dd className="guidance-good">{guidance.good}</dd>
            </>
          )}
          {guidance.bad && (
            <>
              <dt>不宜</dt>
              <dd className="guidance-bad">{guidance.bad}</dd>
            </>
          )}
          {alternatives.length > 0 && (
            <>
              <dt>标题也可写作</dt>
              <dd>{alternatives.join('、')}</dd>
            </>
          )}
        </dl>
      ) : (
        <p>模板对这一部分没有提示。把光标放到其他部分，这里会显示该部分写什么、审稿看什么。</p>
      )}
      {addable.length > 0 && (
        <>
          <h4>还可以加入</h4>
          <ul className="guidance-add">
            {addable.map((section) => (
              <li key={section.id}>
                <button type="button" className="btn" onClick={() => onAdd(section)}>
                  加入“{nameOfSection(template, section)}”
                </button>
                <small>{section.repeatable ? '可多个' : requirementNames[section.requirement]}</small>
              </li>
            ))}
          </ul>
        </>
      )}
      <button type="button" className="btn btn-ghost guidance-off" onClick={switchOff}>
        不显示写作提示
      </button>
    </div>
  );
};
