import type { ReviewAnswer } from '../../document/document';

/** What no program can judge: a person answers it, and the 核稿单 says what they said. */
export const reviewQuestions = [
  { id: 'basis', text: '所依据的文件是否现行有效' },
  { id: 'consulted', text: '是否征求有关单位和基层意见，分歧意见是否协商一致' },
  { id: 'figures', text: '目标和数据是否经主管部门核实' },
  { id: 'feasible', text: '任务措施是否可行，责任单位是否认可' },
  { id: 'means', text: '所需经费、编制、用地是否落实' },
  { id: 'procedure', text: '是否已完成所需的合法性审核、公平竞争审查、风险评估' },
  { id: 'disclosure', text: '公开属性是否确定，涉密、敏感内容是否已核' },
] as const;

/** The answers with one of them set; one that says nothing is left out. */
export const withAnswer = (answers: readonly ReviewAnswer[], next: ReviewAnswer): readonly ReviewAnswer[] => {
  const others = answers.filter(({ question }) => question !== next.question);
  const { answer, note } = next;
  if (answer === undefined && !note) return others;
  return [...others, { question: next.question, ...(answer && { answer }), ...(note && { note }) }];
};
