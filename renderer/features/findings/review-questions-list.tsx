import { useState } from 'react';
import { reviewQuestions, withAnswer } from '../../../shared/checks/review/review-questions';
import type { ReviewAnswer } from '../../../shared/document/document';

type ReviewQuestionsListProps = Readonly<{
  answers: readonly ReviewAnswer[];
  onAnswers(answers: readonly ReviewAnswer[]): void;
}>;

/** What only a person can judge, each with a tick and a note; the 核稿单 says what was answered. */
export const ReviewQuestionsList = ({ answers, onAnswers }: ReviewQuestionsListProps) => {
  const [open, setOpen] = useState(false);
  const answered = answers.filter(({ answer }) => answer !== undefined).length;
  return (
    <section>
      <button type="button" className="findings-kind" aria-expanded={open} onClick={() => setOpen(!open)}>
        请人工核对的事项
        <span>
          {answered} / {reviewQuestions.length}
        </span>
      </button>
      {open &&
        reviewQuestions.map(({ id, text }) => {
          const given = answers.find(({ question }) => question === id) ?? { question: id };
          const set = (patch: Partial<ReviewAnswer>) => onAnswers(withAnswer(answers, { ...given, ...patch }));
          return (
            <fieldset key={id} className="review-question">
              <legend>{text}</legend>
              {(['yes', 'no'] as const).map((answer) => (
                <label key={answer}>
                  <input
                    type="checkbox"
                    checked={given.answer === answer}
                    onChange={({ currentTarget }) =>
                      set({ answer: currentTarget.checked ? answer : undefined } as Partial<ReviewAnswer>)
                    }
                  />
                  {answer === 'yes' ? '是' : '否'}
                </label>
              ))}
              <input
                className="input"
                aria-label={`${text}：意见`}
                placeholder="意见，可以不填"
                maxLength={200}
                defaultValue={given.note ?? ''}
                onBlur={({ currentTarget }) => {
                  if (currentTarget.value.trim() !== (given.note ?? '')) set({ note: currentTarget.value.trim() });
                }}
              />
            </fieldset>
          );
        })}
    </section>
  );
};
