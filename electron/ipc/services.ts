import type { EventName, EventPayload } from '../../shared/ipc/contract';
import type { Engine } from '../engine/engine';
import type { Arrivals } from '../files/arrivals';
import type { LockedFiles } from '../files/locked-files';
import type { Backups } from '../lifecycle/backups';
import type { MachineSettings } from '../lifecycle/machine-settings';
import type { StartState } from '../lifecycle/start-state';
import type { Log } from '../log';
import type { DataFolders } from '../place/data-folders';
import type { BureauRepo } from '../storage/repos/bureau-repo';
import type { DocumentsRepo } from '../storage/repos/documents-repo';
import type { PicturesRepo } from '../storage/repos/pictures-repo';
import type { SearchRepo } from '../storage/repos/search-repo';
import type { VersionsRepo } from '../storage/repos/versions-repo';
import type { Desktop } from '../windows/desktop';
import type { PagePrinter } from '../windows/page-printer';

/** Which document the window has open; one is open in one window at a time. */
export type Desk = Readonly<{
  /** False while another window has it, which is brought to the front. */
  take: (id: string) => boolean;
  /** No document is open in this window any more. */
  leave: () => void;
  isElsewhere: (id: string) => boolean;
}>;

export type SendEvent = <E extends EventName>(event: E, payload: EventPayload<E>) => void;

/** What the handlers of one window work with; `app-window.ts` builds it, tests build their own around a real library. */
export type Services = Readonly<{
  /** @throws AppError 'storage' while the library could not be opened */
  documents: () => DocumentsRepo;
  /** @throws as `documents` does */
  versions: () => VersionsRepo;
  /** @throws as `documents` does */
  pictures: () => PicturesRepo;
  /** @throws as `documents` does */
  search: () => SearchRepo;
  /** @throws AppError 'storage' while the library could not be opened */
  bureau: () => BureauRepo;
  /** Settled once the library was opened or could not be; `start` says how it went. */
  begun: Promise<void>;
  /** Tries again to open a library that could not be opened; `start.problem` says how it went. */
  tryLibrary: () => Promise<void>;
  backups: Backups;
  settings: MachineSettings;
  engine: Engine;
  /** What documents just read from files still want to be asked about. */
  arrivals: Arrivals;
  /** Files that wait for their password. */
  locked: LockedFiles;
  desktop: Desktop;
  printer: PagePrinter;
  desk: Desk;
  log: Log;
  start: StartState;
  send: SendEvent;
  /** Tells every window. */
  tellAll: SendEvent;
  dataFolders: DataFolders;
  /** The file of what is set up on this machine. */
  settingsFile: string;
  /** The file that lists what of others the app contains. */
  licences: string;
  version: string;
  /** Closes the window, and with the last one the app, after the page has handed over what is unsaved. */
  quit: () => void;
  /** The page has handed over what was unsaved. */
  readyToClose: () => void;
}>;
