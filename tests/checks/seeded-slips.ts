import { runChecks } from '../../shared/checks/run-checks';
import type { GovDocument } from '../../shared/document/document';
import { createRandom, shuffle } from './random';
import { slipsInStructure } from './slips-in-structure';
import { slipsInText } from './slips-in-text';

export const slips = [...slipsInText, ...slipsInStructure];

export type SlipResult = Readonly<{
  name: string;
  rules: readonly string[];
  made: number;
  found: number;
  missedIn: readonly number[];
}>;

const count = (document: GovDocument, rules: readonly string[]): number =>
  runChecks(document).findings.filter(({ rule }) => rules.includes(rule)).length;

/** Puts slips of every kind into documents, `each` of a kind, and counts those of which a rule says something new. */
export const seedSlips = (documents: readonly GovDocument[], each: number, seed: number): SlipResult[] =>
  slips.map(({ name, rules, make }, kind) => {
    const random = createRandom(seed + kind);
    const places = shuffle(
      documents.map((_, at) => at),
      random,
    );
    let made = 0;
    const missedIn: number[] = [];
    // Documents are used again where few have a place for a slip; a slip made there stands elsewhere.
    for (let turn = 0; turn < places.length * 4 && made < each; turn += 1) {
      const at = places[turn % places.length]!;
      const slipped = make(documents[at]!, random);
      if (!slipped) continue;
      made += 1;
      if (count(slipped, rules) <= count(documents[at]!, rules)) missedIn.push(at);
    }
    return { name, rules, made, found: made - missedIn.length, missedIn };
  });
