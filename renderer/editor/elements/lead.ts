import type { NodeEntry, Range } from 'slate';
import type { Clause } from '../../../shared/document/block';
import { computeLead } from '../../../shared/document/lead';
import { leafText } from '../../../shared/document/plain-text';

/** A stretch of a block drawn in the face of its heading. */
export type LeadRange = Range & { lead: true };

const isRunInHeading = (node: NodeEntry[0]): node is Clause =>
  'type' in node && node.type === 'clause' && node.runIn === true && node.level <= 2;

/**
 * The lead (段首句) of a run-in clause as a decoration, from the text alone. Levels 3 and 4 have the face of the
 * body (GB/T 9704-2012, 7.3.3), so their leads need none. It changes only with the text, so never while an input
 * method composes.
 */
export const decorateLead = ([node, path]: NodeEntry): LeadRange[] => {
  if (!isRunInHeading(node)) return [];
  let rest = computeLead(node);
  for (const [index, leaf] of node.children.entries()) {
    const text = leafText(leaf);
    if (rest <= text.length) {
      if (index === 0 && rest === 0) return [];
      return [
        { anchor: { path: [...path, 0], offset: 0 }, focus: { path: [...path, index], offset: rest }, lead: true },
      ];
    }
    rest -= text.length;
  }
  return [];
};
