import { createHash } from 'node:crypto';
import type { Bureau } from '../../shared/checks/bureau/bureau-rules';
import type { Services } from './services';

/** What a bureau has set up stays the same object until it changes. */
const hashes = new WeakMap<Bureau, string>();
const hashOf = (bureau: Bureau): string => {
  const hash = hashes.get(bureau) ?? createHash('sha256').update(JSON.stringify(bureau)).digest('hex').slice(0, 16);
  hashes.set(bureau, hash);
  return hash;
};

/** Names the rules in force: those of this version of the app, and what the bureau has set up. */
export const ruleSetOf = ({ bureau, version }: Pick<Services, 'bureau' | 'version'>): string =>
  `${version} ${hashOf(bureau().forChecks())}`;
