import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** A room, what it must not import, and words of the sentence that says why. */
const forbidden = [
  ['shared/checks', '../../electron/storage/y', 'no machine'],
  ['shared/checks', 'node:fs', 'pure'],
  ['shared/document', 'slate', 'pure'],
  ['renderer/editor', '../features/outline/y', 'below features'],
  ['renderer/editor', '../../shared/export/docx/build-docx', 'never exports'],
  ['renderer/workers', '../editor/y', 'shared/ only'],
  ['renderer/features/outline', '../findings/y', 'never import each other'],
  ['renderer/screens', '../../electron/storage/y', 'ipc/client only'],
  ['electron/storage', 'electron', 'without Electron'],
  ['electron/cli', 'electron', 'plain Node'],
  ['electron', '../shared/ipc/contract', 'names only'],
  ['electron/ipc', '../../renderer/app/y', "window's code"],
] as const;
const allowed = [
  ['shared/checks', '../document/block'],
  ['renderer/editor', '../../shared/document/block'],
  ['renderer/features/outline', '../../editor/y'],
  ['renderer/features/outline', './y'],
  ['electron/storage', '../../shared/document/block'],
] as const;

type Diagnostic = { category: string; message: string; location: { path: string | { file: string } } };

let folder: string;
let said: Diagnostic[];
const examples = [...forbidden, ...allowed].map(([room, source], index) => ({
  // The preload's wall is its name; the others are folders.
  file: room === 'electron' ? 'electron/preload.ts' : `${room}/example-${index}.ts`,
  source,
}));

const complaints = (index: number): string[] =>
  said
    .filter(({ category, location }) => {
      const path = typeof location.path === 'string' ? location.path : location.path.file;
      return category === 'lint/style/noRestrictedImports' && path.endsWith(examples[index]!.file);
    })
    .map(({ message }) => message);

describe('each wall stops what it is for', () => {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'nigao-walls-'));
    copyFileSync('biome.json', join(folder, 'biome.json'));
    for (const { file, source } of examples) {
      mkdirSync(join(folder, dirname(file)), { recursive: true });
      writeFileSync(join(folder, file), `import { y } from '${source}';\nexport const x = y;\n`);
    }
    const biome = resolve('node_modules/.bin/biome');
    const options = ['lint', '--reporter=json', '--vcs-enabled=false', '--max-diagnostics=none', '.'];
    let output = '';
    try {
      output = execFileSync(biome, options, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    } catch (error) {
      output = (error as { stdout: string }).stdout;
    }
    said = (JSON.parse(output) as { diagnostics: Diagnostic[] }).diagnostics;
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(forbidden.map((row, index) => [...row, index] as const))(
    '%s may not import %s',
    (_room, _source, why, index) => {
      expect(complaints(index).join()).toContain(why);
    },
  );

  it.each(allowed.map((row, index) => [...row, forbidden.length + index] as const))(
    '%s may import %s',
    (_room, _source, index) => {
      expect(complaints(index)).toEqual([]);
    },
  );
});
