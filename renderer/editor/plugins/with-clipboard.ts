import { Editor, Path, Range } from 'slate';
import { HistoryEditor } from 'slate-history';
import { z } from 'zod';
import { type Block, blockSchema } from '../../../shared/document/block';
import { blockText } from '../../../shared/document/plain-text';
import { asDocument } from '../clipboard/as-document';
import type { HtmlNode } from '../clipboard/html-node';
import { takeAskedForText } from '../clipboard/paste-as-text';
import type { PastedItem } from '../clipboard/pasted';
import { quietMarkup } from '../clipboard/quiet-markup';
import { readHtml } from '../clipboard/read-html';
import { cellsTable, readCells, readText, textLines } from '../clipboard/read-text';
import { boldLeaves, recognisePaste } from '../clipboard/recognise-paste';
import { writeHtml } from '../clipboard/write-html';
import { pasteBlocks, pasteWords } from '../commands/paste-blocks';
import { copiedReferences, pastedReferences } from '../commands/references';
import { asOneStep } from '../commands/run-command';
import { copiedFootnotes, pastedFootnotes, spellOutFootnotes } from '../footnotes/copy-footnotes';
import type { CompositionGate } from '../ime/composition-gate';
import { blockEntryAt, currentBlock, isEmptyBlock, isTextBlock, partsOf } from '../model/blocks';
import { newBlock, paragraphShape, withFreshIds } from '../model/reshape';
import type { GovEditor } from '../slate-types';

/** Our own clipboard format: the blocks as JSON. Other programs take the page or the plain text beside it. */
const blocksFormat = 'application/x-nigao-blocks';
/** A longer paste is refused rather than freezing the window; a page with more markup is taken as its text. */
const mostCharacters = 500_000;
const mostMarkup = 10_000_000;
const mostBlocks = 20_000;

const clipboardSchema = z.array(blockSchema).min(1).max(mostBlocks);

export type ClipboardParts = Readonly<{
  gate: CompositionGate;
  labelOf(id: string): string;
  /** Takes a picture from the clipboard. */
  takePicture(file: File): void;
  /** Tells the person why a paste did not do what was asked. */
  say(sentence: string): void;
}>;

/**
 * Copy writes our own blocks, a page for Word and a plain text, both with numbers as text. Paste takes our own blocks
 * as they are, and recognises pages and texts as when a file is opened. One step of undo, never in a composition.
 */
export const withClipboard = (editor: GovEditor, { gate, labelOf, takePicture, say }: ClipboardParts): GovEditor => {
  editor.setFragmentData = (data) => {
    const { selection } = editor;
    if (!selection) return;
    // The caret in a caption with nothing selected stands for the picture; words of a caption are words only.
    if (Range.isCollapsed(selection)) {
      const [block] = currentBlock(editor) ?? [];
      if (block?.type !== 'picture') return;
      writeBlocks(data, [block], [labelOf(block.id)]);
      return;
    }
    const start = Range.start(selection);
    const first = blockEntryAt(editor, start);
    const inCaption = first?.[0].type === 'picture' && Path.equals(first[1], Range.end(selection).path.slice(0, 2));
    const numbered = first !== undefined && !inCaption && Editor.isStart(editor, start, first[1]);
    // Words from the middle of a block are words only: they bring neither its number nor its form.
    const blocks = selectedBlocks(editor).map((block, index) => (index > 0 || numbered ? block : asParagraph(block)));
    writeBlocks(
      data,
      blocks,
      blocks.map(({ id }, index) => (index > 0 || numbered ? labelOf(id) : '')),
    );
  };
  editor.insertData = (data) => {
    const own = data.getData(blocksFormat);
    const html = data.getData('text/html');
    const text = data.getData('text/plain');
    const asText = takeAskedForText(editor);
    const picture = asText ? undefined : pictureOn(data);
    if (picture) {
      gate.pass('paste', () => takePicture(picture));
      return;
    }
    // What is on the clipboard is read at once: it is gone when the composition has ended.
    gate.pass('paste', () => {
      asOneStep(editor, () => paste(editor, { own, html, text, asText }, say));
      // What is typed behind it is a step of its own.
      HistoryEditor.setSplittingOnce(editor, true);
    });
  };
  return editor;
};

const writeBlocks = (data: DataTransfer, blocks: readonly Block[], labels: readonly string[]): void => {
  const copied = spellOutFootnotes(blocks.map((block, index) => ({ block, label: labels[index] ?? '' })));
  data.setData('text/plain', copied.map(({ block, label }) => printed(block, label)).join('\n'));
  data.setData('text/html', writeHtml(copied));
  data.setData(blocksFormat, JSON.stringify(blocks));
};

/**
 * A picture alone on the clipboard, as a screen shot or 复制图片 puts it there. Word and Excel put a picture of a text
 * beside the text: that is none.
 */
const pictureOn = (data: DataTransfer): File | undefined =>
  data.getData(blocksFormat) === '' && data.getData('text/plain').trim() === ''
    ? [...(data.files ?? [])].find(({ type }) => type.startsWith('image/'))
    : undefined;

/** A picture within a text from Word or WPS, which lie in files that a page may not read. */
const officePicture = /<img\b[^>]*\bsrc=["']?file:/i;

const selectedBlocks = (editor: GovEditor): Block[] => copiedFootnotes(copiedReferences(editor, editor.getFragment()));

const asParagraph = (block: Block): Block =>
  isTextBlock(block) ? { type: 'paragraph', id: block.id, children: block.children } : block;

const printed = (block: Block, label: string): string => {
  if (block.type === 'table' && label !== '') return `${label}　${block.caption ?? ''}\n${blockText(block)}`;
  if (block.type === 'dash') return `——${blockText(block)}`;
  const apart = block.type === 'boxTitle' || (block.type === 'picture' && label !== '');
  return apart ? `${label}　${blockText(block)}` : label + blockText(block);
};

type ClipboardContent = Readonly<{ own: string; html: string; text: string; asText: boolean }>;

const paste = (editor: GovEditor, content: ClipboardContent, say: ClipboardParts['say']): void => {
  const { own, html, text, asText } = content;
  const blocks = asText ? null : readOwn(own);
  if (blocks) {
    pasteBlocks(editor, adopt(editor, blocks), say);
    return;
  }
  if (text.length > mostCharacters) {
    say(tooLong(text.length));
    return;
  }
  const page = asText ? [] : readPage(html, say);
  const length = page.reduce((sum, item) => sum + (item.kind === 'paragraph' ? item.text.length : 0), 0);
  if (length > mostCharacters) {
    say(tooLong(length));
    return;
  }
  if (page.length > 0) {
    pasteItems(editor, page, false, say);
    if (officePicture.test(html)) say('文字已粘贴，图片没有带过来。请单独复制图片再粘贴，或者插入图片文件。');
  } else if (asText)
    pasteBlocks(
      editor,
      textLines(text).map((line) => newBlock(paragraphShape, undefined, line)),
      say,
    );
  else pasteText(editor, text, say);
};

const tooLong = (length: number): string =>
  `剪贴板里有 ${Math.ceil(length / 10_000)} 万字，一次最多粘贴 ${mostCharacters / 10_000} 万字。请分几次粘贴，或在文库中打开这个文件。`;

const readOwn = (json: string): Block[] | null => {
  if (json === '') return null;
  try {
    const parsed = clipboardSchema.safeParse(JSON.parse(json));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
};

/** Blocks from a clipboard as blocks of this document. */
const adopt = (editor: GovEditor, own: readonly Block[]): Block[] => {
  const taken = new Set(partsOf(editor).flatMap(({ id, children }) => [id, ...children.map((block) => block.id)]));
  const { blocks, renamed } = withFreshIds(own, taken);
  return pastedFootnotes(editor, pastedReferences(editor, blocks, renamed));
};

const readPage = (html: string, say: ClipboardParts['say']): readonly PastedItem[] => {
  if (html === '') return [];
  if (html.length > mostMarkup) {
    say('剪贴板里的格式太多，已按文字粘贴。');
    return [];
  }
  // A document made so runs no script and loads nothing.
  return readHtml(new DOMParser().parseFromString(quietMarkup(html), 'text/html') as HtmlNode);
};

/** A single line goes into the sentence as it stands; cells go into a table one by one. */
const pasteText = (editor: GovEditor, text: string, say: ClipboardParts['say']): void => {
  const entry = currentBlock(editor);
  const cells = entry?.[0].type === 'table' ? readCells(text) : null;
  if (cells) pasteItems(editor, [cellsTable(cells)], true, say);
  else if (entry && !isEmptyBlock(entry[0]) && !/[\r\n]/.test(text))
    pasteWords(editor, [{ text: text.replace(/\p{Cc}/gu, ' ') }]);
  else pasteItems(editor, readText(text), true, say);
};

const pasteItems = (
  editor: GovEditor,
  items: readonly PastedItem[],
  wrapped: boolean,
  say: ClipboardParts['say'],
): void => {
  const entry = currentBlock(editor);
  const [only] = items;
  if (entry && only?.kind === 'paragraph' && items.length === 1 && !isEmptyBlock(entry[0])) {
    const [[start = 0, end = 0] = []] = only.bold;
    const whole = start === 0 && end === only.text.length;
    pasteWords(editor, whole ? [{ text: only.text }] : boldLeaves(only.text, only.bold));
    return;
  }
  const blocks = recognisePaste(items, wrapped);
  pasteBlocks(editor, entry?.[0].type === 'title' && isEmptyBlock(entry[0]) ? asDocument(blocks) : blocks, say);
};
