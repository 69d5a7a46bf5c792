import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Level } from '../../../shared/document/block';
import { buildOutline, type OutlineNode } from '../../../shared/numbering/build-outline';
import { arbitraryDocument } from '../../helpers/arbitrary-document';

const clause = (id: string, level: Level, boxId?: string): Block => ({
  type: 'clause',
  id,
  level,
  runIn: true,
  children: [{ text: `${id}事项。后文。` }],
  ...(boxId && { boxId }),
});
const outlineOf = (children: Block[]): OutlineNode =>
  buildOutline({ parts: [{ type: 'part', id: 'main00', kind: 'main', numbering: {}, children }] })[0]!;
const shape = (node: OutlineNode): unknown => [node.id, ...node.children.map(shape)];

describe('the outline', () => {
  it('hangs each clause under the nearest clause above with a smaller level', () => {
    const root = outlineOf([
      clause('a', 1),
      clause('b', 2),
      clause('c', 3),
      clause('d', 3),
      clause('e', 1),
      clause('f', 3),
    ]);
    expect(shape(root)).toEqual(['main00', ['a', ['b', ['c'], ['d']]], ['e', ['f']]]);
  });

  it('shows the lead of a run-in clause without its 。, with the number', () => {
    const node = outlineOf([clause('a', 2)]).children[0]!;
    expect([node.label, node.text]).toEqual(['（一）', 'a事项']);
  });

  it('keeps a box as one row and goes on behind it', () => {
    const box: Block = { type: 'boxTitle', id: 't', boxId: 'box001', children: [{ text: '提升工程' }] };
    const root = outlineOf([clause('a', 1), clause('b', 2), box, clause('c', 3, 'box001'), clause('d', 2)]);
    expect(shape(root)).toEqual(['main00', ['a', ['b', ['t']], ['d']]]);
    const row = root.children[0]!.children[0]!.children[0]!;
    expect([row.start, row.end]).toEqual([2, 4]);
  });

  it('covers every numbered block once, branches nested and in order', () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        buildOutline(document).forEach((root, index) => {
          const seen: string[] = [];
          const visit = (node: OutlineNode): void => {
            seen.push(node.id);
            let at = node.start;
            for (const child of node.children) {
              expect(child.start).toBeGreaterThanOrEqual(at);
              expect(child.end).toBeLessThanOrEqual(node.end);
              at = child.end;
              visit(child);
            }
          };
          visit(root);
          const expected = document.parts[index]!.children.filter(
            (block) => block.type === 'boxTitle' || (block.type === 'clause' && !block.boxId),
          ).map((block) => block.id);
          expect(seen.slice(1)).toEqual(expected);
        });
      }),
    );
  });
});
