import { createHash } from 'node:crypto';
import type { Services } from './services';

/** Names the rules in force: those of this version of the app, and what the bureau has set up. */
export const ruleSetOf = ({ bureau, version }: Pick<Services, 'bureau' | 'version'>): string =>
  `${version} ${createHash('sha256').update(JSON.stringify(bureau().forChecks())).digest('hex').slice(0, 16)}`;
