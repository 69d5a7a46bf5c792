import { escapePattern } from '../rules/tools/escape-pattern';
import { patternCheck } from '../rules/tools/finding';
import { formulaCheck } from '../rules/wording/formula-differs';
import { formulaQuotesCheck } from '../rules/wording/formula-quotes';
import type { BlockCheck, RuleHead } from '../types';
import type { RulePack } from './rule-pack';

const noExamples = { right: '', wrong: '' } as const;

/** Behind this a finding names its pack: one id for the words of all packs, one for their formulations. */
export const packRuleTitles = {
  'bureau/terms': '用语与本单位的规定一致',
  'bureau/formulas': '固定表述与本单位的词库一致',
} as const satisfies Record<string, string>;

/** Whether the match is the unwanted word within the wanted one: 党组 in 党委（党组）. */
const isWanted = ({ 0: found, index, input }: RegExpExecArray, use: string): boolean => {
  for (let at = use.indexOf(found); at >= 0; at = use.indexOf(found, at + 1))
    if (input.startsWith(use, index - at)) return true;
  return false;
};

const termChecks = (pack: RulePack): BlockCheck[] => {
  const { terms = [], name } = pack;
  if (terms.length === 0) return [];
  const known = new Map(terms.map((term) => [term.avoid, term] as const));
  // The longest first, so that a word within a longer one does not answer for it.
  const words = [...known.keys()].sort((one, other) => other.length - one.length).map(escapePattern);
  return (['should', 'hint'] as const).map((severity) =>
    patternCheck({
      id: 'bureau/terms',
      severity,
      source: { tier: 'bureau', clause: name },
      title: packRuleTitles['bureau/terms'],
      examples: noExamples,
      // Inside a quoted title a word stays as it was published.
      pattern: new RegExp(`(?:${words.join('|')})(?![^《》]{0,60}》)`, 'g'),
      judge: (match) => {
        const [found] = match;
        const term = known.get(found);
        if (!term || (term.severity ?? 'should') !== severity) return null;
        if (isWanted(match, term.use)) return null;
        const wanted = term.use === '' ? `“${found}”应当删去` : `“${found}”应写作“${term.use}”`;
        return { message: `${wanted}${term.note ? `（${term.note}）` : ''}。`, text: term.use };
      },
    }),
  );
};

const formulaChecks = (pack: RulePack): BlockCheck[] => {
  const { formulas = [], name, date } = pack;
  const head: RuleHead = {
    id: 'bureau/formulas',
    severity: 'hint',
    source: { tier: 'bureau', clause: date ? `${name}（${date}）` : name },
    title: packRuleTitles['bureau/formulas'],
    examples: noExamples,
  };
  const quotes = formulaQuotesCheck(head, formulas);
  return formulas.length === 0 ? [] : [formulaCheck(head, formulas), ...(quotes ? [quotes] : [])];
};

/** What a pack adds to the checks. */
export const packChecks = (pack: RulePack): readonly BlockCheck[] => [...termChecks(pack), ...formulaChecks(pack)];
