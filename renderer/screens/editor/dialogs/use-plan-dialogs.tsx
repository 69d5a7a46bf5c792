import { type ReactElement, useState } from 'react';
import { CoverageOf } from './coverage';
import { type PlanDialogProps, Superiors } from './superiors';
import { TimesOf } from './times';

/** 贯彻落实对照, 覆盖情况 and 时间线: what a plan is held against, each read only while it is shown. */
export const usePlanDialogs = (
  surroundings: Omit<PlanDialogProps, 'onClose'>,
): Readonly<{ showSuperiors(): void; showCoverage(): void; showTimes(): void; dialog: ReactElement | null }> => {
  const [shown, setShown] = useState<'superiors' | 'coverage' | 'times' | null>(null);
  const close = () => setShown(null);
  return {
    showSuperiors: () => setShown('superiors'),
    showCoverage: () => setShown('coverage'),
    showTimes: () => setShown('times'),
    dialog:
      shown === 'superiors' ? (
        <Superiors {...surroundings} onClose={close} />
      ) : shown === 'coverage' ? (
        <CoverageOf {...surroundings} onClose={close} />
      ) : shown === 'times' ? (
        <TimesOf {...surroundings} onClose={close} />
      ) : null,
  };
};
