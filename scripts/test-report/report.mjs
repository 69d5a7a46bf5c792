import { existsSync, readFileSync } from 'node:fs';

/**
 * What a test runner did.
 * @typedef {{ passed: number, failed: number, skipped: { title: string, reason: string | undefined }[] }} TestReport
 */

/**
 * @param {string} file written by vitest-reporter.mjs
 * @returns {TestReport | undefined} undefined when the runner did not get to its end
 */
export function readVitestReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/**
 * @param {string} file written by Playwright's JSON reporter
 * @returns {TestReport | undefined}
 */
export function readPlaywrightReport(file) {
  if (!existsSync(file)) return undefined;
  /** @type {import('@playwright/test/reporter').JSONReport} */
  const { suites, errors } = JSON.parse(readFileSync(file, 'utf8'));
  /** @type {TestReport} */
  const report = { passed: 0, failed: errors.length, skipped: [] };
  for (const spec of suites.flatMap(specsOf)) {
    for (const { status, annotations } of spec.tests) {
      // Passed at the second try: Playwright's own list names it.
      if (status === 'expected' || status === 'flaky') report.passed += 1;
      else if (status === 'skipped') {
        const reason = annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description;
        report.skipped.push({ title: spec.title, reason });
      } else report.failed += 1;
    }
  }
  return report;
}

/**
 * @param {import('@playwright/test/reporter').JSONReportSuite} suite
 * @returns {import('@playwright/test/reporter').JSONReportSpec[]}
 */
function specsOf({ specs, suites = [] }) {
  return [...specs, ...suites.flatMap(specsOf)];
}
