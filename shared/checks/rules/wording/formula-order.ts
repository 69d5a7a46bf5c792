import { foldedText } from '../../../recognise/lines/folded-text';
import type { BlockCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { formulaOrders } from '../tools/formulas';
import { sources } from '../tools/sources';

const rule = {
  id: 'wording/formula-order',
  severity: 'hint',
  source: sources.formulas,
  title: '固定表述的先后次序与词库一致',
  examples: {
    right: '增强“四个意识”、坚定“四个自信”、做到“两个维护”。',
    wrong: '坚定“四个自信”、增强“四个意识”、做到“两个维护”。',
  },
} as const;

/** Further apart the words belong to different enumerations. */
const farthest = 25;

export const formulaOrder: BlockCheck = {
  ...rule,
  reads: 'block',
  run: (block) => {
    const text = foldedText(block);
    if (!/[四两三]个|大|全会/.test(text)) return [];
    return formulaOrders.flatMap((order) => {
      const places = order
        .flatMap((words, rank) => {
          const start = text.indexOf(words);
          return start < 0 ? [] : [{ words, rank, start }];
        })
        .sort((one, other) => one.start - other.start);
      return places.flatMap((place, at) => {
        const before = places[at - 1];
        if (!before || before.rank < place.rank || place.start - before.start - before.words.length > farthest)
          return [];
        const range = { start: before.start, end: place.start + place.words.length };
        return [findBlock(rule, block, `“${before.words}”“${place.words}”的先后与词库不一致，请核对。`, range)];
      });
    });
  },
};
