import type { Log } from '../log';
import type { VersionsRepo } from './repos/versions-repo';

/**
 * Keeps a version beside something the person asked for: what they asked for is done, whatever becomes of the
 * version; why it could not be kept stands in the log.
 */
export const keepQuietly = (
  { versions, log }: Readonly<{ versions: () => VersionsRepo; log: Log }>,
  keep: (versions: VersionsRepo) => void,
): void => {
  try {
    keep(versions());
  } catch (error) {
    log.error('version not kept', error);
  }
};
