import { patternCheck } from '../tools/finding';
import { sources } from '../tools/sources';

export const titleMarks = patternCheck({
  id: 'form/title-marks',
  severity: 'should',
  source: sources.title,
  title: '标题中间不用句号、分号、逗号',
  examples: { right: '标题：云川市推进标准化工作实施方案', wrong: '标题：云川市推进标准化工作，建设质量强市实施方案' },
  folded: true,
  pattern: /[，。；！？](?=.)(?![^“]*”)/g,
  judge: ([mark], block) => (block.type === 'title' ? { message: `标题中间的“${mark}”一般不用，请改写。` } : null),
});
