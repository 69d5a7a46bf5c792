import type { Check } from '../types';
import { goalBase } from './depth/goal-base';
import { goalVague } from './depth/goal-vague';
import { loneItem } from './depth/lone-item';
import { longParagraph } from './depth/long-paragraph';
import { lopsided } from './depth/lopsided';
import { safeguardsHollow } from './depth/safeguards-hollow';
import { singleSentence } from './depth/single-sentence';
import { taskBare } from './depth/task-bare';
import { taskDeadline } from './depth/task-deadline';
import { taskUnit } from './depth/task-unit';
import { taskObject, taskVerb } from './depth/task-words';

/** Checks of whether goals, tasks and safeguards say enough. */
export const depthChecks: readonly Check[] = [
  goalBase,
  goalVague,
  loneItem,
  longParagraph,
  lopsided,
  ...safeguardsHollow,
  singleSentence,
  taskBare,
  taskDeadline,
  taskUnit,
  taskObject,
  taskVerb,
];
