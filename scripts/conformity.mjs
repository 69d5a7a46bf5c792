import { createServer } from 'vite';
import { projectFolder } from './set-up/run.mjs';
import { installPrograms } from './set-up/system-packages.mjs';
import { runScript, setUpNodePackages } from './set-up.mjs';

// Measures exported documents on rendered pages: [--json] [--documents N] [--only NAME] [--keep FOLDER].
await runScript(async () => {
  await setUpNodePackages();
  await installPrograms({ soffice: 'libreoffice-writer', pandoc: 'pandoc', xmllint: 'libxml2-utils' });
  const server = await createServer({
    root: projectFolder,
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, hmr: false, ws: false },
  });
  try {
    const { runConformity } = await server.ssrLoadModule('/tests/conformity/run.ts');
    return await runConformity(process.argv.slice(2));
  } finally {
    await server.close();
  }
});
