import type { ElectronApplication } from '@playwright/test';

/** Answers the next dialogs that ask where to save with `path`, as the person would; null cancels. */
export const answerSaveDialogs = (app: ElectronApplication, path: string | null): Promise<void> =>
  app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: filePath === null, filePath: filePath ?? '' });
  }, path);

/** Answers the next dialogs that ask for files. */
export const answerOpenDialogs = (app: ElectronApplication, paths: readonly string[]): Promise<void> =>
  app.evaluate(
    ({ dialog }, filePaths) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths });
    },
    [...paths],
  );

/** Collects what the app would show in the desktop's file manager, which these machines do not have. */
export const recordShownFiles = async (app: ElectronApplication): Promise<() => Promise<string[]>> => {
  await app.evaluate(({ shell }) => {
    const shown: string[] = [];
    Object.assign(globalThis, { shownFiles: shown });
    shell.showItemInFolder = (path) => void shown.push(path);
  });
  return () => app.evaluate(() => (globalThis as unknown as { shownFiles: string[] }).shownFiles);
};
