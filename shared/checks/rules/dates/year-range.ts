import { patternCheck } from '../tools/finding';
import { sources } from '../tools/sources';

export const yearRange = patternCheck({
  id: 'form/year-range',
  severity: 'should',
  source: sources.punctuation,
  title: '起止年份之间用一字线“—”',
  examples: { right: '实施2026—2030年标准化行动。', wrong: '实施2026-2030年标准化行动。' },
  // Inside a quoted title the mark stays as it was published; one that was lost in copying was never so (in a bracket:
  // elsewhere two years may be the heads of two columns).
  pattern:
    /(?<![\d〔[(.-])((?:19|20)\d{2}年?)\s*(?:-{1,2}|－|–|~|～|——)\s*((?:19|20)\d{2})(?=年)(?![^《》]*》)|(?<=[（(])((?:19|20)\d{2})((?:19|20)\d{2})(?=年)/g,
  judge: ([range, from, to, gluedFrom, gluedTo]) => {
    const text = `${from ?? gluedFrom}—${to ?? gluedTo}`;
    return { message: `“${range}”应写作“${text}”。`, text };
  },
});
