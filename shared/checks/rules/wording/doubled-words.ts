import { patternCheck } from '../tools/finding';
import { sources } from '../tools/sources';

const single =
  '(?<![目标有])的的(?!确)|(?<!为)了了|(?<!罢)了了(?!解|却|然)|和和(?!美|气|睦)|与与(?!会)|在在|是是(?!非)|及及(?!时)|并并(?!列|非)|由由|将将|把把(?!关)|对对(?!口|象|接|外|应|标|策)';
// 研究研究 and 一步一步 are Chinese; a word of two to six characters twice in a row, none of the kind, is not.
const repeated =
  '(?<![\\u4e00-\\u9fff])([\\u4e00-\\u9fff]{2,6})\\1(?![\\u4e00-\\u9fff])|(加强|推进|完善|建立|开展|落实|进一步|积极|提高|加快|实施|组织|工作|标准|企业|建设|发展|单位|部门)\\2';

export const doubledWords = patternCheck({
  id: 'wording/doubled-words',
  severity: 'should',
  source: sources.editing,
  title: '字词不重复',
  examples: { right: '加强标准的实施。', wrong: '加强加强标准的的实施。' },
  pattern: new RegExp(`${single}|${repeated}`, 'g'),
  prose: true,
  judge: ({ 0: text, input }) => {
    // Without a stop the text is a row of a table that was flattened to a line.
    if (!/[，。；,]/.test(input)) return null;
    if (/^[一每各]/.test(text)) return null;
    const once = text.slice(0, text.length / 2);
    return { message: `“${text}”重复了，应为“${once}”。`, text: once };
  },
});
