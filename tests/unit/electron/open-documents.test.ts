import { expect, it } from 'vitest';
import { createOpenDocuments } from '../../../electron/windows/open-documents';

it('gives a document to one window at a time, which lets go of the one before', () => {
  const open = createOpenDocuments<string>();
  expect(open.take('left', 'a')).toBe(true);
  expect(open.take('right', 'a')).toBe(false);
  expect(open.take('left', 'a')).toBe(true);
  expect([open.holderOf('a'), open.has('left'), open.has('right')]).toEqual(['left', true, false]);
  expect(open.take('left', 'b')).toBe(true);
  expect(open.take('right', 'a')).toBe(true);
  open.leave('left');
  expect([open.holderOf('b'), open.holderOf('a')]).toEqual([null, 'right']);
});
