import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { buildIfStale } from './build.mjs';
import { projectFolder } from './set-up/run.mjs';
import { hasDisplay } from './set-up/system-packages.mjs';
import { runScript, setUp } from './set-up.mjs';
import { runWithDisplay } from './virtual-display.mjs';

// npm run durability [-- --kills N] [--seed N] [--json]: the real app, killed at random moments while a script writes.
await runScript(async () => {
  await setUp();
  await buildIfStale({ quiet: true });
  if (!hasDisplay()) return runWithDisplay('node', ['scripts/durability.mjs', ...process.argv.slice(2)]);
  const { values } = parseArgs({
    options: {
      kills: { type: 'string', default: '200' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
    },
  });
  const { module } = /** @type {{ module: { runDurability(options: object): Promise<boolean> } }} */ (
    await runnerImport(join(projectFolder, 'tests', 'durability', 'run-durability.ts'), { configFile: false })
  );
  const { kills, seed, json } = values;
  return (await module.runDurability({ kills: Number(kills), seed: Number(seed), json })) ? 0 : 1;
});
