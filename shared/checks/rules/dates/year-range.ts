import { patternCheck } from '../tools/finding';
import { sources } from '../tools/sources';

export const yearRange = patternCheck({
  id: 'form/year-range',
  severity: 'should',
  source: sources.punctuation,
  title: '起止年份之间用一字线“—”',
  examples: { right: '实施2026—2030年标准化行动。', wrong: '实施2026-2030年标准化行动。' },
  // Inside a quoted title the mark stays as it was published.
  pattern: /(?<![\d〔[(.-])((?:19|20)\d{2}年?)\s*(?:-{1,2}|－|–|~|～|——)\s*((?:19|20)\d{2})(?=年)(?![^《]*》)/g,
  judge: ([range, from, to]) => ({ message: `“${range}”应写作“${from}—${to}”。`, text: `${from}—${to}` }),
});
