import { patternCheck } from '../tools/finding';
import { sources } from '../tools/sources';

const pattern =
  /(?<![A-Za-z0-9×])(?:[×╳]{2,}|[Xx]{2,}|ＸＸ+)(?![A-Za-z0-9×])|某某|TODO|[（(【[](?:待[补定核填][^）)】\]]{0,8}|此处[^）)】\]]{0,12})[）)】\]]|待补充?(?=[，。；]|$)/g;

export const unfinishedText = patternCheck({
  id: 'completeness/unfinished-text',
  severity: 'should',
  source: sources.revision,
  title: '没有留下“待补”“××”一类的空',
  examples: { right: '由市财政局安排专项资金800万元。', wrong: '由市财政局安排专项资金××万元（待补）。' },
  pattern,
  judge: ({ 0: text, index, input }) => {
    // “云川市××重点实验室” in quotes shows how a name is made up.
    const before = input.slice(0, index);
    if (before.lastIndexOf('“') > before.lastIndexOf('”')) return null;
    return { message: `“${text}”还没有写定，请补全。` };
  },
});
