import { patternCheck } from '../tools/finding';
import { sources } from '../tools/sources';

export const repeatedPunctuation = patternCheck({
  id: 'form/repeated-punctuation',
  severity: 'should',
  source: sources.punctuation,
  title: '标点不重复',
  examples: { right: '完善标准，加强监管。', wrong: '完善标准，，加强监管。' },
  pattern: /([，。、；：])\1+|[，、；：]+。|。[，、；：]+/g,
  judge: ([marks]) => {
    const [mark] = marks.includes('。') ? ['。'] : marks;
    return { message: `标点“${marks}”重复，应为“${mark}”。`, text: mark ?? '' };
  },
});
