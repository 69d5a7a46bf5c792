import type { Handlers } from '../answer-call';
import type { Services } from '../services';
import { appHandlers } from './app';
import { arrivalHandlers } from './arrivals';
import { backupHandlers } from './backups';
import { bureauHandlers } from './bureau';
import { dataFolderHandlers } from './data-folder';
import { documentHandlers } from './documents';
import { exportHandlers } from './export';
import { fileHandlers } from './files';
import { libraryHandlers } from './library';
import { pictureHandlers } from './pictures';
import { planHandlers } from './plan';
import { reviewHandlers } from './review';
import { settingsHandlers } from './settings';
import { versionHandlers } from './versions';

/** The handlers of every channel; one that is missing does not compile. */
export const createHandlers = (services: Services): Handlers => ({
  ...appHandlers(services),
  ...libraryHandlers(services),
  ...documentHandlers(services),
  ...backupHandlers(services),
  ...settingsHandlers(services),
  ...dataFolderHandlers(services),
  ...bureauHandlers(services),
  ...fileHandlers(services),
  ...arrivalHandlers(services),
  ...exportHandlers(services),
  ...planHandlers(services),
  ...reviewHandlers(services),
  ...pictureHandlers(services),
  ...versionHandlers(services),
});
