import { Editor, Node, type Operation, type Path, type Point } from 'slate';
import { HistoryEditor } from 'slate-history';
import { referenceNames } from '../../../shared/references/reference-names';
import { takesNoText } from '../commands/placeholders';
import { type ReferenceEntry, referenceEntries, textBefore } from '../commands/references';
import type { CompositionGate } from '../ime/composition-gate';
import { currentBlock, partsOf } from '../model/blocks';
import type { GovEditor } from '../slate-types';
import { isStructural } from './with-structure';

/** Signs that ask for a reference, as Western and Chinese input methods type them; not within an address. */
const asking = /(?<![\w.-])[@＠]$/;

/** The leaves with a reference in whose text an operation interferes, so that they are no reference any more. */
const leavesTouched = (editor: GovEditor, operation: Operation): readonly Path[] => {
  if (!('path' in operation)) return [];
  const { type, path } = operation;
  if (type !== 'insert_text' && type !== 'remove_text' && type !== 'split_node' && type !== 'merge_node') return [];
  const leaf = Node.getIf(editor, path);
  if (!leaf || !Node.isText(leaf) || leaf.ref === undefined) return [];
  if (type === 'split_node') {
    const inside = operation.position > 0 && operation.position < leaf.text.length;
    return inside ? [path, [...path.slice(0, -1), path.at(-1)! + 1]] : [];
  }
  if (type !== 'merge_node') return [path];
  const before: Path = [...path.slice(0, -1), path.at(-1)! - 1];
  const previous = Node.getIf(editor, before);
  return previous && Node.isText(previous) && previous.text !== '' && leaf.text !== '' ? [before] : [];
};

/**
 * References are text with a mark. Their words follow every change of numbers within the undo step of that change;
 * in the block where an input method composes, as soon as it is done. Words changed by hand, or in part deleted,
 * are plain text from then on. `@` asks `pick` for a target.
 */
export const withReferences = (editor: GovEditor, gate: CompositionGate, pick: (typed: string) => void): GovEditor => {
  const { apply, normalize, normalizeNode, insertText, insertionPoint } = editor;
  let stale = true;
  let following = false;

  const rewrite = ({ leaf: { text }, path }: ReferenceEntry, name: string): void => {
    let start = 0;
    while (start < name.length && name[start] === text[start]) start += 1;
    let same = 0;
    while (same < Math.min(name.length, text.length) - start && name.at(-1 - same) === text.at(-1 - same)) same += 1;
    const removed = text.slice(start, text.length - same);
    const added = name.slice(start, name.length - same);
    if (removed !== '') apply({ type: 'remove_text', path, offset: start, text: removed });
    if (added !== '') apply({ type: 'insert_text', path, offset: start, text: added });
  };

  const follow = (): void => {
    const entries = referenceEntries(editor);
    if (entries.length === 0) return;
    const names = referenceNames({ parts: [...partsOf(editor)] });
    const composing = gate.isClosed() ? currentBlock(editor)?.[0].id : undefined;
    following = true;
    Editor.withoutNormalizing(editor, () => {
      for (const entry of entries) {
        const name = names.nameOf(entry.leaf.ref, entry.part);
        if (name === undefined || name === entry.leaf.text) continue;
        if (entry.block === composing) gate.pass('references', () => HistoryEditor.withMerging(editor, follow));
        else rewrite(entry, name);
      }
    });
    following = false;
  };

  editor.apply = (operation) => {
    if (isStructural(operation) || operation.type === 'insert_node') stale = true;
    const touched = following || HistoryEditor.isSaving(editor) === false ? [] : leavesTouched(editor, operation);
    if (touched.length === 0) return apply(operation);
    Editor.withoutNormalizing(editor, () => {
      apply(operation);
      for (const path of touched) {
        const { ref } = Node.leaf(editor, path);
        apply({ type: 'set_node', path, properties: { ref }, newProperties: {} });
      }
    });
  };

  editor.normalizeNode = (entry, options) => {
    const [node, path] = entry;
    if (Node.isText(node) && node.text === '' && node.ref !== undefined) {
      apply({ type: 'set_node', path, properties: { ref: node.ref }, newProperties: {} });
      return;
    }
    normalizeNode(entry, options);
  };

  editor.normalize = (options) => {
    normalize(options);
    // Behind the normalising, whose rounds Slate limits. What undo restores has its references with it.
    if (!stale || !Editor.isNormalizing(editor) || HistoryEditor.isSaving(editor) === false) return;
    stale = false;
    follow();
  };

  editor.insertText = (text, options) => {
    insertText(text, options);
    if (text !== '@' && text !== '＠') return;
    gate.pass('ask-reference', () => {
      if (asking.test(textBefore(editor))) pick(text);
    });
  };

  /** At the edge of a reference, placeholder or footnote the browser must not type by itself: `insertText` finds the place. */
  editor.insertionPoint = (point: Point) => {
    const leaf = Node.getIf(editor, point.path);
    if (!leaf || !Node.isText(leaf) || !takesNoText(leaf)) return insertionPoint(point);
    const { length } = leaf.text;
    if (point.offset === length) return { ...point, offset: 0 };
    return point.offset === 0 ? { ...point, offset: length } : point;
  };
  return editor;
};
