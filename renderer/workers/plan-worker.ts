import { compareWithSuperiors } from '../../shared/plan/against/compare-superior';
import { readCoverage } from '../../shared/plan/against/coverage';
import { compareTexts, type Likeness } from '../../shared/plan/against/similar';
import type { AskedQuestion, NumberedAnswer, PlanQuestion } from './plan-messages';

/** As many superior documents as a plan can have: what a person decides changes nothing in how alike the texts are. */
const mostKept = 10;
const kept = new Map<string, readonly Likeness[]>();

const compareOnce: typeof compareTexts = (ones, others) => {
  const key = JSON.stringify([ones, others]);
  const likenesses = kept.get(key) ?? compareTexts(ones, others);
  kept.delete(key);
  kept.set(key, likenesses);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return likenesses;
};

const answer = (question: PlanQuestion): NumberedAnswer['answer'] => {
  if (question.kind === 'superiors') return compareWithSuperiors(question.superiors, question.ours, compareOnce);
  const { parts, functions, links, ...read } = question;
  return readCoverage({ parts }, functions, read, links);
};

addEventListener('message', ({ data: { number, question } }: MessageEvent<AskedQuestion>) =>
  postMessage({ number, answer: answer(question) } satisfies NumberedAnswer),
);
