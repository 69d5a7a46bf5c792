import { join } from 'node:path';
import { runnerImport } from 'vite';
import { projectFolder } from './set-up/run.mjs';
import { runScript, setUpNodePackages } from './set-up.mjs';

// npm run check-figures [-- --json] [--each N] [--seed N] [--sample N]: what tests/checks measures. It judges nothing.
await runScript(async () => {
  await setUpNodePackages();
  const { module } = /** @type {{ module: { runFigures(args: readonly string[]): number } }} */ (
    await runnerImport(join(projectFolder, 'tests', 'checks', 'run-figures.ts'), { configFile: false })
  );
  return module.runFigures(process.argv.slice(2));
});
