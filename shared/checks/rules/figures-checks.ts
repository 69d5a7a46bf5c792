import type { Check } from '../types';
import { deadlinePast } from './figures/deadline-past';
import { goalUnit } from './figures/goal-unit';
import { indicatorValues } from './figures/indicator-values';
import { monthDay } from './figures/month-day';
import { periodDeadlines } from './figures/period-years';
import { stagesDescending } from './figures/stages-descending';
import { tableBlank } from './figures/table-blank';
import { tableGrowth } from './figures/table-growth';
import { tableSerial } from './figures/table-serial';
import { tableShare } from './figures/table-share';
import { tableSum } from './figures/table-sum';
import { weekday } from './figures/weekday';
import { yearReversed } from './figures/year-reversed';

/** Checks of indicators, periods and tables. */
export const figuresChecks: readonly Check[] = [
  deadlinePast,
  goalUnit,
  indicatorValues,
  monthDay,
  periodDeadlines,
  stagesDescending,
  tableBlank,
  tableGrowth,
  tableSerial,
  tableShare,
  tableSum,
  weekday,
  yearReversed,
];
