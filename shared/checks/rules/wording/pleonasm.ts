import { patternCheck } from '../tools/finding';
import { sources } from '../tools/sources';

const fixes: Readonly<Record<string, string>> = {
  目的是为了: '目的是',
  原因是因为: '原因是',
  原因是由于: '原因是',
  切忌不要: '切忌',
  来自于: '来自',
  涉及到: '涉及',
  付诸于: '付诸',
  有利于推动于: '有利于推动',
  被列为为: '被列为',
  截至目前为止: '截至目前',
  目前现状: '现状',
  共计为: '共计',
  预先预防: '预防',
  首次第一: '首次',
};

export const pleonasm = patternCheck({
  id: 'wording/pleonasm',
  severity: 'should',
  source: sources.wording,
  title: '没有重复累赘的说法',
  examples: { right: '目的是提高标准水平。', wrong: '目的是为了提高标准水平。' },
  pattern: /目的是为了|原因是(?:因为|由于)|切忌不要|付诸于|截至目前为止|目前现状|共计为|预先预防|首次第一/g,
  judge: ([words]) => {
    const text = fixes[words] ?? '';
    return { message: `“${words}”意思重复，可写作“${text}”。`, text };
  },
});
