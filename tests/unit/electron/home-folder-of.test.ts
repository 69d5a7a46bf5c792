import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { homeFolderOf } from '../../../electron/lifecycle/home-folder-of';

const places = { own: undefined, fromSwitch: undefined, portable: undefined, appData: '/person/data' };
const folderOf = (more: Partial<Record<'own' | 'fromSwitch' | 'portable', string>>, writable = true) =>
  homeFolderOf({ ...places, ...more }, () => writable);

describe('the home folder', () => {
  it('is among the application data of the person', () => {
    expect(folderOf({})).toBe(join('/person/data', 'nigao'));
  });

  it('of the portable program lies beside it, so that the documents go with the stick', () => {
    expect(folderOf({ portable: '/stick' })).toBe(join('/stick', 'nigao-data'));
  });

  it('of a portable program on a stick that cannot be written is among the application data', () => {
    expect(folderOf({ portable: '/stick' }, false)).toBe(join('/person/data', 'nigao'));
  });

  it('is where it was asked for, whatever the program is', () => {
    expect(folderOf({ portable: '/stick', fromSwitch: '/asked' })).toBe('/asked');
    expect(folderOf({ portable: '/stick', fromSwitch: '/asked', own: '/own' })).toBe('/own');
  });
});
