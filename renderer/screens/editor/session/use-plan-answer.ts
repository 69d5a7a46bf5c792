import { useEffect, useRef, useState } from 'react';
import { say } from '../../../app/ui/toasts';
import { reportError } from '../../../ipc/report-error';
import type { AskedQuestion, NumberedAnswer, PlanAnswers, PlanQuestion } from '../../../workers/plan-messages';

/**
 * The answer to a question about the plan, worked out beside the window: null before the first, and the last one until
 * the next has come.
 * @param question the same object as long as it is the same question; null while it cannot be asked
 */
export const usePlanAnswer = <Kind extends PlanQuestion['kind']>(
  question: Extract<PlanQuestion, { kind: Kind }> | null,
): PlanAnswers[Kind] | null => {
  const [answer, setAnswer] = useState<PlanAnswers[Kind] | null>(null);
  const worker = useRef<Worker>(undefined);
  const asked = useRef(0);
  useEffect(() => {
    const own = new Worker(new URL('../../../workers/plan-worker.ts', import.meta.url), { type: 'module' });
    own.onmessage = ({ data }: MessageEvent<NumberedAnswer>) => {
      // One to an earlier question is out of date.
      if (data.number === asked.current) setAnswer(data.answer as PlanAnswers[Kind]);
    };
    own.onerror = () => {
      void reportError('plan:worker', null);
      say('对照没有算完，文稿没有改动。请关闭这个窗口后重新打开。');
    };
    worker.current = own;
    return () => own.terminate();
  }, []);
  useEffect(() => {
    if (!question) return;
    asked.current += 1;
    worker.current?.postMessage({ number: asked.current, question } satisfies AskedQuestion);
  }, [question]);
  return answer;
};
