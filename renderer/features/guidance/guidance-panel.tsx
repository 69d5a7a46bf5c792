import type { Guidance } from '../../../shared/templates/template';
import './guidance.css';

type GuidancePanelProps = Readonly<{ heading: string; guidance: Guidance | null }>;

/** What the template says about the part being written. */
export const GuidancePanel = ({ heading, guidance }: GuidancePanelProps) => (
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
      </dl>
    ) : (
      <p>模板对这一部分没有提示。把光标放到其他部分，这里会显示该部分写什么、审稿看什么。</p>
    )}
  </div>
);
