import { join } from 'node:path';
import { runnerImport } from 'vite';
import { projectFolder } from './set-up/run.mjs';
import { runScript, setUpNodePackages } from './set-up.mjs';

// npm run recognition [-- FOLDER] [--json]: how well documents with labels are recognised. It prints and judges nothing.
await runScript(async () => {
  await setUpNodePackages();
  const { module } = /** @type {{ module: { runRecognition(args: readonly string[]): number } }} */ (
    await runnerImport(join(projectFolder, 'tests', 'recognition', 'run.ts'), { configFile: false })
  );
  return module.runRecognition(process.argv.slice(2));
});
