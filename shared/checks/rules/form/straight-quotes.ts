import { blockText } from '../../../document/plain-text';
import { allBlocks, findBlock } from '../../finding';
import { sources } from '../../sources';
import type { Check } from '../../types';

const rule = {
  id: 'form/straight-quotes',
  severity: 'hint',
  source: sources.punctuation,
  title: '中文引号用“”',
  examples: { right: '实施“标准化+”行动。', wrong: '实施"标准化+"行动。' },
} as const;

/** Said once per document, at the first place, however many there are. */
export const straightQuotes: Check = {
  ...rule,
  run: (document) => {
    const places = allBlocks(document).flatMap((block) =>
      [...blockText(block).matchAll(/"|&quot;/g)].map((match) => ({ block, start: match.index, mark: match[0] })),
    );
    const [first] = places;
    if (!first) return [];
    const range = { start: first.start, end: first.start + first.mark.length };
    return [findBlock(rule, first.block, `有 ${places.length} 处直引号，中文引号应为“”。`, range)];
  },
};
