import { Editor, Range } from 'slate';
import { z } from 'zod';
import { type Block, blockSchema } from '../../../shared/document/block';
import { blockText } from '../../../shared/document/plain-text';
import { pasteBlocks } from '../commands/paste-blocks';
import { copiedReferences, pastedReferences } from '../commands/references';
import { blockEntryAt, isTextBlock, partsOf } from '../model/blocks';
import { readLine } from '../model/number-prefix';
import { newBlock, withFreshIds } from '../model/reshape';
import type { GovEditor } from '../slate-types';

/** Our own clipboard format: the blocks as JSON. Other programs take the plain text beside it. */
const blocksFormat = 'application/x-nigao-blocks';
/** A longer paste is refused rather than freezing the window. */
const longestPaste = 2_000_000;

const clipboardSchema = z.array(blockSchema).min(1).max(20_000);

/** Copy writes numbers as text; paste takes our own blocks as they are and any other text line by line. */
export const withClipboard = (editor: GovEditor, labelOf: (id: string) => string): GovEditor => {
  editor.setFragmentData = (data) => {
    const { selection } = editor;
    if (!selection || Range.isCollapsed(selection)) return;
    const start = Range.start(selection);
    const first = blockEntryAt(editor, start);
    const numbered = first !== undefined && Editor.isStart(editor, start, first[1]);
    // Words from the middle of a block are words only: they bring neither its number nor its form.
    const blocks = selectedBlocks(editor).map((block, index) => (index > 0 || numbered ? block : asParagraph(block)));
    const lines = blocks.map((block, index) =>
      index > 0 || numbered ? printed(block, labelOf(block.id)) : blockText(block),
    );
    data.setData('text/plain', lines.join('\n'));
    data.setData(blocksFormat, JSON.stringify(blocks));
  };
  editor.insertData = (data) => {
    const own = readOwn(data.getData(blocksFormat));
    const text = data.getData('text/plain');
    if (own) pasteBlocks(editor, adopt(editor, own));
    else if (text !== '' && text.length <= longestPaste) pasteText(editor, text);
  };
  return editor;
};

const selectedBlocks = (editor: GovEditor): Block[] => copiedReferences(editor, editor.getFragment());

/** Blocks from a clipboard as blocks of this document. */
const adopt = (editor: GovEditor, own: readonly Block[]): Block[] => {
  const taken = new Set(partsOf(editor).flatMap(({ id, children }) => [id, ...children.map((block) => block.id)]));
  const { blocks, renamed } = withFreshIds(own, taken);
  return pastedReferences(editor, blocks, renamed);
};

const asParagraph = (block: Block): Block =>
  isTextBlock(block) ? { type: 'paragraph', id: block.id, children: block.children } : block;

const printed = (block: Block, label: string): string => {
  if (block.type === 'dash') return `——${blockText(block)}`;
  return block.type === 'boxTitle' ? `${label}　${blockText(block)}` : label + blockText(block);
};

const readOwn = (json: string): Block[] | null => {
  if (json === '') return null;
  try {
    const parsed = clipboardSchema.safeParse(JSON.parse(json));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
};

/** Pastes plain text: a single line goes into the sentence, several become one block per line. */
const pasteText = (editor: GovEditor, text: string): void => {
  const lines = text
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/\p{Cc}/gu, ' ').replace(/^[\s\u3000]+|[\s\u3000]+$/g, ''))
    .filter((line) => line !== '');
  const [only] = lines;
  if (only === undefined) return;
  if (lines.length === 1) {
    editor.insertText(text.includes('\n') ? only : text.replace(/\p{Cc}/gu, ' '));
    return;
  }
  pasteBlocks(
    editor,
    lines.map((line) => {
      const { shape, text: words } = readLine(line);
      return newBlock(shape, undefined, words);
    }),
  );
};
