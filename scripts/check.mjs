import { capture, isProgram, run } from './set-up/run.mjs';
import { runScript, setUpNodePackages } from './set-up.mjs';

/** Every folder with its own view of the world: see the walls in the README. */
const rooms = ['shared', 'shared/export/docx', 'electron', 'renderer', 'renderer/workers', 'tests', 'scripts'];

/** @type {readonly { name: string, command: string, args: readonly string[] }[]} */
const checks = [
  ...rooms.map((room) => ({ name: `types of ${room}`, command: 'tsc', args: ['-p', room] })),
  { name: 'lint, format and walls', command: 'biome', args: ['check', '--error-on-warnings'] },
  { name: 'unused files, exports and dependencies', command: 'knip', args: ['--no-progress'] },
];

/**
 * Runs every check, printing a line each and what a failing one says.
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runChecks() {
  let failed = 0;
  for (const { name, command, args } of checks) {
    const start = Date.now();
    const { code, text } = await capture(command, args);
    console.log(`${code === 0 ? '✓' : '✗'} ${name} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
    if (code === 0) continue;
    failed += 1;
    console.log(text.trimEnd());
  }
  return { passed: checks.length - failed, failed };
}

if (isProgram(import.meta.url)) {
  await runScript(async () => {
    await setUpNodePackages();
    const { failed } = await runChecks();
    const tests = await run('vitest', ['run', '--project', 'unit']);
    // Said again at the end: the list of unit tests has pushed the failing check out of sight.
    if (failed > 0) console.log(`\n${failed} of ${checks.length} checks failed, see above.`);
    return failed === 0 ? tests : 1;
  });
}
