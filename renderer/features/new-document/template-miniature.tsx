import { formatNumber } from '../../../shared/numbering/compute-labels';
import { readableText } from '../../../shared/templates/readable';
import type { Template } from '../../../shared/templates/template';

type Line = Readonly<{ level: 1 | 2 | 3 | 4; number: string; text: string; required: boolean; repeatable: boolean }>;

/** Headings of the parts a new draft has, numbered as it shows them. */
const linesOf = (template: Template): Line[] =>
  template.parts.flatMap((part): Line[] => {
    const counters = [0, 0, 0, 0];
    return part.sections
      .filter((section) => section.included && section.heading)
      .map(({ heading, requirement, repeatable }) => {
        const { level, text } = heading!;
        counters[level - 1] = (counters[level - 1] ?? 0) + 1;
        // Numbers that run through the part go on under the next parent.
        for (let below = level; below < 4; below += 1)
          if (part.numbering[(below + 1) as 2 | 3 | 4] !== 'part') counters[below] = 0;
        return {
          level,
          number: formatNumber(level, counters[level - 1] ?? 1),
          text: readableText(template, text),
          required: requirement === 'required',
          repeatable: repeatable === true,
        };
      });
  });

const partNames = { notice: '印发通知', main: '', attachment: '附件' } as const;

/** A template's outline on a small sheet: what it consists of, and which parts are 必备. */
export const TemplateMiniature = ({ template }: { readonly template: Template }) => {
  const beside = template.parts
    .filter((part) => part.kind !== 'main' && part.sections.some((section) => section.included))
    .map((part) => partNames[part.kind]);
  return (
    <span className="miniature" aria-hidden="true">
      {beside.includes('印发通知') && <span className="miniature-part">印发通知</span>}
      {linesOf(template).map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a template are never reordered while shown
        <span key={index} className="miniature-line" data-level={line.level}>
          <span className="miniature-number">{line.number}</span>
          <span className="miniature-text">{line.text}</span>
          {line.repeatable && <em>可多个</em>}
          {line.required && <em data-required>必备</em>}
        </span>
      ))}
      {beside.includes('附件') && (
        <span className="miniature-part">附件 {beside.filter((name) => name === '附件').length} 个</span>
      )}
    </span>
  );
};
