import { fromEditable, toEditable } from '../../../shared/templates/readable';
import type { Guidance, Template, TemplateSection } from '../../../shared/templates/template';
import type { TemplateBlock } from '../../../shared/templates/template-blocks';

type SectionFormProps = Readonly<{
  template: Template;
  section: TemplateSection;
  onChange(section: TemplateSection): void;
}>;

const requirementNames = { required: '必备', recommended: '建议', optional: '可选' } as const;
const requirements = Object.keys(requirementNames) as (keyof typeof requirementNames)[];
const levelNames = ['一、', '（一）', '1.', '（1）'] as const;
const blockNames = {
  title: '标题',
  subtitle: '副标题',
  salutation: '主送机关',
  paragraph: '段落',
  dash: '——项',
  responsibility: '责任单位',
  signature: '署名',
  dateLine: '成文日期',
  note: '附注',
  clause: '条目',
  box: '专栏',
  table: '表格',
} as const satisfies Record<TemplateBlock['type'], string>;
const guidanceFields = [
  ['what', '写什么'],
  ['review', '审稿看什么'],
  ['length', '篇幅'],
  ['good', '可参照'],
  ['bad', '不宜'],
] as const;

/** Kinds of text a person can add; tables and boxes come with the shipped templates and are kept. */
const plainTypes = ['paragraph', 'dash', 'responsibility'] as const;

const cellsOf = (text: string): string[] => text.split('|').map((cell) => cell.trim() || ' ');

/** Everything of one section that a bureau may change: heading, requirement, fixed sentences, guidance. */
export const SectionForm = ({ template, section, onChange }: SectionFormProps) => {
  const { heading, guidance, blocks } = section;
  const shown = (text: string) => toEditable(template, text);
  const read = (text: string) => fromEditable(template, text);
  const setBlock = (at: number, next: TemplateBlock | null) =>
    onChange({ ...section, blocks: next ? blocks.with(at, next) : blocks.toSpliced(at, 1) });
  const setGuidance = (key: keyof Guidance, value: string) => {
    const next = { what: '', review: '', ...guidance, [key]: value };
    for (const [name] of guidanceFields) if (name !== 'what' && name !== 'review' && !next[name]) delete next[name];
    const empty = Object.values(next).every((text) => text === '');
    const { guidance: _, ...rest } = section;
    onChange(empty ? rest : { ...section, guidance: next });
  };
  const toggle = (key: 'repeatable' | 'locked', on: boolean) => {
    const { [key]: _, ...rest } = section;
    onChange(on ? { ...rest, [key]: true } : rest);
  };

  return (
    <div className="section-form">
      {heading && (
        <>
          <div className="field">
            <label htmlFor="section-heading">标题</label>
            <input
              id="section-heading"
              className="input"
              maxLength={120}
              value={shown(heading.text)}
              onChange={(event) =>
                onChange({ ...section, heading: { ...heading, text: read(event.currentTarget.value) } })
              }
            />
          </div>
          <div className="field">
            <label htmlFor="section-alternatives">标题也可写作（用、分开）</label>
            <input
              id="section-alternatives"
              className="input"
              defaultValue={heading.alternatives.join('、')}
              onBlur={(event) => {
                const alternatives = event.currentTarget.value.split(/[、，,]/).flatMap((one) => one.trim() || []);
                if (alternatives.join() !== heading.alternatives.join())
                  onChange({ ...section, heading: { ...heading, alternatives } });
              }}
            />
          </div>
        </>
      )}
      <div className="section-row">
        <div className="field">
          <label htmlFor="section-requirement">必备程度</label>
          <select
            id="section-requirement"
            className="input"
            value={section.requirement}
            onChange={(event) => {
              const requirement = requirements.find((one) => one === event.currentTarget.value) ?? 'optional';
              onChange({ ...section, requirement, included: requirement === 'required' || section.included });
            }}
          >
            {requirements.map((one) => (
              <option key={one} value={one}>
                {requirementNames[one]}
              </option>
            ))}
          </select>
        </div>
        {heading && (
          <div className="field">
            <label htmlFor="section-level">层次</label>
            <select
              id="section-level"
              className="input"
              value={heading.level}
              onChange={(event) => {
                const level = Number(event.currentTarget.value) as 1 | 2 | 3 | 4;
                onChange({ ...section, heading: { ...heading, level } });
              }}
            >
              {levelNames.map((name, at) => (
                <option key={name} value={at + 1}>
                  {name}
                </option>
              ))}
            </select>
          </div>
        )}
      </div>
      <label className="choice">
        <input
          type="checkbox"
          checked={section.included}
          disabled={section.requirement === 'required'}
          onChange={(event) => onChange({ ...section, included: event.currentTarget.checked })}
        />
        <span>新建文稿时就有</span>
      </label>
      <label className="choice">
        <input
          type="checkbox"
          checked={section.repeatable === true}
          onChange={(event) => toggle('repeatable', event.currentTarget.checked)}
        />
        <span>可以写多个</span>
      </label>
      <label className="choice">
        <input
          type="checkbox"
          checked={section.locked === true}
          onChange={(event) => toggle('locked', event.currentTarget.checked)}
        />
        <span>
          固定文字
          <small>文稿里改动了这里的文字，检查会指出。</small>
        </span>
      </label>

      <h4>文字</h4>
      <p className="section-hint">
        写作时再填的放在 [ ] 里，如 [目标数值]；新建时填一次的用 {'{ }'}，可用：
        {template.placeholders.map(({ label }) => `{${label}}`).join(' ')}
      </p>
      {blocks.map((block, at) => {
        const label = `第${at + 1}段 ${blockNames[block.type]}`;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the paragraphs of a section have nothing else to be known by
          <div key={`${section.id} ${at}`} className="field section-block">
            <label htmlFor={`block-${at}`}>{label}</label>
            {block.type === 'table' ? (
              <>
                <input
                  id={`block-${at}`}
                  className="input"
                  aria-label={`${label}的栏目，用 | 分开`}
                  defaultValue={block.columns.map(({ title }) => shown(title)).join(' | ')}
                  onBlur={(event) => {
                    const titles = cellsOf(read(event.currentTarget.value));
                    const columns = titles.map((title, column) => ({
                      title,
                      kind: block.columns[column]?.kind ?? ('text' as const),
                    }));
                    const rows = block.rows.map((row) => titles.map((_, column) => row[column] ?? '[内容]'));
                    setBlock(at, { ...block, columns, rows });
                  }}
                />
                <small>栏目用 | 分开；新增的栏目按文字填写。</small>
              </>
            ) : block.type === 'box' ? (
              <>
                <input
                  id={`block-${at}`}
                  className="input"
                  aria-label={`${label}的名称`}
                  value={shown(block.title)}
                  onChange={(event) => setBlock(at, { ...block, title: read(event.currentTarget.value) })}
                />
                {block.blocks.map((inner, index) => (
                  <textarea
                    // biome-ignore lint/suspicious/noArrayIndexKey: as above
                    key={index}
                    className="input"
                    rows={3}
                    aria-label={`${label}第${index + 1}项`}
                    value={shown(inner.text)}
                    onChange={(event) =>
                      setBlock(at, {
                        ...block,
                        blocks: block.blocks.with(index, { ...inner, text: read(event.currentTarget.value) }),
                      })
                    }
                  />
                ))}
              </>
            ) : (
              <textarea
                id={`block-${at}`}
                className="input"
                rows={Math.min(6, Math.ceil(block.text.length / 34) + 1)}
                maxLength={2000}
                value={shown(block.text)}
                onChange={(event) => setBlock(at, { ...block, text: read(event.currentTarget.value) })}
              />
            )}
            <button
              type="button"
              className="btn btn-ghost"
              aria-label={`删去${label}`}
              onClick={() => setBlock(at, null)}
            >
              删去
            </button>
          </div>
        );
      })}
      <div className="section-row">
        {plainTypes.map((type) => (
          <button
            key={type}
            type="button"
            className="btn"
            onClick={() =>
              onChange({
                ...section,
                blocks: [...blocks, { type, text: type === 'responsibility' ? '（责任单位：[责任单位]）' : '[内容]' }],
              })
            }
          >
            加{blockNames[type]}
          </button>
        ))}
      </div>

      <h4>写作提示</h4>
      {guidanceFields.map(([key, name]) => (
        <div key={key} className="field">
          <label htmlFor={`guidance-${key}`}>{name}</label>
          <textarea
            id={`guidance-${key}`}
            className="input"
            rows={key === 'length' ? 1 : 2}
            maxLength={key === 'length' ? 60 : 1000}
            value={guidance?.[key] ?? ''}
            onChange={(event) => setGuidance(key, event.currentTarget.value)}
          />
        </div>
      ))}
    </div>
  );
};
