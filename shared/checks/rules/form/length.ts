import type { Genre } from '../../../document/document';
import { templateOf } from '../../../templates/template-of';
import { countCharacters } from '../../count-characters';
import type { DocumentCheck } from '../../types';
import { findDocument } from '../tools/finding';
import { sources } from '../tools/sources';

const rule = {
  id: 'form/length',
  severity: 'hint',
  source: sources.burden,
  title: '综合性文件一般不超过5000字，专项工作文件一般不超过4000字',
  examples: {
    right: '云川市推进标准化工作实施方案\n一、工作目标\n到2028年，制定地方标准12项。',
    wrong: `云川市推进标准化工作实施方案\n一、工作目标\n${'到2028年，制定地方标准12项，建成标准化示范园区3个。'.repeat(170)}`,
  },
} as const;

const limits = { special: 4000, general: 5000 } as const;

/** Five-year plans are longer by nature; the rule is about documents that ask for work. */
const counted: ReadonlySet<Genre> = new Set([
  'opinion',
  'implementation-opinion',
  'action-plan',
  'implementation-scheme',
  'measures',
]);

export const length: DocumentCheck = {
  ...rule,
  reads: 'document',
  run: (document) => {
    const characters = countCharacters(document.parts.filter(({ kind }) => kind === 'main'));
    const budget = templateOf(document)?.length;
    if (budget)
      return characters > budget.max
        ? [findDocument(rule, `正文 ${characters} 字，超过模板定的 ${budget.max} 字。`)]
        : [];
    if (!counted.has(document.meta.genre)) return [];
    if (characters <= limits.special) return [];
    const message =
      characters > limits.general
        ? `正文 ${characters} 字，超过综合性文件 ${limits.general} 字的一般要求。`
        : `正文 ${characters} 字；如是专项工作文件，超过了 ${limits.special} 字的一般要求。`;
    return [findDocument(rule, message)];
  },
};
