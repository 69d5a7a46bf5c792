import { useState } from 'react';
import type { BureauRules } from '../../../shared/checks/bureau/bureau-rules';
import type { RulePack } from '../../../shared/checks/bureau/rule-pack';
import { samplePack } from '../../../shared/checks/bureau/sample-pack';
import { shippedPacks } from '../../../shared/checks/bureau/shipped-packs';
import { say } from '../../app/ui/toasts';
import { call, sentenceOf } from '../../ipc/client';

type RulePacksProps = Readonly<{ rules: BureauRules; onChange(rules: BureauRules): void }>;

const contents = ({ terms = [], units = [], formulas = [], soften = [] }: RulePack): string =>
  [
    terms.length > 0 && `用语 ${terms.length} 条`,
    units.length > 0 && `单位 ${units.length} 个`,
    formulas.length > 0 && `固定表述 ${formulas.length} 条`,
    soften.length > 0 && `放宽规则 ${soften.length} 条`,
  ]
    .filter(Boolean)
    .join('，') || '没有内容';

/** The lists that come with the app, and the bureau's own packs, read from files. */
export const RulePacks = ({ rules, onChange }: RulePacksProps) => {
  const [problem, setProblem] = useState<string | null>(null);
  const read = () =>
    void call('rules:import', {}).then(
      ({ pack }) => {
        if (!pack) return;
        setProblem(null);
        const known = rules.packs.some(({ name }) => name === pack.name);
        onChange({ ...rules, packs: [...rules.packs.filter(({ name }) => name !== pack.name), pack] });
        say(known ? `已换成新的“${pack.name}”。` : `已读入“${pack.name}”。`);
      },
      (error) => setProblem(sentenceOf(error)),
    );
  const write = (pack: RulePack) =>
    void call('rules:export', { pack }).then(
      ({ path }) => path !== null && say(`已导出到 ${path}。`),
      (error) => setProblem(sentenceOf(error)),
    );
  return (
    <section aria-label="规则包" className="rule-packs">
      <h3>
        规则包
        <span>{rules.packs.length + shippedPacks.length}</span>
        <span className="spacer" />
        <button type="button" className="btn" onClick={() => write(samplePack)}>
          存一份样例…
        </button>
        <button type="button" className="btn" onClick={read}>
          读入规则包…
        </button>
      </h3>
      {problem && (
        <p className="rules-problem" role="alert">
          {problem}
        </p>
      )}
      {rules.packs.map((pack) => (
        <article key={pack.name} className="rule">
          <b>{pack.name}</b>
          <span className="rule-source">
            {[
              contents(pack),
              pack.date && `${pack.date} 的表述`,
              pack.templates && `只用于 ${pack.templates.length} 个模板的文稿`,
            ]
              .filter(Boolean)
              .join('；')}
          </span>
          <span className="rule-switches">
            <button type="button" className="btn" aria-label={`导出${pack.name}`} onClick={() => write(pack)}>
              导出…
            </button>
            <button
              type="button"
              className="btn"
              aria-label={`移除${pack.name}`}
              onClick={() => {
                onChange({ ...rules, packs: rules.packs.filter((other) => other !== pack) });
                say(`已移除“${pack.name}”。`, { label: '撤销', run: () => onChange(rules) });
              }}
            >
              移除
            </button>
          </span>
        </article>
      ))}
      {shippedPacks.map(({ name, words }) => (
        <article key={name} className="rule">
          <b>{name}</b>
          <span className="rule-source">{words}</span>
          <span className="rule-switches">
            <em>随软件提供</em>
          </span>
        </article>
      ))}
    </section>
  );
};
