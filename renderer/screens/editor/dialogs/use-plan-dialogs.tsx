import { type ReactElement, useState } from 'react';
import { CoverageOf } from './coverage';
import { type PlanDialogProps, Superiors } from './superiors';

/** 贯彻落实对照 and 覆盖情况: what a plan is held against, each read only while it is shown. */
export const usePlanDialogs = (
  surroundings: Omit<PlanDialogProps, 'onClose'>,
): Readonly<{ showSuperiors(): void; showCoverage(): void; dialog: ReactElement | null }> => {
  const [shown, setShown] = useState<'superiors' | 'coverage' | null>(null);
  const close = () => setShown(null);
  return {
    showSuperiors: () => setShown('superiors'),
    showCoverage: () => setShown('coverage'),
    dialog:
      shown === 'superiors' ? (
        <Superiors {...surroundings} onClose={close} />
      ) : shown === 'coverage' ? (
        <CoverageOf {...surroundings} onClose={close} />
      ) : null,
  };
};
