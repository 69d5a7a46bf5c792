import { useEffect } from 'react';
import type { Session } from './use-session';

/** Has indicators and tasks read for as long as something shows them. */
export const useWatchedPlan = ({ watchPlan }: Pick<Session, 'watchPlan'>): void =>
  useEffect(() => {
    watchPlan(true);
    return () => watchPlan(false);
  }, [watchPlan]);
