import type { Block, Clause } from './block';
import type { GovDocument } from './document';
import { headingText } from './heading-text';
import { isHeading } from './is-heading';
import { blockText } from './plain-text';

const isSentenceAlone = (clause: Clause, next: Block | undefined): boolean => {
  if (clause.runIn || !/[。；]$/.test(blockText(clause).trim())) return false;
  if (next === undefined || next.type === 'responsibility') return true;
  return next.type === 'clause' && next.level <= clause.level;
};

/** A lead so short that it names its text, whatever its siblings are: 完善治理结构。 */
const isBriefLead = (clause: Clause): boolean =>
  clause.runIn === true && /^[^\d，为是应请须可将]{2,10}$/.test(headingText(clause));

/**
 * Ids of the clauses that are headings, judged beside their siblings: a numbered sentence with nothing below it is
 * an item, and where half of the clauses of one run of numbers are items, all of them are but those with brief leads.
 * `isHeading` judges a clause by itself, e.g. while it is being typed.
 */
export const listHeadings = (document: Pick<GovDocument, 'parts'>): ReadonlySet<string> => {
  const headings = new Set<string>();
  for (const part of document.parts) {
    const families = new Map<string, { clause: Clause; heading: boolean }[]>();
    const parents: string[] = ['', '', '', '', ''];
    let runs = 0;
    part.children.forEach((block, at) => {
      if (block.type !== 'clause') return;
      parents.fill(block.id, block.level);
      // A number that starts again begins a run of its own, e.g. （一） under each article of a regulation.
      if (block.restart) runs += 1;
      const key = `${block.level} ${runs} ${block.boxId ?? parents[block.level - 1]}`;
      const heading = isHeading(block) && !isSentenceAlone(block, part.children[at + 1]);
      const family = families.get(key);
      if (family) family.push({ clause: block, heading });
      else families.set(key, [{ clause: block, heading }]);
    });
    for (const family of families.values()) {
      const items = family.filter((member) => !member.heading).length;
      const mixed = items * 2 >= family.length && family.length > 1;
      for (const { clause, heading } of family) if (heading && (!mixed || isBriefLead(clause))) headings.add(clause.id);
    }
  }
  return headings;
};
