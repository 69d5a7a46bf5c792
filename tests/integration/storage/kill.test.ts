import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { libraryPaths } from '../../../electron/files/paths';
import { openLibrary } from '../../../electron/storage/open-library';
import { leavesText } from '../../../shared/document/plain-text';
import { buildChild } from './build-child';
import { temporaryFolder } from './temporary-folder';

const kills = 12;

describe('a process killed while it saves', () => {
  it('loses nothing that it had said was saved, and leaves a sound library', { timeout: 60_000 }, async () => {
    const child = await buildChild(new URL('./typing-child.ts', import.meta.url));
    const places = libraryPaths(temporaryFolder());
    for (let round = 0; round < kills; round += 1) {
      const writer = spawn(process.execPath, [child, places.dataFolder], { stdio: ['ignore', 'pipe', 'inherit'] });
      const ended = once(writer, 'exit');
      let said = 0;
      const lines = createInterface({ input: writer.stdout });
      lines.on('line', (line) => {
        said = Number(line);
      });
      await once(lines, 'line');
      setTimeout(() => writer.kill('SIGKILL'), Math.random() * 60);
      await ended;

      const library = await openLibrary(places);
      expect(library.notice).toBeNull();
      const [block] = library.documents.open('document').document.parts[0]!.children.slice(1);
      expect(block?.type).toBe('paragraph');
      if (block?.type === 'paragraph') expect(Number(leavesText(block.children))).toBeGreaterThanOrEqual(said);
      library.close();
    }
  });
});
