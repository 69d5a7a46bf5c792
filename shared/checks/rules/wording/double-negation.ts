import { patternCheck } from '../tools/finding';
import { sources } from '../tools/sources';

export const doubleNegation = patternCheck({
  id: 'wording/double-negation',
  severity: 'should',
  source: sources.wording,
  title: '“防止”“避免”后面不再用否定',
  examples: { right: '防止类似事故再次发生。', wrong: '防止类似事故不再发生。' },
  pattern: /(?:防止|避免|杜绝|以免|严禁)(?:[\u4e00-\u9fff]{0,12})(?:不再|不要|不得|不准)(?:[\u4e00-\u9fff]{1,4})/g,
  judge: ([words]) => ({ message: `“${words}”用了两次否定，意思反了，请改写。` }),
});
