import { patternCheck } from '../tools/finding';
import { sources } from '../tools/sources';

const adverbs = '不断|积极|认真|扎实|切实|有效|有序|逐步|全面|深入|大力|稳步|科学|合理|及时|严格|坚决|充分|更好';
const verbs =
  '推进|推动|开展|落实|提高|提升|加强|完善|做好|促进|解决|组织|实施|改善|增强|扩大|优化|引导|发挥|贯彻|执行|处理';

export const adverbDe = patternCheck({
  id: 'wording/adverb-de',
  severity: 'should',
  source: sources.wording,
  title: '修饰动词用“地”',
  examples: { right: '扎实地推进标准化工作。', wrong: '扎实的推进标准化工作。' },
  // 全面的提升 may be a noun: only where an object follows.
  pattern: new RegExp(
    `(${adverbs})的(?=(?:${verbs})(?:[\\u4e00-\\u9fff]{2}))(?!(?:${verbs})(?:工作|措施|机制|方案|办法|作用|方式|能力|方法|体系|手段|情况|意见|途径))`,
    'g',
  ),
  judge: ([text, adverb = '']) => ({
    message: `“${text}”后面是动词，应写作“${adverb}地”。`,
    part: [adverb.length, text.length],
    text: '地',
  }),
});
