import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';

/** The window of a bare editor: as large as the app's, with nothing but one page. */
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, webPreferences: { spellcheck: false } });
  void window.loadFile(join(import.meta.dirname, `${process.argv.at(-1)}.html`));
});
app.on('window-all-closed', () => app.quit());
