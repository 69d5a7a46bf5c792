import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { driveKind, driveKindOfType, linuxDriveKind } from '../../../electron/place/drive-kind';

let sysfs: string;
beforeAll(() => {
  sysfs = mkdtempSync(join(tmpdir(), 'nigao-sysfs-'));
  mkdirSync(join(sysfs, 'dev', 'block'), { recursive: true });
  // As the kernel lays them out: numbers that point at devices, partitions below their disk.
  for (const [numbers, device, flag] of [
    ['8:1', 'devices/pci0000:00/ata1/block/sda/sda1', '0'],
    ['8:17', 'devices/pci0000:00/usb2/2-1/block/sdb/sdb1', '0'],
    ['8:32', 'devices/pci0000:00/ata3/block/sdc', '1'],
    ['179:1', 'devices/platform/mmc_host/block/mmcblk0/mmcblk0p1', '1'],
  ] as const) {
    const place = join(sysfs, device);
    mkdirSync(place, { recursive: true });
    writeFileSync(join(/\d$/.test(device) ? join(place, '..') : place, 'removable'), `${flag}\n`);
    symlinkSync(place, join(sysfs, 'dev', 'block', numbers));
  }
});
afterAll(() => rmSync(sysfs, { recursive: true, force: true }));

describe('the kind of a disk', () => {
  it.skipIf(process.platform === 'win32').each([
    ['a partition of an inner disk', 0x801, 'fixed'],
    ['a hard disk in a USB case', 0x811, 'removable'],
    ['a disk that can be taken out', 0x820, 'removable'],
    ['a partition of a card', (179 << 8) | 1, 'removable'],
  ])('%s', (_, device, kind) => {
    expect(linuxDriveKind(device, sysfs)).toBe(kind);
  });

  it.each([
    ['2\r\n', 'removable'],
    ['3\r\n', 'fixed'],
    ['4\r\n', 'network'],
    ['', 'fixed'],
  ])('Windows answers %j: %s', (answer, kind) => {
    expect(driveKindOfType(answer)).toBe(kind);
  });

  it('of a folder whose device nobody describes counts as fixed', async () => {
    expect(await driveKind(join(sysfs, 'gone'))).toBe('fixed');
    expect(await driveKind('\\\\server\\share')).toBe('network');
  });
});
