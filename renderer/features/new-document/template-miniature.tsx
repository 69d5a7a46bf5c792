import type { TemplateRow } from '../../../shared/ipc/contract';
import { formatNumber } from '../../../shared/numbering/compute-labels';

/** Numbers of the headings as a fresh draft shows them: each level starts again under its parent. */
const numberHeadings = (headings: TemplateRow['headings']): string[] => {
  const counters = [0, 0, 0, 0];
  return headings.map(({ level }) => {
    counters[level - 1] = (counters[level - 1] ?? 0) + 1;
    counters.fill(0, level);
    return formatNumber(level as 1 | 2 | 3 | 4, counters[level - 1] ?? 1);
  });
};

/** A template's outline on a small sheet; required parts are named as such. */
export const TemplateMiniature = ({ headings }: { readonly headings: TemplateRow['headings'] }) => {
  const numbers = numberHeadings(headings);
  return (
    <ol className="miniature" aria-label="模板提纲">
      {headings.map((heading, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list of a template never changes
        <li key={index} data-level={heading.level}>
          <span className="miniature-number">{numbers[index]}</span>
          <span>{heading.text}</span>
          {heading.required && <em>必备</em>}
        </li>
      ))}
    </ol>
  );
};
