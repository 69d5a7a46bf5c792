import type { ReactElement } from 'react';
import { type CheckResult, type Severity, severities, severityNames } from '../../../shared/checks/types';
import { type FilterChoices, isFiltering } from './filter-findings';
import type { FindingView } from './use-finding-view';

type FilterBarProps = Readonly<{
  view: FindingView;
  counts: CheckResult['counts'];
  choices: FilterChoices;
  total: number;
}>;

const selects = [
  { field: 'part', list: 'parts', name: '部分', all: '全部部分' },
  { field: 'unit', list: 'units', name: '责任单位', all: '全部单位' },
  { field: 'rule', list: 'rules', name: '规则', all: '全部规则' },
] as const;

/** The verdict, whose numbers show and hide their findings, and what else narrows the list. */
export const FilterBar = ({ view, counts, choices, total }: FilterBarProps): ReactElement => {
  const { filter, shown, order, narrow, clear, turn } = view;
  const toggle = (severity: Severity) => {
    const without = new Set(filter.without);
    if (!without.delete(severity)) without.add(severity);
    narrow({ without });
  };
  return (
    <div className="finding-filter">
      <div className="verdict">
        {severities.map((severity) => (
          <button
            key={severity}
            type="button"
            data-severity={counts[severity] > 0 ? severity : undefined}
            aria-pressed={!filter.without.has(severity)}
            title={filter.without.has(severity) ? `显示${severityNames[severity]}` : `不看${severityNames[severity]}`}
            onClick={() => toggle(severity)}
          >
            <b>{counts[severity]}</b>
            {severityNames[severity]}
          </button>
        ))}
      </div>
      {total > 0 && (
        <div className="finding-selects">
          {selects.map(({ field, list, name, all }) =>
            choices[list].length > 1 || filter[field] !== null ? (
              <select
                key={field}
                className="input"
                aria-label={`按${name}筛选`}
                data-on={filter[field] !== null || undefined}
                value={filter[field] ?? ''}
                onChange={({ currentTarget }) => narrow({ [field]: currentTarget.value || null })}
              >
                <option value="">{all}</option>
                {filter[field] !== null && !choices[list].some(({ value }) => value === filter[field]) && (
                  <option value={filter[field]}>（已没有问题）</option>
                )}
                {choices[list].map(({ value, name, count }) => (
                  <option key={value} value={value}>{`${name}（${count}）`}</option>
                ))}
              </select>
            ) : null,
          )}
          <button type="button" className="link" aria-pressed={order === 'place'} onClick={turn}>
            {order === 'kind' ? '按位置排列' : '按类别排列'}
          </button>
        </div>
      )}
      {isFiltering(filter) && (
        <p className="finding-narrowed" role="status">
          {`显示 ${shown.length} 处，共 ${total} 处`}
          <button type="button" className="link" onClick={clear}>
            显示全部
          </button>
        </p>
      )}
    </div>
  );
};
