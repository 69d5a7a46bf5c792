import { importFiles } from '../files/import-files';
import type { Services } from '../ipc/services';

/**
 * Opens the files that this start or a second one was given: reads them into the library and shows the last one.
 * The page is told by an event, or, while it is still loading, when it asks for its start.
 */
export const openHandedOverFiles = async (paths: readonly string[], services: Services): Promise<void> => {
  const { imported, failed } = await importFiles(
    paths.map((path) => ({ path })),
    services,
  );
  const { start, send } = services;
  const id = imported.at(-1)?.id;
  const text = failed.map(({ file, message }) => `无法打开“${file}”：${message}`).join('\n');
  if (id && start.hasPage) send('open-document', { id });
  else if (id) start.openDocument = id;
  if (text && start.hasPage) send('message', { text });
  else if (text) start.notice = [start.notice, text].filter(Boolean).join('\n');
};
