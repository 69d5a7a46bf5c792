/** The four functions (要素功能) a plan document has to fulfil. */
export const documentFunctions = ['guidingIdeology', 'goals', 'tasks', 'safeguards'] as const;
export type DocumentFunction = (typeof documentFunctions)[number];

/** Chinese name of each function, as the interface and the findings write it. */
export const functionNames: Readonly<Record<DocumentFunction, string>> = {
  guidingIdeology: '指导思想',
  goals: '目标',
  tasks: '任务',
  safeguards: '保障措施',
};

/** One place in a document that serves a function. */
export type FunctionEvidence = Readonly<{
  function: DocumentFunction;
  /** The clause under which it is fulfilled; null when no heading covers it. */
  headingId: string | null;
  /** First block that serves it: the heading itself, or the paragraph in which it was seen. */
  blockId: string;
  /** All blocks that carry it, in document order (the heading included). */
  blockIds: readonly string[];
  /** Whether the heading's own words or the sentences show it. */
  evidence: 'heading' | 'prose';
  /** 0–1. */
  confidence: number;
}>;

export type FunctionState = 'present' | 'thin' | 'missing' | 'not-required';

/** Whether one function is fulfilled, as its genre asks (`checking-rules`: R, r, –). */
export type FunctionAssessment = Readonly<{
  function: DocumentFunction;
  requirement: 'required' | 'recommended' | 'not-asked';
  state: FunctionState;
  /** What is thin or missing, in a short Chinese phrase (e.g. 未写年份); null when nothing is. */
  reason: string | null;
  /** Characters of the blocks that serve it. */
  characters: number;
  places: readonly FunctionEvidence[];
}>;

export type FunctionAssessments = Readonly<Record<DocumentFunction, FunctionAssessment>>;
