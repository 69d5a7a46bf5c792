import { type Genre, genres } from '../../../shared/document/document';
import { genreNames } from '../../../shared/document/genre-names';
import type { Template } from '../../../shared/templates/template';

type WholeFormProps = Readonly<{ template: Template; onChange(template: Template): void }>;

const scopeNames = { parent: '每个上级内重新编', chapter: '一章内连续编', part: '全文连续编' } as const;
const levelNames = { 2: '（一）', 3: '1.', 4: '（1）' } as const;

/** What belongs to the template as a whole: name, genre, length, numbers. */
export const WholeForm = ({ template, onChange }: WholeFormProps) => {
  const main = template.parts.findIndex(({ kind }) => kind === 'main');
  const numbering = template.parts[main]?.numbering ?? {};
  const { length } = template;
  const setLength = (min: number, max: number) => {
    const { length: _, ...rest } = template;
    onChange(max > 0 ? { ...rest, length: { min, max } } : rest);
  };
  return (
    <div className="section-form">
      <div className="field">
        <label htmlFor="template-name">模板名称</label>
        <input
          id="template-name"
          className="input"
          maxLength={40}
          value={template.name}
          onChange={(event) => onChange({ ...template, name: event.currentTarget.value })}
        />
      </div>
      <div className="field">
        <label htmlFor="template-description">说明</label>
        <textarea
          id="template-description"
          className="input"
          rows={2}
          maxLength={200}
          value={template.description}
          onChange={(event) => onChange({ ...template, description: event.currentTarget.value })}
        />
      </div>
      <div className="field">
        <label htmlFor="template-genre">文体</label>
        <select
          id="template-genre"
          className="input"
          value={template.genre}
          onChange={(event) => onChange({ ...template, genre: event.currentTarget.value as Genre })}
        >
          {genres.map((genre) => (
            <option key={genre} value={genre}>
              {genreNames[genre]}
            </option>
          ))}
        </select>
      </div>
      <div className="section-row">
        <div className="field">
          <label htmlFor="template-min">正文不少于（字）</label>
          <input
            id="template-min"
            className="input"
            inputMode="numeric"
            value={length?.min ?? ''}
            onChange={(event) => setLength(Number.parseInt(event.currentTarget.value, 10) || 0, length?.max ?? 0)}
          />
        </div>
        <div className="field">
          <label htmlFor="template-max">不超过（字）</label>
          <input
            id="template-max"
            className="input"
            inputMode="numeric"
            value={length?.max ?? ''}
            onChange={(event) => setLength(length?.min ?? 0, Number.parseInt(event.currentTarget.value, 10) || 0)}
          />
        </div>
      </div>
      <h4>正文编号</h4>
      {([2, 3, 4] as const).map((level) => (
        <div key={level} className="field">
          <label htmlFor={`numbering-${level}`}>{levelNames[level]}</label>
          <select
            id={`numbering-${level}`}
            className="input"
            value={numbering[level] ?? 'parent'}
            onChange={(event) => {
              const scope = event.currentTarget.value as keyof typeof scopeNames;
              const { [level]: _, ...rest } = numbering;
              const next = scope === 'parent' ? rest : { ...rest, [level]: scope };
              onChange({
                ...template,
                parts: template.parts.with(main, { ...template.parts[main]!, numbering: next }),
              });
            }}
          >
            {Object.entries(scopeNames).map(([scope, name]) => (
              <option key={scope} value={scope}>
                {name}
              </option>
            ))}
          </select>
        </div>
      ))}
      <p className="section-hint">来源：{template.derivedFrom}</p>
    </div>
  );
};
