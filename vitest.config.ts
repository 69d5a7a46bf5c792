import { defineConfig } from 'vitest/config';
import { VitestReporter } from './scripts/test-report/vitest-reporter.mjs';

export default defineConfig({
  test: {
    reporters: ['default', new VitestReporter('test-results/vitest.json')],
    allowOnly: false,
    maxWorkers: 2,
    // A test fails for what it finds, not for a machine that is busy with something else.
    testTimeout: 60_000,
    projects: ['unit', 'integration'].map((name) => ({
      extends: true,
      test: { name, include: [`tests/${name}/**/*.test.{ts,tsx}`] },
    })),
  },
});
