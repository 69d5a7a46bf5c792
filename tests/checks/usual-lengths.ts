import { mapParts } from '../../shared/checks/part-map';
import { assessFunctions } from '../../shared/functions/assess-functions';
import { blockFunctions } from '../../shared/functions/block-functions';
import type { CorpusDocument } from './corpus';

/** What `assets/dictionaries/usual-lengths.json` holds: the middle 70 of 100 lengths of each kind of part, to tens. */
export const measureUsualLengths = (documents: readonly CorpusDocument[]) => {
  const lengths = new Map<string, number[]>();
  for (const { recognition } of documents) {
    const { document } = recognition;
    for (const tile of mapParts(document, blockFunctions(assessFunctions(document))))
      lengths.set(tile.kind, [...(lengths.get(tile.kind) ?? []), tile.characters]);
  }
  return [...lengths].map(([kind, all]) => {
    const sorted = all.toSorted((one, other) => one - other);
    const at = (share: number): number => Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) / 10) * 10;
    return { kind, parts: all.length, from: at(0.15), to: at(0.85) };
  });
};
