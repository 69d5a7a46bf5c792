import { resolve } from 'node:path';
import { expect, it, vi } from 'vitest';
import { filesFromArguments } from '../../../electron/lifecycle/single-instance';

vi.mock('electron', () => ({ app: {} }));

it('takes the documents among the arguments of a start, from the folder it was started in', () => {
  const argv = ['nigao', '--no-sandbox', 'out', '意见.DOCX', '../b.nigao', '--file=c.txt', 'picture.png', '/d/e.txt'];
  expect(filesFromArguments(argv, '/home/clerk')).toEqual([
    resolve('/home/clerk/意见.DOCX'),
    resolve('/home/b.nigao'),
    resolve('/d/e.txt'),
  ]);
});
