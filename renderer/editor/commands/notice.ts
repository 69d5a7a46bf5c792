import { Editor, Node, Transforms } from 'slate';
import type { Block } from '../../../shared/document/block';
import { createId } from '../../../shared/document/block-id';
import type { Genre, Part } from '../../../shared/document/document';
import { blockText } from '../../../shared/document/plain-text';
import type { TextLeaf } from '../../../shared/document/text';
import { bodyEnd, isClosing, isOpening, partsOf } from '../model/blocks';
import type { GovEditor } from '../slate-types';

/** Genres that are no 法定文种 (条例, art. 8): they are issued by a notice. */
const wrapped: ReadonlySet<Genre> = new Set(['plan', 'action-plan', 'implementation-scheme', 'measures']);

/** Whether a document can be given a 印发通知. */
export const canHaveNotice = (genre: Genre): boolean => wrapped.has(genre);

export const hasNotice = (parts: readonly Part[]): boolean => parts.some(({ kind }) => kind === 'notice');

type Prompt = Readonly<{ text: string; key: string; kind: NonNullable<TextLeaf['placeholder']>['kind'] }>;
const prompt = ({ text, key, kind }: Prompt): TextLeaf => ({ text, placeholder: { key, kind } });
const recipients: Prompt = { text: '主送机关', key: 'notice-recipients', kind: 'text' };
const issuer: Prompt = { text: '发文机关', key: 'notice-issuer', kind: 'text' };
const date: Prompt = { text: '成文日期', key: 'notice-date', kind: 'date' };

const textBlock = (type: 'title' | 'salutation' | 'paragraph' | 'signature' | 'dateLine', ...children: TextLeaf[]) =>
  ({ type, id: createId(), children }) satisfies Block;

/** Asked for by the notice itself, and not yet answered. */
const isOwnPrompt = (block: Block): boolean =>
  [...Node.texts(block)].some(([leaf]) => leaf.placeholder?.key.startsWith('notice-'));

const isPrompt = (block: Block): boolean => [...Node.texts(block)].some(([leaf]) => leaf.placeholder !== undefined);

/** Moves the blocks a part has of some kinds, one by one, to the places from `to` on of another part. */
const moveBlocks = (
  editor: GovEditor,
  from: number,
  to: readonly [number, number],
  take: (block: Block) => boolean,
) => {
  let moved = 0;
  for (let index = 0; index < partsOf(editor)[from]!.children.length; ) {
    if (take(partsOf(editor)[from]!.children[index]!)) {
      Transforms.moveNodes(editor, { at: [from, index], to: [to[0], to[1] + moved] });
      moved += 1;
    } else index += 1;
  }
};

/**
 * Puts a 印发通知 before the text, with its title made from the text's, the usual sentence, and the recipients,
 * signature, date and remarks taken over from the text; what is lacking is asked for.
 * @param organ issuing organ of the form, for want of a signature
 */
export const addNotice = (editor: GovEditor, organ: string | undefined): void => {
  const parts = partsOf(editor);
  if (hasNotice(parts)) return;
  const main = parts.findIndex(({ kind }) => kind === 'main');
  const { children } = parts[main]!;
  const titleBlock = children.find(({ type }) => type === 'title');
  const title = titleBlock && !isPrompt(titleBlock) ? blockText(titleBlock).trim() : '';
  const signature = children.find(({ type }) => type === 'signature');
  const signed = signature && !isPrompt(signature) ? blockText(signature).trim() : (organ ?? '');
  const name: TextLeaf[] =
    title === '' ? [prompt({ text: '文件名称', key: 'title', kind: 'text' })] : [{ text: title }];
  const lacks = (type: Block['type']): boolean => !children.some((block) => block.type === type);
  const notice: Part = {
    type: 'part',
    id: createId(),
    kind: 'notice',
    numbering: {},
    children: [
      textBlock('title', signed === '' ? prompt(issuer) : { text: signed }, { text: '关于印发《' }, ...name, {
        text: '》的通知',
      }),
      ...(lacks('salutation') ? [textBlock('salutation', prompt(recipients), { text: '：' })] : []),
      textBlock('paragraph', { text: '现将《' }, ...name, { text: '》印发给你们，请结合实际，认真组织实施。' }),
      ...(lacks('signature') ? [textBlock('signature', signed === '' ? prompt(issuer) : { text: signed })] : []),
      ...(lacks('dateLine') ? [textBlock('dateLine', prompt(date))] : []),
    ],
  };
  Transforms.insertNodes(editor, notice, { at: [0] });
  const source = main + 1;
  moveBlocks(editor, source, [0, 1], ({ type }) => type === 'salutation');
  for (const type of ['signature', 'dateLine', 'note'] as const) {
    const places = { signature: ['dateLine', 'note'], dateLine: ['note'], note: [] } as const;
    const before = partsOf(editor)[0]!.children.findIndex((block) =>
      (places[type] as readonly string[]).includes(block.type),
    );
    const at = before < 0 ? partsOf(editor)[0]!.children.length : before;
    moveBlocks(editor, source, [0, at], (block) => block.type === type);
  }
  Transforms.select(editor, Editor.end(editor, [0, 0]));
};

/** Takes the 印发通知 away; its recipients, signature, date and remarks go back to the text where that has none. */
export const removeNotice = (editor: GovEditor): void => {
  const parts = partsOf(editor);
  const at = parts.findIndex(({ kind }) => kind === 'notice');
  const main = parts.findIndex(({ kind }) => kind === 'main');
  if (at < 0) return;
  const own = new Set(parts[main]!.children.map(({ type }) => type));
  const goesBack = (block: Block): boolean => !own.has(block.type) && !isOwnPrompt(block);
  const opening = parts[main]!.children.findIndex(({ type }) => !isOpening(type));
  const start = opening < 0 ? parts[main]!.children.length : opening;
  moveBlocks(editor, at, [main, start], (block) => block.type === 'salutation' && goesBack(block));
  const { children } = partsOf(editor)[main]!;
  const end = own.has('note') && !own.has('dateLine') ? bodyEnd(children) : children.length;
  moveBlocks(editor, at, [main, end], (block) => isClosing(block.type) && goesBack(block));
  Transforms.removeNodes(editor, { at: [at] });
  Transforms.select(editor, Editor.start(editor, [main - 1]));
};
