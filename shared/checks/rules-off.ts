import type { GovDocument } from '../document/document';
import { templateOf } from '../templates/template-of';
import { allChecks } from './all-checks';
import type { Bureau } from './bureau/bureau-rules';
import { packRuleTitles } from './bureau/pack-checks';
import type { RuleOff } from './types';

/** What can be switched off: everything but what a regulation lays down. */
const switchable: ReadonlyMap<string, string> = new Map([
  ...allChecks.filter(({ source }) => source.tier !== 'regulation').map(({ id, title }) => [id, title] as const),
  ...Object.entries(packRuleTitles),
]);

/** The rules that are not asked of a document, each once, with the nearest reason. Unknown ids are passed over. */
export const rulesOff = (
  document: Pick<GovDocument, 'meta' | 'template'>,
  bureau: Pick<Bureau, 'off'> | undefined,
  unasked: ReadonlySet<string> = new Set(),
): readonly RuleOff[] => {
  const off = new Map<string, RuleOff>();
  const add = (rules: Iterable<string>, by: RuleOff['by']): void => {
    for (const rule of rules) {
      const title = switchable.get(rule);
      if (title !== undefined && !off.has(rule)) off.set(rule, { rule, title, by });
    }
  };
  add(document.meta.rulesOff ?? [], 'document');
  add(bureau?.off ?? [], 'bureau');
  add(templateOf(document)?.checksOff ?? [], 'template');
  add(unasked, 'caller');
  return [...off.values()];
};
