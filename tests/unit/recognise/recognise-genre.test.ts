import { describe, expect, it } from 'vitest';
import { recogniseGenre } from '../../../shared/recognise/recognise-genre';

describe('recogniseGenre', () => {
  it.each([
    ['云川市“十五五”养老服务规划', 'plan'],
    ['云川市早市提升三年行动计划（2026—2028年）', 'action-plan'],
    ['云川市推进无障碍行动方案', 'action-plan'],
    ['云川市人民政府关于发展夜间经济的意见', 'opinion'],
    ['云川市人民政府关于发展夜间经济的实施意见（试行）', 'implementation-opinion'],
    ['雲川市三年行動計畫', 'action-plan'],
    ['云川市早市提升工作方案', 'implementation-scheme'],
    ['云川市支持老字号若干措施', 'measures'],
    ['云川市商务局关于支持老字号若干措施的通知', 'measures'],
    ['云川市商务局关于印发老字号若干措施的通知', 'notice'],
    ['云川市商务局关于开展早市检查的通知', 'notice'],
    ['云川市早市管理办法', 'other'],
  ])('%s is %s', (title, genre) => {
    expect(recogniseGenre(title, '')).toBe(genre);
  });

  it('goes by what the text calls itself where there is no title', () => {
    expect(recogniseGenre('', '为发展夜市，制定本行动计划。')).toBe('action-plan');
    expect(recogniseGenre('', '夜市管理如下。')).toBe('other');
  });
});
