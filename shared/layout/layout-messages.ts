import type { Block } from '../document/block';
import type { GovDocument } from '../document/document';
import { blockText } from '../document/plain-text';
import type { TextLeaf } from '../document/text';
import type { LayoutOptions } from './lay-out';
import { printable } from './printable';

const leavesOf = (block: Block): readonly TextLeaf[] =>
  block.type === 'table'
    ? block.children.flatMap((row) => row.children.flatMap((cell) => cell.children))
    : block.children;

/** At most three examples: a message is read, not searched. */
const examples = (texts: readonly string[]): string => {
  const distinct = [...new Set(texts)];
  return `${distinct.slice(0, 3).join('、')}${distinct.length > 3 ? '等' : ''}`;
};

const headMessages = (document: GovDocument, options: LayoutOptions, organ: string | undefined): string[] => {
  const { meta } = document;
  const messages: string[] = [];
  if (meta.copyTo || meta.printingOrgan || meta.printingDate)
    messages.push('抄送机关、印发机关和印发日期没有印出：版记尚不支持，请在 Word 中补排。');
  if (!options.redHead)
    return meta.documentNumber ? [`未选版头，发文字号“${meta.documentNumber}”没有印出。`, ...messages] : messages;
  if (organ === undefined) messages.push('未填发文机关，版头的发文机关标志留空。请在文件信息中填写后重新导出。');
  else if (!meta.issuingOrgan) messages.push(`未填发文机关，版头按“${organ}”印出。不对时请在文件信息中填写。`);
  if (!meta.documentNumber) messages.push('未填发文字号，版头中留空。');
  if (meta.secrecy) messages.push('文稿标有密级。涉密文稿不得在本软件中处理。');
  if (meta.signers?.length) messages.push('签发人没有印出：上行文的版头尚不支持。');
  return messages;
};

/** What the clerk should know about an export, in reading order; empty when nothing needs a look. */
export const layoutMessages = (
  document: GovDocument,
  options: LayoutOptions,
  organ: string | undefined,
  labels: ReadonlyMap<string, string>,
): string[] => {
  const messages = headMessages(document, options, organ);
  const blocks = document.parts.flatMap((part) => part.children);
  const leaves = blocks.flatMap(leavesOf);
  const prompts = leaves.filter((leaf) => leaf.placeholder).map((leaf) => leaf.text);
  if (prompts.length > 0)
    messages.push(`还有 ${prompts.length} 处待填，按提示文字印出并加了底色：${examples(prompts)}。`);
  const untitled = document.parts.filter(
    (part) =>
      part.kind === 'attachment' && !part.children.some((block) => block.type === 'title' && blockText(block).trim()),
  );
  if (untitled.length > 0)
    messages.push(`${examples(untitled.map((part) => labels.get(part.id) ?? '附件'))}没有标题。`);
  const empty = blocks.filter(
    (block) =>
      block.type !== 'table' &&
      printable(blockText(block)).trim() === '' &&
      block.children.every(({ footnote }) => footnote === undefined),
  );
  const numbered = empty.filter((block) => labels.has(block.id)).map((block) => labels.get(block.id)!);
  if (numbered.length > 0) messages.push(`${numbered.length} 处只有编号没有文字：${examples(numbered)}。`);
  const skipped = empty.length - numbered.length;
  if (skipped > 0) messages.push(`${skipped} 个空段落没有印出。`);
  const stray = leaves.reduce((count, leaf) => count + leaf.text.length - printable(leaf.text).length, 0);
  if (stray > 0) messages.push(`去掉了 ${stray} 个不能印出的字符（粘贴带入的控制字符）。`);
  return messages;
};
