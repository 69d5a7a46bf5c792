import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { buildIfStale } from './build.mjs';
import { projectFolder } from './set-up/run.mjs';
import { hasDisplay } from './set-up/system-packages.mjs';
import { runScript, setUp } from './set-up.mjs';
import { runWithDisplay } from './virtual-display.mjs';

// npm run endurance [-- FILE] [--minutes N] [--seed N]: a scripted person edits a whole document in the real app.
await runScript(async () => {
  await setUp();
  await buildIfStale({ quiet: true });
  if (!hasDisplay()) return runWithDisplay('node', ['scripts/endurance.mjs', ...process.argv.slice(2)]);
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { minutes: { type: 'string', default: '10' }, seed: { type: 'string', default: '1' } },
  });
  const file = positionals[0] ?? longDocument();
  if (!file) {
    console.error('No document: name one, `npm run endurance -- FILE`.');
    return 2;
  }
  const { module } = /** @type {{ module: { runEndurance(options: object): Promise<boolean> } }} */ (
    await runnerImport(join(projectFolder, 'tests', 'endurance', 'run-endurance.ts'), { configFile: false })
  );
  return (await module.runEndurance({ file, minutes: Number(values.minutes), seed: Number(values.seed) })) ? 0 : 1;
});

/** The fifth of the collected documents beside the checkout, 17,000 characters and two tables; undefined without it. */
function longDocument() {
  const folder = join(projectFolder, '..', 'shared', 'seeds');
  const name = existsSync(folder) ? readdirSync(folder).find((entry) => entry.startsWith('5-')) : undefined;
  return name && join(folder, name);
}
