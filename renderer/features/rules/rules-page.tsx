import { type ComponentProps, lazy, Suspense } from 'react';
import type { RulesDialog } from './rules-dialog';

// Read when it is asked for: the texts of all rules are no part of what the window starts with.
const Loaded = lazy(() => import('./rules-dialog').then((module) => ({ default: module.RulesDialog })));

/** 校核规则: every rule, its examples and switches, and the bureau's packs. */
export const RulesPage = (props: ComponentProps<typeof RulesDialog>) => (
  <Suspense fallback={null}>
    <Loaded {...props} />
  </Suspense>
);
