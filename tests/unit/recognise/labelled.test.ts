import { describe, expect, it } from 'vitest';
import { hasShared, measure, whySkipped } from './labelled-documents';

const share = ({ right, of }: { right: number; of: number }): number => right / of;

describe.skipIf(!hasShared)(hasShared ? 'against the labelled documents' : whySkipped, () => {
  const figures = hasShared ? measure() : null;

  it('prints its figures and keeps them', () => {
    const { headings, runIn, parts, fields, functions, mistakes } = figures!;
    process.stdout.write(
      `headings F1 ${headings.f1.toFixed(4)} (${headings.right} of ${headings.labelled}), run-in ${share(runIn).toFixed(4)}, ` +
        `parts ${share(parts).toFixed(3)}, fields ${share(fields).toFixed(3)}, functions ${share(functions).toFixed(3)}\n` +
        mistakes.map((mistake) => `  ${mistake}\n`).join(''),
    );
    expect(headings.f1).toBeGreaterThanOrEqual(0.99);
    expect(share(runIn)).toBeGreaterThanOrEqual(0.99);
    expect(share(parts)).toBeGreaterThanOrEqual(0.97);
    expect(share(fields)).toBeGreaterThanOrEqual(0.97);
    expect(share(functions)).toBeGreaterThanOrEqual(0.93);
  });
});
