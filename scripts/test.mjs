import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfStale } from './build.mjs';
import { runChecks } from './check.mjs';
import { packForTests } from './pack.mjs';
import { projectFolder, run, SetUpError } from './set-up/run.mjs';
import { installPrograms } from './set-up/system-packages.mjs';
import { runScript, setUp } from './set-up.mjs';
import { readPlaywrightReport, readVitestReport } from './test-report/report.mjs';
import { runWithDisplay } from './virtual-display.mjs';

const reports = join(projectFolder, 'test-results');
/** As in vitest.config.ts and playwright.config.ts. */
const vitestReport = join(reports, 'vitest.json');
const playwrightReport = join(reports, 'playwright.json');

await runScript(async () => {
  await setUp();
  await installForTests();
  rmSync(reports, { recursive: true, force: true });

  heading('Types, lint, walls, unused code');
  const checks = await runChecks();

  heading('Unit and integration tests');
  const vitest = await runner(
    'vitest',
    () => run('vitest', ['run']),
    () => readVitestReport(vitestReport),
  );

  heading('End-to-end tests in Electron');
  const playwright = await runner(
    'playwright',
    async () => {
      await buildIfStale();
      await packForTests();
      return runWithDisplay('playwright', ['test']);
    },
    () => readPlaywrightReport(playwrightReport),
  );

  const skipped = [...vitest.skipped, ...playwright.skipped];
  if (skipped.length > 0) heading('Skipped');
  for (const { title, reason } of skipped) console.log(`- ${title}${reason ? `: ${reason}` : ''}`);

  const passed = checks.passed + vitest.passed + playwright.passed;
  const failed = checks.failed + vitest.failed + playwright.failed;
  console.log(`\n${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`);
  return failed === 0 ? 0 : 1;
});

/**
 * Programs that only some tests need: a folder as a network drive is, the compiler of the Windows uninstaller. Where
 * they cannot be installed those tests are skipped, and say so.
 */
async function installForTests() {
  if (process.getuid?.() !== 0) return;
  try {
    await installPrograms({ bindfs: 'bindfs', makensis: 'nsis' });
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error;
    console.error(error.message);
  }
}

/**
 * Runs a test runner. One that fails, breaks off or runs nothing without naming a failed test counts
 * as one failure, so that the sum never looks better than the run was.
 * @param {string} name
 * @param {() => Promise<number>} start gives its exit code
 * @param {() => import('./test-report/report.mjs').TestReport | undefined} read
 */
async function runner(name, start, read) {
  const code = await start().catch((error) => {
    console.error(error instanceof SetUpError ? error.message : error);
    return 1;
  });
  const report = read() ?? { passed: 0, failed: 0, skipped: [] };
  const ranNothing = report.passed + report.failed === 0;
  if (report.failed > 0 || (code === 0 && !ranNothing)) return report;
  console.error(`${name}: ${ranNothing ? 'ran no test' : `exit code ${code}`}`);
  return { ...report, failed: 1 };
}

/** @param {string} text */
function heading(text) {
  console.log(`\n── ${text} ──`);
}
