import type { RuleHead } from './types';

const longest = 60;
const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);

/** Of an example the lines that the other one does not have: what makes the difference; none where it lacks some. */
const differing = (example: string, other: string): readonly string[] => {
  const known = new Set(other.split('\n'));
  return example
    .split('\n')
    .filter((line) => !known.has(line))
    .slice(0, 2)
    .map(cut);
};

/** A rule's right and wrong example, each in the lines that make the difference. */
export const describeExamples = ({ examples: { right, wrong } }: Pick<RuleHead, 'examples'>) => ({
  right: differing(right, wrong),
  wrong: differing(wrong, right),
});

/** Groups of rules by the first half of their ids, in the order in which they are listed. */
export const ruleGroups: Readonly<Record<string, string>> = {
  completeness: '完整性',
  depth: '充实性',
  consistency: '一致性',
  form: '规范性',
  wording: '用语',
  template: '模板',
};
