import { useState } from 'react';
import type { Learned, LearnedSection } from '../../../shared/learn/learned';
import { learnedName, makeTemplate } from '../../../shared/learn/make-template';
import { requirements, type Template } from '../../../shared/templates/template';
import { DialogFrame } from '../../app/ui/dialog-frame';
import './learned.css';

type Requirement = LearnedSection['requirement'];

const requirementNames = { required: '必备', recommended: '建议', optional: '可选' } as const;

type LearnedDialogProps = Readonly<{
  learned: Learned;
  /** What could not be read of the chosen files. */
  problem: string | null;
  onMake(template: Template): void;
  onClose(): void;
}>;

const range = ({ low, high }: LearnedSection['length']): string => (low === high ? `${low}` : `${low}—${high}`);

/** What documents of the past have in common, section by section, and what a template is to ask for. */
export const LearnedDialog = ({ learned, problem, onMake, onClose }: LearnedDialogProps) => {
  const { documents, sections, opening, length, runsOn, units, sentences } = learned;
  const [chosen, setChosen] = useState<readonly Requirement[]>(sections.map(({ requirement }) => requirement));
  const make = () =>
    onMake(
      makeTemplate({
        ...learned,
        sections: sections.map((section, at) => ({ ...section, requirement: chosen[at] ?? null })),
      }),
    );
  return (
    <DialogFrame
      title={`${documents} 份旧稿的共同结构`}
      full
      onClose={onClose}
      foot={
        <>
          <p className="dialog-text">做成模板以后，标题、提示和内容都可以再改。</p>
          <span className="spacer" />
          <button type="button" className="btn" onClick={onClose}>
            返回
          </button>
          <button type="button" className="btn btn-primary" onClick={make}>
            做成模板
          </button>
        </>
      }
    >
      {problem && (
        <p className="template-problem" role="alert">
          {problem}
        </p>
      )}
      <table className="learned">
        <thead>
          <tr>
            <th scope="col">部分</th>
            <th scope="col">出现</th>
            <th scope="col">通常字数</th>
            <th scope="col">旧稿的标题</th>
            <th scope="col">写进模板</th>
          </tr>
        </thead>
        <tbody>
          {opening.count > 0 && (
            <tr>
              <th scope="row">导语</th>
              <td>
                {opening.count} / {documents}
              </td>
              <td>{range(opening.length)}</td>
              <td />
              <td>{opening.count * 2 >= documents ? '写' : '不写'}</td>
            </tr>
          )}
          {sections.map((section, at) => {
            const name = learnedName(section);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: the sections never change
              <tr key={at} data-level={section.level}>
                <th scope="row">{name}</th>
                <td>
                  {section.count} / {documents}
                  {section.times > 1 && `，每份 ${section.times} 章`}
                </td>
                <td>{range(section.length)}</td>
                <td className="learned-headings">
                  {section.headings.map(({ text, count }) => (count > 1 ? `${text}（${count}）` : text)).join('、')}
                </td>
                <td>
                  <select
                    className="input"
                    aria-label={`${name}写进模板`}
                    value={chosen[at] ?? 'none'}
                    onChange={({ target }) => {
                      const next = requirements.find((one) => one === target.value) ?? null;
                      setChosen(chosen.with(at, next));
                    }}
                  >
                    {requirements.map((one) => (
                      <option key={one} value={one}>
                        {requirementNames[one]}
                      </option>
                    ))}
                    <option value="none">不写</option>
                  </select>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <dl className="learned-habits">
        <dt>全文</dt>
        <dd>{range(length)} 字</dd>
        <dt>编号</dt>
        <dd>
          {runsOn} 份的（一）（二）跨章连续编号，{documents - runsOn} 份每章重新编号。
        </dd>
        <dt>责任单位</dt>
        <dd>
          {units.length > 0 ? units.map(({ text, count }) => `${text}（${count}）`).join('、') : '旧稿没有写责任单位。'}
        </dd>
        <dt>固定的句子</dt>
        <dd>
          {sentences.length > 0 ? (
            <ul>
              {sentences.map(({ text, count }) => (
                <li key={text}>
                  {text}
                  <small>{count} 份</small>
                </li>
              ))}
            </ul>
          ) : (
            '没有几份旧稿都用的句子。'
          )}
        </dd>
      </dl>
    </DialogFrame>
  );
};
