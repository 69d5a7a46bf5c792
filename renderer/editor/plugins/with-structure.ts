import { Editor, Node, type Operation, type Path } from 'slate';
import { HistoryEditor } from 'slate-history';
import { createId } from '../../../shared/document/block-id';
import { withoutOwnNumber } from '../model/reshape';
import { ensureBoxes } from '../normalizers/ensure-boxes';
import { ensureIds } from '../normalizers/ensure-ids';
import { ensureParts, ensureTables } from '../normalizers/ensure-parts';
import type { GovEditor } from '../slate-types';

/** Whether an operation touches parts or blocks themselves, and so numbers, frames and order; not just text. */
export const isStructural = (operation: Operation): boolean =>
  operation.type !== 'insert_text' &&
  operation.type !== 'remove_text' &&
  operation.type !== 'set_selection' &&
  'path' in operation &&
  operation.path.length <= 2;

/**
 * The fixed depth of the document: new ids for split blocks, and the normalisers. They look at the whole order,
 * so they run once behind structural operations only: a key press costs nothing here.
 */
export const withStructure = (editor: GovEditor): GovEditor => {
  const { apply, normalizeNode } = editor;
  let unchecked = true;
  editor.apply = (operation) => {
    const touchesTable = operation.type === 'remove_node' && operation.path.length <= 4;
    if (isStructural(operation) || touchesTable) unchecked = true;
    if (operation.type === 'split_node' && 'id' in operation.properties && HistoryEditor.isSaving(editor) !== false)
      apply({ ...operation, properties: asNewBlock(operation.properties) });
    else apply(operation);
  };
  editor.normalizeNode = (entry, options) => {
    const [node, path] = entry;
    if (path.length > 1) return ensureLeaf(editor, node, path) ? undefined : normalizeNode(entry, options);
    // Slate takes the root last, when everything below is in order.
    if (path.length === 1 || !unchecked) return;
    if (ensureParts(editor) || ensureTables(editor) || ensureIds(editor) || ensureBoxes(editor)) return;
    unchecked = false;
  };
  return editor;
};

/** The second half of a split is a new block: the id and the number of the first stay with that. */
const asNewBlock = (properties: Partial<Node>): Partial<Node> => {
  const rest = Object.entries(properties).filter(([key]) => !(key in withoutOwnNumber));
  return { ...Object.fromEntries(rest), id: createId() };
};

/** An emptied placeholder is no placeholder any more. */
const ensureLeaf = (editor: GovEditor, node: Node, path: Path): boolean => {
  if (!Node.isText(node) || node.text !== '' || !node.placeholder) return false;
  editor.apply({ type: 'set_node', path, properties: { placeholder: node.placeholder }, newProperties: {} });
  return true;
};

/** Brings a value that was made elsewhere into the form the kernel keeps (no neighbouring leaves of one kind …). */
export const normalizeOnLoad = (editor: GovEditor): void => {
  HistoryEditor.withoutSaving(editor, () => Editor.normalize(editor, { force: true }));
  editor.operations = [];
};
