import { join } from 'node:path';
import { runnerImport } from 'vite';
import { projectFolder } from './set-up/run.mjs';
import { runScript, setUpNodePackages } from './set-up.mjs';

// npm run plan-figures [-- --mistakes]: indicators and tasks beside the labels of tests/plan. It judges nothing.
await runScript(async () => {
  await setUpNodePackages();
  const { module } = /** @type {{ module: { runFigures(args: readonly string[]): Promise<number> } }} */ (
    await runnerImport(join(projectFolder, 'tests', 'plan', 'run-figures.ts'), { configFile: false })
  );
  return module.runFigures(process.argv.slice(2));
});
