import { patternCheck } from '../tools/finding';
import { sources } from '../tools/sources';

export const dashForm = patternCheck({
  id: 'form/dash-form',
  severity: 'should',
  source: sources.punctuation,
  title: '破折号写作“——”',
  examples: { right: '建好一个平台——标准信息平台。', wrong: '建好一个平台--标准信息平台。' },
  pattern: /(?<=[\u4e00-\u9fff”》）])(?:-{2,}|－{2,}|—{3,})(?=[\u4e00-\u9fff“《（])/g,
  prose: true,
  judge: ([mark]) => ({ message: `破折号“${mark}”应写作“——”。`, text: '——' }),
});
