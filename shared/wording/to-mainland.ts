import { ConverterFactory } from 'opencc-js/core';
import { from, to } from 'opencc-js/preset/t2cn';
import type { Block } from '../document/block';
import type { DocumentMeta, GovDocument } from '../document/document';
import type { TextLeaf } from '../document/text';
import { listChanges, type WordingChange } from './list-changes';
import { keptWords, ownWords } from './mainland-words';

// In a group of dictionaries the first one that knows a word decides.
const regional = (from.twp ?? []).map((group) => [
  [...keptWords.map((word) => [word, word] as const), ...ownWords],
  ...group,
]);
const convert = ConverterFactory(...regional, ...(to.cn ?? []));

const plain = ConverterFactory(...(to.cn ?? []));

/** A text in simplified characters and the wording of the mainland. */
export const toMainlandText = (text: string): string => convert(text);

const convertLeaf = (leaf: TextLeaf): TextLeaf => {
  const text = leaf.footnote ? leaf.text : convert(leaf.text);
  const note = leaf.footnote && convert(leaf.footnote.text);
  if (text === leaf.text && note === leaf.footnote?.text) return leaf;
  return { ...leaf, text, ...(leaf.footnote && note !== undefined && { footnote: { ...leaf.footnote, text: note } }) };
};

/** The same list where nothing in it changed, so that what is as it was stays the same object. */
const map = <Item>(items: readonly Item[], change: (item: Item) => Item): readonly Item[] => {
  const changed = items.map(change);
  return changed.every((item, at) => item === items[at]) ? items : changed;
};

const convertBlock = (block: Block): Block => {
  const caption = 'caption' in block && block.caption !== undefined ? convert(block.caption) : undefined;
  const captioned = caption !== undefined && caption !== (block as { caption?: string }).caption && { caption };
  if (block.type === 'table') {
    const rows = map(block.children, (row) => {
      const cells = map(row.children, (cell) => {
        const leaves = map(cell.children, convertLeaf);
        return leaves === cell.children ? cell : { ...cell, children: [...leaves] };
      });
      return cells === row.children ? row : { ...row, children: [...cells] };
    });
    return rows === block.children && !captioned ? block : ({ ...block, ...captioned, children: [...rows] } as Block);
  }
  const leaves = map(block.children, convertLeaf);
  return leaves === block.children && !captioned ? block : ({ ...block, ...captioned, children: [...leaves] } as Block);
};

const convertMeta = (meta: DocumentMeta): DocumentMeta => {
  const fields = (['documentNumber', 'issuingOrgan', 'copyTo', 'printingOrgan'] as const).flatMap((name) => {
    const value = meta[name];
    return value === undefined || convert(value) === value ? [] : [[name, convert(value)] as const];
  });
  return fields.length === 0 ? meta : { ...meta, ...Object.fromEntries(fields) };
};

/** What a conversion made of a document, and what it changed, the most frequent first. */
export type Converted = Readonly<{ document: GovDocument; changes: readonly WordingChange[] }>;

/**
 * A document in simplified characters and the wording of the mainland (OpenCC's phrases of Taiwan without those that
 * mean something else in official texts). Blocks without such characters stay the same objects.
 */
export const toMainland = (document: GovDocument): Converted => {
  const parts = document.parts.map((part) => {
    const children = map(part.children, convertBlock);
    return children === part.children ? part : { ...part, children: [...children] };
  });
  const pairs = document.parts.flatMap((part, at) =>
    part.children.flatMap((block, index) => {
      const after = parts[at]!.children[index]!;
      return after === block ? [] : [[block, after] as const];
    }),
  );
  return { document: { ...document, meta: convertMeta(document.meta), parts }, changes: listChanges(pairs, plain) };
};
