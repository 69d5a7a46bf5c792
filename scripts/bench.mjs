import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { buildIfStale } from './build.mjs';
import { projectFolder } from './set-up/run.mjs';
import { hasDisplay, installPrograms } from './set-up/system-packages.mjs';
import { runScript, setUp } from './set-up.mjs';
import { runWithDisplay } from './virtual-display.mjs';

// npm run bench [-- NAME…] [--only NAME] [--runs N] [--json]: what tests/bench measures. It prints and judges nothing.
await runScript(async () => {
  await setUp();
  await buildIfStale({ quiet: true });
  await installPrograms({ pandoc: 'pandoc', rg: 'ripgrep' });
  if (!hasDisplay()) return runWithDisplay('node', ['scripts/bench.mjs', ...process.argv.slice(2)]);
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      only: { type: 'string', multiple: true, default: [] },
      runs: { type: 'string', default: '3' },
      json: { type: 'boolean', default: false },
    },
  });
  const { module } = /** @type {{ module: { runBench(options: object): Promise<void> } }} */ (
    await runnerImport(join(projectFolder, 'tests', 'bench', 'run-bench.ts'), { configFile: false })
  );
  await module.runBench({ names: [...positionals, ...values.only], runs: Number(values.runs), json: values.json });
  return 0;
});
