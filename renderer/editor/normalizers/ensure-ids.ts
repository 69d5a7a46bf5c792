import { createId } from '../../../shared/document/block-id';
import { partsOf } from '../model/blocks';
import type { GovEditor } from '../slate-types';

/** No two parts or blocks with the same id: the later one gets a new one. Fixes all. */
export const ensureIds = (editor: GovEditor): boolean => {
  const seen = new Set<string>();
  const renew = (id: string, path: number[]): void => {
    if (seen.has(id)) editor.apply({ type: 'set_node', path, properties: { id }, newProperties: { id: createId() } });
    else seen.add(id);
  };
  const before = editor.children;
  for (const [part, { id, children }] of partsOf(editor).entries()) {
    renew(id, [part]);
    for (let index = 0; index < children.length; index += 1) renew(children[index]!.id, [part, index]);
  }
  return before !== editor.children;
};
