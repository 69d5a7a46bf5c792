import type { Genre } from '../../../shared/document/document';
import { type DocumentStatus, statusNames } from '../../../shared/document/filing';
import { genreNames } from '../../../shared/document/genre-names';
import { type FilterChoices, type LibraryFilter, noFilter } from './library-rows';

type FilterBarProps = Readonly<{
  filter: LibraryFilter;
  choices: FilterChoices;
  onChange(filter: LibraryFilter): void;
}>;

const Choice = <Value extends string>({
  label,
  value,
  values,
  nameOf = (name) => name,
  onChange,
}: {
  readonly label: string;
  readonly value: Value | null;
  readonly values: readonly Value[];
  readonly nameOf?: (value: Value) => string;
  onChange(value: Value | null): void;
}) => {
  // One choice narrows nothing, but one that is set has to be seen.
  if (values.length < 2 && value === null) return null;
  return (
    <select
      aria-label={label}
      className={value === null ? 'filter' : 'filter filter-set'}
      value={value ?? ''}
      onChange={(event) => onChange(values.find((name) => name === event.currentTarget.value) ?? null)}
    >
      <option value="">{label}</option>
      {values.map((name) => (
        <option key={name} value={name}>
          {nameOf(name)}
        </option>
      ))}
    </select>
  );
};

/** Narrows the list by what the documents are; only what tells them apart is offered. */
export const FilterBar = ({ filter, choices, onChange }: FilterBarProps) => {
  const { folder, ...rest } = filter;
  const isSet = Object.values(rest).some((value) => value !== null);
  return (
    <search className="filters" aria-label="筛选">
      <Choice<Genre>
        label="文体"
        value={filter.genre}
        values={choices.genres}
        nameOf={(genre) => genreNames[genre]}
        onChange={(genre) => onChange({ ...filter, genre })}
      />
      <Choice
        label="年份"
        value={filter.year === null ? null : String(filter.year)}
        values={choices.years.map(String)}
        nameOf={(year) => `${year}年`}
        onChange={(year) => onChange({ ...filter, year: year === null ? null : Number(year) })}
      />
      <Choice
        label="发文机关"
        value={filter.issuer}
        values={choices.issuers}
        onChange={(issuer) => onChange({ ...filter, issuer })}
      />
      <Choice<DocumentStatus>
        label="状态"
        value={filter.status}
        values={choices.statuses}
        nameOf={(status) => statusNames[status]}
        onChange={(status) => onChange({ ...filter, status })}
      />
      <Choice label="标签" value={filter.tag} values={choices.tags} onChange={(tag) => onChange({ ...filter, tag })} />
      {isSet && (
        <button type="button" className="btn btn-ghost" onClick={() => onChange({ ...noFilter, folder })}>
          全部显示
        </button>
      )}
    </search>
  );
};
