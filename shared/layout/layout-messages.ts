import type { Block } from '../document/block';
import type { GovDocument } from '../document/document';
import { blockText } from '../document/plain-text';
import type { TextLeaf } from '../document/text';
import type { LayoutOptions } from './layout-options';
import { printable } from './printable';

/** What the layout has found out on its way. */
export type LayoutFacts = Readonly<{
  organs: readonly string[];
  labels: ReadonlyMap<string, string>;
  /** 主送机关 stand in 版记: page 1 had no room for them and for text. */
  movedAddressees: boolean;
  /** Head, title and addressees fill page 1. */
  textOffFirstPage: boolean;
  /** Some of 署名 and 成文日期 stands on a page without text. */
  closingApart: boolean;
}>;

const leavesOf = (block: Block): readonly TextLeaf[] =>
  block.type === 'table'
    ? block.children.flatMap((row) => row.children.flatMap((cell) => cell.children))
    : block.children;

/** At most three examples: a message is read, not searched. */
const examples = (texts: readonly string[]): string => {
  const distinct = [...new Set(texts)];
  return `${distinct.slice(0, 3).join('、')}${distinct.length > 3 ? '等' : ''}`;
};

/** Fields that this format has no place for. */
const unprinted = ({ meta }: GovDocument, { format }: LayoutOptions): string[] => {
  if (format === 'plain') {
    const fields = [
      ...(meta.documentNumber ? [`发文字号“${meta.documentNumber}”`] : []),
      ...(meta.copyNumber ? ['份号'] : []),
      ...(meta.secrecy ? ['密级'] : []),
      ...(meta.urgency ? ['紧急程度'] : []),
      ...(meta.signers?.length ? ['签发人'] : []),
    ];
    return fields.length > 0 ? [`未选版头，${fields.join('、')}没有印出。`] : [];
  }
  if (format !== 'letter') return [];
  const fields = [
    ...(meta.signers?.length ? ['签发人'] : []),
    ...(meta.printingOrgan || meta.printingDate ? ['印发机关和印发日期'] : []),
  ];
  return fields.length > 0 ? [`信函格式不印${fields.join('、')}。`] : [];
};

const headMessages = (document: GovDocument, options: LayoutOptions, facts: LayoutFacts): string[] => {
  const { meta } = document;
  const messages = unprinted(document, options);
  if (options.format !== 'plain') {
    const organs = facts.organs.join('、');
    if (organs === '') messages.push('未填发文机关，版头的发文机关标志留空。请在文件信息中填写后重新导出。');
    else if (!meta.issuingOrgan) messages.push(`未填发文机关，版头按“${organs}”印出。不对时请在文件信息中填写。`);
    if (!meta.documentNumber) messages.push('未填发文字号，版头中留空。');
  }
  if (meta.secrecy) messages.push('文稿标有密级。涉密文稿不得在本软件中处理。');
  if (facts.movedAddressees) messages.push('主送机关过多，首页排不下正文，已移到版记中抄送机关的上方。');
  if (facts.textOffFirstPage)
    messages.push('版头和标题占满了首页，正文排到了第二页。请缩短标题，或在版式设置中让发文机关标志只列主办机关。');
  if (facts.closingApart)
    messages.push(
      '署名和成文日期有一部分排在没有正文的页上。请增减正文；联合行文机关较多时，可在导出时改选“不加盖印章”。',
    );
  return messages;
};

/** What the clerk should know about an export, in reading order; empty when nothing needs a look. */
export const layoutMessages = (document: GovDocument, options: LayoutOptions, facts: LayoutFacts): string[] => {
  const messages = headMessages(document, options, facts);
  const { labels } = facts;
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
      block.type !== 'picture' &&
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
