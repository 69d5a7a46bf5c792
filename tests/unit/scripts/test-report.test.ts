import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { TestModule } from 'vitest/node';
import { readPlaywrightReport, readVitestReport } from '../../../scripts/test-report/report.mjs';
import { VitestReporter } from '../../../scripts/test-report/vitest-reporter.mjs';

const reportFile = (content?: unknown) => {
  const file = join(mkdtempSync(join(tmpdir(), 'nigao-report-')), 'report.json');
  if (content !== undefined) writeFileSync(file, JSON.stringify(content));
  return file;
};
const spec = (title: string, status: string, annotations: readonly unknown[] = []) => ({
  title,
  tests: [{ status, annotations }],
});

test('Playwright tests are counted in nested suites, a broken file as a failure', () => {
  const file = reportFile({
    errors: [{ message: 'tests/e2e/broken.spec.ts does not parse' }],
    suites: [
      {
        specs: [spec('one', 'expected'), spec('two', 'unexpected')],
        suites: [
          { specs: [spec('three', 'flaky'), spec('four', 'skipped', [{ type: 'skip', description: 'no font' }])] },
        ],
      },
    ],
  });
  expect(readPlaywrightReport(file)).toEqual({
    passed: 2,
    failed: 2,
    skipped: [{ title: 'four', reason: 'no font' }],
  });
});

test('Vitest tests are counted with the reason of a skip, errors outside of tests as failures', () => {
  const file = reportFile();
  const module = {
    errors: () => [new Error('cannot be imported')],
    children: {
      allTests: () => [
        { fullName: 'a', result: () => ({ state: 'passed' }) },
        { fullName: 'b', result: () => ({ state: 'failed' }) },
        { fullName: 'c', result: () => ({ state: 'skipped', note: '../shared is not there' }) },
      ],
    },
  };
  new VitestReporter(file).onTestRunEnd([module as unknown as TestModule], [new Error('unhandled rejection')]);
  expect(readVitestReport(file)).toEqual({
    passed: 1,
    failed: 3,
    skipped: [{ title: 'c', reason: '../shared is not there' }],
  });
});

test('a runner that did not get to its end has no report', () => {
  expect(readVitestReport(reportFile())).toBeUndefined();
  expect(readPlaywrightReport(reportFile())).toBeUndefined();
});
