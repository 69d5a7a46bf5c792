import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadWindowState } from '../../../electron/windows/window-state';

const screen = { x: 0, y: 0, width: 1920, height: 1080 };
const state = { x: 100, y: 50, width: 1280, height: 800, isMaximized: false };
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nigao-state-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const loaded = (stored: string) => {
  const path = join(folder, 'window.json');
  writeFileSync(path, stored);
  return loadWindowState(path, [screen]);
};

describe('where the window stood', () => {
  it('is taken up again', () => {
    expect(loaded(JSON.stringify(state))).toEqual(state);
  });

  it('is taken up in the colour it had, one that is no colour apart', () => {
    expect(loaded(JSON.stringify({ ...state, background: '#15191F' }))).toMatchObject({ background: '#15191F' });
    expect(loaded(JSON.stringify({ ...state, background: 'url(x)' }))).toBeNull();
  });

  it.each([
    ['on a screen that is gone', JSON.stringify({ ...state, x: 2500 })],
    ['with its top edge out of reach', JSON.stringify({ ...state, y: 1070 })],
    ['too small to use', JSON.stringify({ ...state, width: 20 })],
    ['in a file that is cut off', '{"x": 1'],
  ])('is forgotten when it was %s', (_, stored) => {
    expect(loaded(stored)).toBeNull();
  });

  it('is unknown at the first start', () => {
    expect(loadWindowState(join(folder, 'none.json'), [screen])).toBeNull();
  });
});
