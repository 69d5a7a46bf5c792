import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, protocol } from 'electron';
import { createPagePrinter } from '../../../electron/windows/page-printer';

// Prints every .json of the folder named last on the command line to a .pdf beside it, as the app prints its pages.
// As the app does: the pages come from its own scheme.
protocol.registerSchemesAsPrivileged([{ scheme: 'nigao', privileges: { standard: true, secure: true } }]);
app.on('window-all-closed', () => undefined);
// Not awaited here: Electron becomes ready only when this module has run.
void app.whenReady().then(async () => {
  const folder = process.argv.at(-1)!;
  const printer = createPagePrinter();
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
    const { html, pictures } = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    const bytes = Object.entries<string>(pictures).map(([id, text]) => [id, Buffer.from(text, 'base64')] as const);
    const pdf = await printer.toPdf({ html, pictures: new Map(bytes) }, new AbortController().signal);
    writeFileSync(join(folder, name.replace(/json$/, 'pdf')), pdf);
  }
  app.quit();
});
