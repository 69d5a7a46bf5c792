import { useMemo, useState } from 'react';
import { allChecks } from '../../../shared/checks/all-checks';
import { ruleGroups } from '../../../shared/checks/describe-examples';
import { type Severity, severities, severityNames, tierNames } from '../../../shared/checks/types';
import { saveBureauRules, useBureauRules } from '../../app/bureau-rules';
import { sayError } from '../../app/say-error';
import { DialogFrame } from '../../app/ui/dialog-frame';
import { RulePacks } from './rule-packs';
import { RuleRow } from './rule-row';
import './rules.css';

type RulesDialogProps = Readonly<{
  /** What to look for at first, e.g. the id of a rule. */
  query?: string;
  /** The rules the open document does without; not given where none is open. */
  document?: Readonly<{ off: readonly string[]; onChange(off: readonly string[]): void }>;
  onClose(): void;
}>;

const without = (list: readonly string[], one: string): readonly string[] => list.filter((other) => other !== one);

/** Every rule with its severity, source and examples, and its switches; behind it the bureau's own packs. */
export const RulesDialog = ({ query: first = '', document, onClose }: RulesDialogProps) => {
  const rules = useBureauRules();
  const [query, setQuery] = useState(first);
  const [severity, setSeverity] = useState<Severity | ''>('');
  const [onlyOff, setOnlyOff] = useState(false);
  const documentOff = document?.off ?? [];
  const shown = useMemo(() => {
    const words = query.trim().split(/\s+/).filter(Boolean);
    return allChecks.filter(({ id, title, source, severity: own }) => {
      const text = `${id} ${title} ${source.clause} ${tierNames[source.tier]} ${severityNames[own]} ${ruleGroups[id.split('/')[0]!]}`;
      return (
        words.every((word) => text.includes(word)) &&
        (severity === '' || own === severity) &&
        (!onlyOff || rules.off.includes(id) || documentOff.includes(id))
      );
    });
  }, [query, severity, onlyOff, rules.off, documentOff]);

  const save = (next: typeof rules) => void saveBureauRules(next).catch((error) => sayError(error));
  const switchBureau = (rule: string, on: boolean) =>
    save({ ...rules, off: on ? [...without(rules.off, rule)] : [...rules.off, rule] });
  const switchDocument = (rule: string, on: boolean) =>
    document?.onChange(on ? without(documentOff, rule) : [...documentOff, rule]);

  return (
    <DialogFrame title="校核规则" full onClose={onClose} foot={null}>
      <div className="rules">
        <div className="rules-bar">
          <input
            type="search"
            className="input"
            aria-label="查找规则"
            placeholder="按要求、依据或编号查找"
            value={query}
            onChange={({ currentTarget }) => setQuery(currentTarget.value)}
          />
          <select
            className="input"
            aria-label="按程度筛选"
            value={severity}
            onChange={({ currentTarget }) => setSeverity(currentTarget.value as Severity | '')}
          >
            <option value="">全部程度</option>
            {severities.map((one) => (
              <option key={one} value={one}>
                {severityNames[one]}
              </option>
            ))}
          </select>
          <label>
            <input
              type="checkbox"
              checked={onlyOff}
              onChange={({ currentTarget }) => setOnlyOff(currentTarget.checked)}
            />
            只看停用的
          </label>
          <span role="status">{`${shown.length} 条，共 ${allChecks.length} 条`}</span>
        </div>
        <div className="rules-list">
          {query.trim() === '' && severity === '' && !onlyOff && <RulePacks rules={rules} onChange={save} />}
          {Object.entries(ruleGroups).map(([group, name]) => {
            const own = shown.filter(({ id }) => id.startsWith(`${group}/`));
            return own.length === 0 ? null : (
              <section key={group} aria-label={name}>
                <h3>
                  {name}
                  <span>{own.length}</span>
                </h3>
                {own.map((check) => (
                  <RuleRow
                    key={check.id}
                    check={check}
                    open={check.id === first}
                    bureauOn={!rules.off.includes(check.id)}
                    documentOn={document ? !documentOff.includes(check.id) : null}
                    onBureau={(on) => switchBureau(check.id, on)}
                    onDocument={(on) => switchDocument(check.id, on)}
                  />
                ))}
              </section>
            );
          })}
          {shown.length === 0 && <p className="dialog-text">没有这样的规则。</p>}
        </div>
      </div>
    </DialogFrame>
  );
};
