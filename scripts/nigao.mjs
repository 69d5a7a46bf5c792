import { join } from 'node:path';
import { buildIfStale } from './build.mjs';
import { projectFolder, run } from './set-up/run.mjs';
import { runScript, setUpNodePackages } from './set-up.mjs';

// Only the command itself prints on stdout: its results are for other programs.
await runScript(async () => {
  await setUpNodePackages();
  await buildIfStale({ quiet: true });
  const command = join(projectFolder, 'out', 'cli', 'nigao.js');
  return run('node', [command, ...process.argv.slice(2)], { cwd: process.env.INIT_CWD ?? process.cwd(), shell: false });
});
