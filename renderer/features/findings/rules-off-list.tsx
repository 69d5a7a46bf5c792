import { useState } from 'react';
import { offReasonNames, type RuleOff } from '../../../shared/checks/types';

type RulesOffListProps = Readonly<{
  off: readonly RuleOff[];
  /** Asks again what this document or the bureau does without. */
  onSwitchOn(rule: RuleOff): void;
}>;

/** The rules that were not asked, and who does without them. */
export const RulesOffList = ({ off, onSwitchOn }: RulesOffListProps) => {
  const [open, setOpen] = useState(false);
  if (off.length === 0) return null;
  return (
    <section>
      <button type="button" className="findings-kind" aria-expanded={open} onClick={() => setOpen(!open)}>
        停用的规则
        <span>{off.length}</span>
      </button>
      {open &&
        off.map((one) => (
          <article key={one.rule} className="finding">
            <h3>{one.title}</h3>
            <div className="finding-foot">
              <span>{offReasonNames[one.by]}</span>
              {one.by !== 'template' && (
                <button type="button" className="link" onClick={() => onSwitchOn(one)}>
                  重新启用
                </button>
              )}
            </div>
          </article>
        ))}
    </section>
  );
};
