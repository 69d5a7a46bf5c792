import { Node, Transforms } from 'slate';
import type { Block } from '../../../shared/document/block';
import { createId } from '../../../shared/document/block-id';
import type { Part } from '../../../shared/document/document';
import { blockText } from '../../../shared/document/plain-text';
import { bodyEnd, isOpening, partsOf } from '../model/blocks';
import type { GovEditor } from '../slate-types';

/** 主送, 署名 and 成文日期 as the form shows them; they stand in the text and only there. Several 署名: one a line. */
export type DocumentLines = Readonly<{ salutation: string; signature: string; dateLine: string }>;
type LineType = keyof DocumentLines;

const lineTypes: readonly LineType[] = ['salutation', 'signature', 'dateLine'];

/** The part that carries them: the 印发通知 where there is one. */
const carrier = (parts: readonly Part[]): number => {
  const notice = parts.findIndex(({ kind }) => kind === 'notice');
  return notice >= 0 ? notice : parts.findIndex(({ kind }) => kind === 'main');
};

const isPrompt = (block: Block): boolean => [...Node.texts(block)].some(([leaf]) => leaf.placeholder !== undefined);

/** What the text says; a prompt still to be filled counts as empty. */
export const readDocumentLines = (parts: readonly Part[]): DocumentLines => {
  const { children } = parts[carrier(parts)]!;
  const text = (type: LineType): string =>
    children
      .filter((block) => block.type === type && !isPrompt(block))
      .map(blockText)
      .join('\n');
  return { salutation: text('salutation'), signature: text('signature'), dateLine: text('dateLine') };
};

/** Where a line goes that the text does not have yet. */
const placeFor = (blocks: readonly Block[], type: LineType): number => {
  if (type === 'salutation') {
    const first = blocks.findIndex((block) => !isOpening(block.type));
    return first < 0 ? blocks.length : first;
  }
  const end = bodyEnd(blocks);
  if (type === 'signature') return end;
  const signature = blocks.findLastIndex((block) => block.type === 'signature');
  return signature < 0 ? end : signature + 1;
};

/** Writes the lines into the text: changed ones only, created where missing, taken away where emptied. */
export const setDocumentLines = (editor: GovEditor, lines: DocumentLines): void => {
  const before = readDocumentLines(partsOf(editor));
  for (const type of lineTypes) if (lines[type].trim() !== before[type].trim()) setLine(editor, type, lines[type]);
};

const setLine = (editor: GovEditor, type: LineType, value: string): void => {
  const part = carrier(partsOf(editor));
  const wanted = value
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const blocks = partsOf(editor)[part]!.children;
  const places = blocks.flatMap((block, index) => (block.type === type ? [index] : []));
  wanted.forEach((text, at) => {
    const index = places[at];
    if (index !== undefined) {
      if (blockText(blocks[index]!) === text && !isPrompt(blocks[index]!)) return;
      for (let leaf = blocks[index]!.children.length - 1; leaf >= 0; leaf -= 1)
        Transforms.removeNodes(editor, { at: [part, index, leaf] });
      Transforms.insertNodes(editor, { text }, { at: [part, index, 0] });
      return;
    }
    const last = places.at(-1);
    const to = last === undefined ? placeFor(partsOf(editor)[part]!.children, type) : last + 1;
    Transforms.insertNodes(editor, { type, id: createId(), children: [{ text }] }, { at: [part, to] });
    places.push(to);
  });
  for (const index of places.slice(wanted.length).reverse()) Transforms.removeNodes(editor, { at: [part, index] });
};
