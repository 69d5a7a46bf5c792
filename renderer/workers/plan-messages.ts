import type { GovDocument, PlanLink } from '../../shared/document/document';
import type { Superior } from '../../shared/document/superior';
import type { DocumentFunction } from '../../shared/functions/types';
import type { Ours, SuperiorRow } from '../../shared/plan/against/compare-superior';
import type { Coverage } from '../../shared/plan/against/coverage';
import type { Indicator } from '../../shared/plan/indicators/indicator';
import type { Task } from '../../shared/plan/tasks/task';

/** What the dialogs over a plan ask: comparisons that take longer than a frame. */
export type PlanQuestion =
  | Readonly<{ kind: 'superiors'; superiors: readonly Superior[]; ours: Ours }>
  | Readonly<{
      kind: 'coverage';
      parts: GovDocument['parts'];
      functions: ReadonlyMap<string, DocumentFunction>;
      indicators: readonly Indicator[];
      tasks: readonly Task[];
      links: readonly PlanLink[];
    }>;

export type PlanAnswers = Readonly<{ superiors: readonly SuperiorRow[]; coverage: Coverage }>;

export type AskedQuestion = Readonly<{ number: number; question: PlanQuestion }>;
export type NumberedAnswer = Readonly<{ number: number; answer: PlanAnswers[keyof PlanAnswers] }>;
