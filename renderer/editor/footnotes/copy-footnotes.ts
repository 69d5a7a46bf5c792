import type { Block } from '../../../shared/document/block';
import { createId } from '../../../shared/document/block-id';
import { footnoteSign } from '../../../shared/document/text';
import { footnoteMark } from '../../../shared/footnotes/footnote-mark';
import { listFootnotes } from '../../../shared/footnotes/list-footnotes';
import type { CopiedBlock } from '../clipboard/write-html';
import { withLeaves } from '../commands/references';
import { partsOf } from '../model/blocks';
import { newBlock, paragraphShape } from '../model/reshape';
import type { GovEditor } from '../slate-types';

/** Copied blocks without the marks of footnotes whose sign lies outside the selection. */
export const copiedFootnotes = (blocks: readonly Block[]): Block[] =>
  blocks.map((block) =>
    withLeaves(block, ({ footnote, ...leaf }) =>
      footnote && leaf.text === footnoteSign ? { ...leaf, footnote } : leaf,
    ),
  );

/** Copied blocks for other programs: ①②③ in the text, the notes as paragraphs behind it. */
export const spellOutFootnotes = (copied: readonly CopiedBlock[]): readonly CopiedBlock[] => {
  const notes: string[] = [];
  const spelled = copied.map(({ block, label }) => ({
    label,
    block: withLeaves(block, ({ footnote, ...leaf }) =>
      footnote ? { ...leaf, text: footnoteMark(notes.push(footnote.text)) } : leaf,
    ),
  }));
  const behind = notes.map((text, at) => ({
    label: '',
    block: newBlock(paragraphShape, undefined, footnoteMark(at + 1) + text),
  }));
  return [...spelled, ...behind];
};

/** Pasted blocks: a footnote that is in this document already is one of its own. */
export const pastedFootnotes = (editor: GovEditor, blocks: readonly Block[]): Block[] => {
  const taken = new Set(partsOf(editor).flatMap(({ children }) => listFootnotes(children).map(({ id }) => id)));
  return blocks.map((block) =>
    withLeaves(block, (leaf) => {
      if (!leaf.footnote) return leaf;
      const id = taken.has(leaf.footnote.id) ? createId() : leaf.footnote.id;
      taken.add(id);
      return { ...leaf, footnote: { ...leaf.footnote, id } };
    }),
  );
};
