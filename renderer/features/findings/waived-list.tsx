import { useState } from 'react';
import type { Finding, WaivedFinding } from '../../../shared/checks/types';
import { waiverReasonNames } from '../../../shared/document/waiver';
import { formatDay } from '../../app/ui/format';

type WaivedListProps = Readonly<{
  waived: readonly WaivedFinding[];
  place(finding: Finding): string;
  onJump(finding: Finding): void;
  onTakeBack?: ((waived: WaivedFinding) => void) | undefined;
}>;

/** What was let stand, why, by whom and when; folded until it is asked for. */
export const WaivedList = ({ waived, place, onJump, onTakeBack }: WaivedListProps) => {
  const [open, setOpen] = useState(false);
  if (waived.length === 0) return null;
  return (
    <section>
      <button type="button" className="findings-kind" aria-expanded={open} onClick={() => setOpen(!open)}>
        已说明理由
        <span>{waived.length}</span>
      </button>
      {open &&
        waived.map((one) => {
          const { finding, waiver } = one;
          const said = [waiverReasonNames[waiver.reason], waiver.text, waiver.by, formatDay(waiver.at, Date.now())];
          return (
            <article key={`${waiver.rule} ${waiver.blockId} ${waiver.content} ${finding.start}`} className="finding">
              <h3>{finding.message}</h3>
              <p className="finding-waiver">{said.filter(Boolean).join(' · ')}</p>
              <div className="finding-foot">
                {finding.blockId !== null && (
                  <button type="button" className="link" onClick={() => onJump(finding)}>
                    {place(finding) || '定位'}
                  </button>
                )}
                {onTakeBack && (
                  <button type="button" className="link" onClick={() => onTakeBack(one)}>
                    重新提出
                  </button>
                )}
              </div>
            </article>
          );
        })}
    </section>
  );
};
