import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** @typedef {import('vitest/node').Reporter} Reporter */

/**
 * Writes the report that scripts/test.mjs reads. Vitest's own JSON leaves out why a test was skipped
 * and the errors outside of tests.
 * @implements {Reporter}
 */
export class VitestReporter {
  /** @param {string} file */
  constructor(file) {
    this.file = file;
  }

  /**
   * @param {ReadonlyArray<import('vitest/node').TestModule>} modules
   * @param {ReadonlyArray<unknown>} errorsOutsideTests
   */
  onTestRunEnd(modules, errorsOutsideTests) {
    /** @type {import('./report.mjs').TestReport} */
    const report = { passed: 0, failed: errorsOutsideTests.length, skipped: [] };
    for (const module of modules) {
      report.failed += module.errors().length;
      for (const test of module.children.allTests()) {
        const result = test.result();
        if (result.state === 'passed') report.passed += 1;
        else if (result.state === 'skipped') report.skipped.push({ title: test.fullName, reason: result.note });
        else report.failed += 1;
      }
    }
    mkdirSync(dirname(this.file), { recursive: true });
    writeFileSync(this.file, JSON.stringify(report));
  }
}
