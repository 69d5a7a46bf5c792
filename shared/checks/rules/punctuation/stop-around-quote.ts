import { patternCheck } from '../tools/finding';
import { sources } from '../tools/sources';

export const stopAroundQuote = patternCheck({
  id: 'form/stop-around-quote',
  severity: 'should',
  source: sources.punctuation,
  title: '引文末尾引号里外只用一个句末标点',
  examples: { right: '做到“标准先行。”', wrong: '做到“标准先行。”。' },
  pattern: /([。；！？])([”’])[。；]/g,
  judge: ([all, stop = '', quote = '']) => ({ message: `“${all}”里外都有句末标点，留一个。`, text: `${stop}${quote}` }),
});
