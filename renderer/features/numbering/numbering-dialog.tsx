import { type FormEvent, useState } from 'react';
import { assertNever } from '../../../shared/assert-never';
import type { Block, Level } from '../../../shared/document/block';
import type { GovDocument, Numbering, NumberingScope, Part } from '../../../shared/document/document';
import { computeLabels } from '../../../shared/numbering/compute-labels';
import { DialogFrame } from '../../app/ui/dialog-frame';
import './numbering.css';

type NumberingDialogProps = Readonly<{
  document: GovDocument;
  /** The part that holds the caret. */
  part: string | null;
  onApply(part: string, numbering: Numbering): void;
  onClose(): void;
}>;

type Choice = Readonly<{ scope: NumberingScope; words: string }>;

/** Below level 1 there is nothing between the clause above and the chapter. */
const choices: Readonly<Record<2 | 3 | 4, readonly Choice[]>> = {
  2: [
    { scope: 'parent', words: '每个“一、”下重新编号' },
    { scope: 'part', words: '从头到尾连续编号' },
  ],
  3: [
    { scope: 'parent', words: '每个“（一）”下重新编号' },
    { scope: 'chapter', words: '每个“一、”内连续编号' },
    { scope: 'part', words: '从头到尾连续编号' },
  ],
  4: [
    { scope: 'parent', words: '每个“1.”下重新编号' },
    { scope: 'chapter', words: '每个“一、”内连续编号' },
    { scope: 'part', words: '从头到尾连续编号' },
  ],
};
const rows = [
  [2, '（一）'],
  [3, '1.'],
  [4, '（1）'],
] as const;

const sample: readonly (readonly [Level, string])[] = [
  [1, '总体要求'],
  [2, '工作目标'],
  [3, '近期目标'],
  [3, '远期目标'],
  [2, '工作原则'],
  [3, '统筹推进'],
  [1, '重点任务'],
  [2, '完善设施'],
  [3, '新建站点'],
  [4, '选址'],
  [4, '建设'],
  [3, '改造站点'],
  [4, '评估'],
];

/** The example with the numbers it gets; a value of `chapter` at level 2 is the same as `parent`. */
const numberSample = (numbering: Numbering): readonly Readonly<{ level: Level; label: string; text: string }>[] => {
  const children = sample.map(
    ([level, text], at): Block => ({ type: 'clause', id: `sample-${at}`, level, children: [{ text }] }),
  );
  const labels = computeLabels({ parts: [{ type: 'part', id: 'sample', kind: 'main', numbering, children }] });
  return sample.map(([level, text], at) => ({ level, text, label: labels.get(`sample-${at}`) ?? '' }));
};

const partName = (part: Part, labels: ReadonlyMap<string, string>): string => {
  switch (part.kind) {
    case 'notice':
      return '印发通知';
    case 'main':
      return '正文';
    case 'attachment':
      return labels.get(part.id) ?? '附件';
    default:
      return assertNever(part.kind);
  }
};

/** 编号方式: how far the numbers of each level run in a part, with an example that follows the choice. */
export const NumberingDialog = ({ document, part, onApply, onClose }: NumberingDialogProps) => {
  const { parts } = document;
  const [id, setId] = useState(part ?? parts.find(({ kind }) => kind === 'main')!.id);
  const [numbering, setNumbering] = useState(() => parts.find((one) => one.id === id)!.numbering);
  const labels = computeLabels(document);
  const choosePart = (next: string) => {
    setId(next);
    setNumbering(parts.find((one) => one.id === next)!.numbering);
  };
  const { frozen: _frozen, ...running } = numbering;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onApply(id, numbering);
  };
  return (
    <DialogFrame
      title="编号方式"
      onClose={onClose}
      foot={
        <>
          <span className="spacer" />
          <button type="button" className="btn" onClick={onClose}>
            取消
          </button>
          <button type="submit" form="numbering-form" className="btn btn-primary">
            确定
          </button>
        </>
      }
    >
      <form id="numbering-form" className="numbering-form" onSubmit={submit}>
        <div className="numbering-choices">
          {parts.length > 1 && (
            <div className="field">
              <label htmlFor="numbering-part">用于</label>
              <select
                id="numbering-part"
                className="input"
                value={id}
                onChange={(event) => choosePart(event.currentTarget.value)}
              >
                {parts.map((one) => (
                  <option key={one.id} value={one.id}>
                    {partName(one, labels)}
                  </option>
                ))}
              </select>
            </div>
          )}
          {rows.map(([level, label]) => (
            <div key={level} className="field">
              <label htmlFor={`numbering-${level}`}>“{label}”</label>
              <select
                id={`numbering-${level}`}
                className="input"
                value={choices[level].some(({ scope }) => scope === numbering[level]) ? numbering[level] : 'parent'}
                onChange={(event) =>
                  setNumbering({ ...numbering, [level]: event.currentTarget.value as NumberingScope })
                }
              >
                {choices[level].map(({ scope, words }) => (
                  <option key={scope} value={scope}>
                    {words}
                  </option>
                ))}
              </select>
            </div>
          ))}
          {numbering.frozen && <p className="field-note">编号已冻结。解除冻结后才会按新的方式编号。</p>}
        </div>
        <ol className="numbering-sample" aria-label="示例">
          {numberSample(running).map(({ level, label, text }) => (
            <li key={text} data-level={level}>
              {label}
              {text}
            </li>
          ))}
        </ol>
      </form>
    </DialogFrame>
  );
};
