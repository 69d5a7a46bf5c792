import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

vi.mock('electron', () => ({ app: {} }));
const { hasNoGraphics } = await import('../../../electron/lifecycle/graphics');

const day = 24 * 60 * 60 * 1000;
const found = Date.UTC(2030, 2, 1);
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nigao-graphics-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const remembered = (stored: string, now: number, electron = '45.4.1') => {
  const path = join(folder, 'graphics.json');
  writeFileSync(path, stored);
  return hasNoGraphics(path, electron, now);
};

describe('a machine without a graphics card of use', () => {
  const stored = JSON.stringify({ electron: '45.4.1', at: found });

  it('is remembered for thirty days', () => {
    expect(remembered(stored, found)).toBe(true);
    expect(remembered(stored, found + 29 * day)).toBe(true);
    expect(remembered(stored, found + 30 * day)).toBe(false);
  });

  it('is looked at again by another engine, and when the clock was set back', () => {
    expect(remembered(stored, found + day, '45.5.0')).toBe(false);
    expect(remembered(stored, found - day)).toBe(false);
  });

  it('is not assumed where nothing is remembered, or something else', () => {
    expect(hasNoGraphics(join(folder, 'none.json'), '45.4.1', found)).toBe(false);
    for (const other of ['', '{', '[]', '{"electron":"45.4.1"}', `{"electron":45,"at":${found}}`])
      expect(remembered(other, found)).toBe(false);
  });
});
