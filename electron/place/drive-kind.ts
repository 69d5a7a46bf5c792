import { execFile } from 'node:child_process';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { isNetworkFolder } from '../storage/open-database';

/** Where a folder lies: on a disk of this machine, on one that can be pulled out, or on another machine. */
export type DriveKind = 'fixed' | 'removable' | 'network';

/** Tells where a folder that exists lies; what cannot be told counts as fixed. */
export const driveKind = async (folder: string): Promise<DriveKind> => {
  try {
    if (isNetworkFolder(folder)) return 'network';
    if (process.platform === 'win32') return await windowsDriveKind(folder);
    if (process.platform === 'linux') return linuxDriveKind(statSync(folder).dev);
  } catch {
    // A warning is all that depends on it.
  }
  return 'fixed';
};

/**
 * Linux: the kernel's own description of the device says whether its medium can be taken out, and by its path
 * whether it hangs on USB (a hard disk in a USB case calls itself fixed).
 * @param device as stat(2) gives it
 */
export const linuxDriveKind = (device: number, sysfs = '/sys'): DriveKind => {
  const major = (device >>> 8) & 0xfff;
  const minor = (device & 0xff) | ((device >>> 12) & ~0xff);
  const place = realpathSync(join(sysfs, 'dev', 'block', `${major}:${minor}`));
  if (/\/usb\d+\//.test(place)) return 'removable';
  const flagOf = (path: string): string | null => {
    try {
      return readFileSync(join(path, 'removable'), 'utf8').trim();
    } catch {
      return null;
    }
  };
  // A partition has no flag of its own: its disk, one folder up, has.
  return (flagOf(place) ?? flagOf(dirname(place))) === '1' ? 'removable' : 'fixed';
};

/** Win32_LogicalDisk.DriveType: 2 removable, 3 local, 4 network. */
export const driveKindOfType = (answer: string): DriveKind =>
  answer.trim() === '2' ? 'removable' : answer.trim() === '4' ? 'network' : 'fixed';

const windowsDriveKind = async (folder: string): Promise<DriveKind> => {
  const letter = /^([a-z]):/i.exec(folder)?.[1];
  if (letter === undefined) return 'fixed';
  const question = `(Get-CimInstance Win32_LogicalDisk -Filter "DeviceID='${letter}:'").DriveType`;
  const { stdout } = await promisify(execFile)(
    'powershell.exe',
    ['-NoProfile', '-NonInteractive', '-Command', question],
    { timeout: 8000, windowsHide: true },
  );
  return driveKindOfType(stdout);
};
