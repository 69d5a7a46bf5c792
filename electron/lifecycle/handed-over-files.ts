import type { LockedFile } from '../../shared/ipc/contract';
import { type ImportServices, importFiles } from '../files/import-files';
import type { Services } from '../ipc/services';
import { joinNotices } from './start-state';

/** So many documents handed over at once get a window each; of more, only the last is shown. */
const mostWindows = 4;

/** A window that can be told something. */
type Told = Pick<Services, 'start' | 'send'>;

export type Windows = Readonly<{
  /** Brings the window that has it open already to the front; false where none has. */
  show: (id: string) => boolean;
  /** A window that has nothing open, now holding this document: the one last used, or a new one beside it. */
  give: (id: string) => Told;
  /** The window last used. */
  front: () => Told;
}>;

/**
 * Opens the files that this start or a second one was given: reads them into the library and shows them, a window
 * each, so that nothing that is open has to go.
 */
export const openHandedOverFiles = async (
  paths: readonly string[],
  services: ImportServices,
  windows: Windows,
): Promise<void> => {
  const { imported, failed, locked } = await importFiles(
    paths.map((path) => ({ path })),
    services,
  );
  const shown = [...new Set(imported.map(({ id }) => id))];
  for (const id of shown.length > mostWindows ? shown.slice(-1) : shown)
    if (!windows.show(id)) tellOf(windows.give(id), id);
  if (locked.length > 0) tellLocked(windows.front(), locked);
  const text = failed.map(({ file, message }) => `无法打开“${file}”：${message}`).join('\n');
  if (text !== '') tell(windows.front(), text);
};

/** A page hears it at once, or, while it is still loading, when it asks for its start. */
const tellOf = ({ start, send }: Told, id: string): void => {
  if (start.hasPage) send('open-document', { id });
  else start.openDocument = id;
};
const tellLocked = ({ start, send }: Told, locked: readonly LockedFile[]): void => {
  if (start.hasPage) send('files-locked', { locked: [...locked] });
  else start.locked = [...start.locked, ...locked];
};
const tell = ({ start, send }: Told, text: string): void => {
  if (start.hasPage) send('message', { text });
  else start.notice = joinNotices(start.notice, text);
};
