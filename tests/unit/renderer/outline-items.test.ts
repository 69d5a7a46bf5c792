import { describe, expect, it } from 'vitest';
import type { OutlineRow } from '../../../renderer/app/outline/outline-rows';
import { outlineItems } from '../../../renderer/features/outline/outline-items';

const row = (id: string, depth: number, parent = -1): OutlineRow => ({
  id,
  blockId: id,
  kind: 'clause',
  part: 0,
  at: 0,
  depth,
  label: '',
  text: id,
  parent,
  hasChildren: false,
});
const rows = [row('一', 0), row('（一）', 1, 0), row('（二）', 1, 0), row('二', 0), row('（三）', 1, 3)];
const read = (hidden: readonly number[], missing: Parameters<typeof outlineItems>[2] = []) =>
  outlineItems(rows, new Set(hidden), missing).map(({ key, position, siblings }) => [key, position, siblings]);

describe('the lines of the outline', () => {
  it('each know which one they are among their siblings', () => {
    expect(read([])).toEqual([
      ['一', 1, 2],
      ['（一）', 1, 2],
      ['（二）', 2, 2],
      ['二', 2, 2],
      ['（三）', 1, 1],
    ]);
  });
  it('leave out what is folded away', () => {
    expect(read([1, 2])).toEqual([
      ['一', 1, 2],
      ['二', 2, 2],
      ['（三）', 1, 1],
    ]);
  });
  it('count a missing part among the siblings it would stand with, in its place and at the end', () => {
    const missing = [
      { function: 'goals', before: 3, depth: 1, text: '目标' },
      { function: 'safeguards', before: 5, depth: 0, text: '三、保障措施' },
    ] as const;
    expect(read([], missing)).toEqual([
      ['一', 1, 3],
      ['（一）', 1, 3],
      ['（二）', 2, 3],
      ['goals', 3, 3],
      ['二', 2, 3],
      ['（三）', 1, 1],
      ['safeguards', 3, 3],
    ]);
  });
});
