import { memo } from 'react';
import type { GovDocument } from '../../../shared/document/document';
import {
  type DocumentFunction,
  documentFunctions,
  type FunctionAssessment,
  type FunctionAssessments,
  functionNames,
} from '../../../shared/functions/types';
import type { OutlineRow } from '../../app/outline/outline-rows';
import { formatCount } from '../../app/ui/format';
import { describeTasks } from './describe-tasks';
import './required-parts.css';

type RequiredPartsProps = Readonly<{
  document: GovDocument;
  rows: readonly OutlineRow[];
  assessments: FunctionAssessments | null;
  onJump(blockId: string): void;
  /** Not given where the text is only read. */
  onAddPart?(name: DocumentFunction): void;
}>;

type Look = Readonly<{ tone: 'there' | 'thin' | 'missing' | 'advised' | 'quiet'; words: string }>;

const lookOf = (props: RequiredPartsProps, assessment: FunctionAssessment): Look => {
  const { state, requirement, reason, characters, places } = assessment;
  const [place] = places;
  if (state === 'missing' && requirement !== 'not-asked')
    return requirement === 'required'
      ? { tone: 'missing', words: props.onAddPart ? '缺少，点此补写' : '缺少' }
      : { tone: 'advised', words: props.onAddPart ? '可补写，点此加入' : '没有写到' };
  if (!place) return { tone: 'quiet', words: '本文体不要求' };
  if (state === 'thin') return { tone: 'thin', words: `偏空：${reason ?? '内容较少'}` };
  const amount = `${formatCount(characters)} 字`;
  if (assessment.function === 'tasks')
    return { tone: 'there', words: describeTasks(props.document, assessment) || amount };
  const label =
    place.headingId === null
      ? '见正文'
      : (props.rows.find((row) => row.blockId === place.headingId)?.label ?? '').replace(/、$/, '');
  return { tone: 'there', words: label.endsWith('）') || label === '' ? `${label}${amount}` : `${label} · ${amount}` };
};

/** The four functions as tiles: there, thin and why, missing. A click goes to the part or begins it. */
export const RequiredParts = memo((props: RequiredPartsProps) => {
  const { assessments, onJump, onAddPart } = props;
  if (!assessments) return <section className="parts parts-waiting" aria-label="必备要素" />;
  const all = documentFunctions.map((name) => assessments[name]);
  const required = all.filter((assessment) => assessment.requirement === 'required');
  const met = required.filter((assessment) => assessment.state === 'present' || assessment.state === 'thin');
  return (
    <section className="parts" aria-label="必备要素">
      <h2>
        <span>必备要素</span>
        <span>
          {met.length} / {required.length}
        </span>
      </h2>
      <div className="parts-grid">
        {all.map((assessment) => {
          const { tone, words } = lookOf(props, assessment);
          const [place] = assessment.places;
          return (
            <button
              key={assessment.function}
              type="button"
              className="part-tile"
              data-function={assessment.function}
              data-tone={tone}
              disabled={tone === 'quiet' || (!place && !onAddPart)}
              title={words}
              onClick={() => (place ? onJump(place.blockId) : onAddPart?.(assessment.function))}
            >
              <b>{functionNames[assessment.function]}</b>
              <small>{words}</small>
            </button>
          );
        })}
      </div>
    </section>
  );
});
