import { join, sep } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { fileOfAddress, pictureOfAddress, pictureResponse } from '../../../electron/windows/app-protocol';

vi.mock('electron', () => ({ protocol: {} }));

const folder = join(sep, 'app', 'out', 'renderer');
const file = (address: string) => fileOfAddress(address, folder);

describe('the app’s own addresses', () => {
  it('name files of the page', () => {
    expect(file('nigao://app/')).toBe(join(folder, 'index.html'));
    expect(file('nigao://app/assets/main-1a2b.js?v=1#x')).toBe(join(folder, 'assets', 'main-1a2b.js'));
  });

  it.each([
    'nigao://app/../preload/preload.cjs',
    'nigao://app/..%2fmain%2fmain.js',
    'nigao://app/..%5cmain.js%00.html',
    'nigao://app/%E0%A4%A',
    'nigao://app/assets',
    'nigao://other/index.html',
    'nigao://app.other/index.html',
    'nigao://app/nigao.db',
  ])('never %s', (address) => {
    expect(file(address)).toBeNull();
  });

  it('never leave the folder of the page', () => {
    const piece = fc.constantFrom('..', '%2e%2e', '%2f', '/', '\\', '%5c', '.', 'a.js', '%00', '//');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const found = file(`nigao://app/${pieces.join('')}.js`);
        expect(found === null || found.startsWith(folder + sep)).toBe(true);
      }),
    );
  });
});

describe('pictures of documents', () => {
  const name = '0123456789abcdef'.repeat(4);

  it('are asked for by their content and nothing else', () => {
    expect(pictureOfAddress(`nigao://app/pictures/${name}`)).toBe(name);
    for (const other of [`${name}.png`, `../${name}`, name.toUpperCase(), name.slice(1), `${name}?a`, ''])
      expect(pictureOfAddress(`nigao://app/pictures/${other}`)).toBeNull();
    expect(pictureOfAddress(`https://app/pictures/${name}`)).toBeNull();
  });

  it('are answered with their own type, never guessed, and may load nothing', async () => {
    const answer = pictureResponse({ mime: 'image/png', bytes: Uint8Array.of(1, 2, 3) });
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'");
    expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([1, 2, 3]);
    expect(pictureResponse(null).status).toBe(404);
  });
});
