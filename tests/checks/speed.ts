import { createChecker, runChecks } from '../../shared/checks/run-checks';
import { applyChanges } from '../../shared/document/changes';
import type { GovDocument } from '../../shared/document/document';
import { blockText } from '../../shared/document/plain-text';
import { benchDocument } from '../bench/bench-document';
import { withText } from './slip';

const quantile = (values: readonly number[], share: number): number =>
  Number((values.toSorted((one, other) => one - other)[Math.floor(values.length * share)] ?? 0).toFixed(1));

const timed = (times: number, action: (at: number) => void): number[] =>
  Array.from({ length: times }, (_, at) => {
    const start = performance.now();
    action(at);
    return performance.now() - start;
  });

/** The first half of the bench document: 100,000 characters in 1,000 blocks. */
const half = (): GovDocument => {
  const document = structuredClone(benchDocument());
  return { ...document, parts: document.parts.map((part) => ({ ...part, children: part.children.slice(0, 1000) })) };
};

/** A full check of a document never seen before, and the check after each key in one of 200,000 characters. */
export const measureSpeed = () => {
  const fresh = Array.from({ length: 12 }, half);
  const full = timed(12, (at) => runChecks(fresh[at]!)).slice(2);
  let document = structuredClone(benchDocument());
  const check = createChecker();
  check(document);
  const keys = timed(200, (at) => {
    const blocks = document.parts[0]!.children;
    const block = blocks[20 + ((at * 37) % (blocks.length - 40))]!;
    document = applyChanges(document, { blocks: [withText(block, `${blockText(block)}字`)] });
    check(document);
  });
  return [
    { name: 'checks.full-100k.p50', value: quantile(full, 0.5), unit: 'ms' },
    { name: 'checks.key-200k.p50', value: quantile(keys, 0.5), unit: 'ms' },
    { name: 'checks.key-200k.p95', value: quantile(keys, 0.95), unit: 'ms' },
  ];
};
