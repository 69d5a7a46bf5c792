import type { Block } from '../../../shared/document/block';
import { type GovDocument, schemaVersion } from '../../../shared/document/document';
import { blockText } from '../../../shared/document/plain-text';
import type { TextLeaf } from '../../../shared/document/text';
import { recogniseText } from '../../../shared/recognise/recognise';
import { referTo } from '../../../shared/templates/template-of';
import { findTemplate } from '../../../shared/templates/templates';

/** `{待填}` in an example stands for a placeholder, `{引用：附件1}` for a reference to something that is not there. */
const leaves = (text: string): TextLeaf[] =>
  [...text.matchAll(/\{(引用：)?([^}]+)\}|[^{]+/g)].map(([plain, reference, words]) => {
    if (words === undefined) return { text: plain };
    return reference
      ? { text: words, ref: 'nowhere-1' }
      : { text: words, placeholder: { key: 'prompt-1', kind: 'text' } };
  });

/** A document of the given blocks under a title. */
export const documentOf = (blocks: readonly Block[], title = '云川市标准化工作实施方案'): GovDocument => ({
  schemaVersion,
  id: 'example-1',
  meta: { genre: 'implementation-scheme' },
  parts: [
    {
      type: 'part',
      id: 'example-part',
      kind: 'main',
      numbering: {},
      children: [{ type: 'title', id: 'example-title', children: [{ text: title }] }, ...blocks],
    },
  ],
  setAside: [],
});

/** What an example calls the form fields. */
const metaKeys: Readonly<Record<string, keyof GovDocument['meta']>> = {
  紧急程度: 'urgency',
  份号: 'copyNumber',
  密级: 'secrecy',
  抄送: 'copyTo',
  印发日期: 'printingDate',
  发文字号: 'documentNumber',
};

/** `甲\t乙|丙\t丁`: rows apart by |, cells by tabs. */
const tableOf = (rows: string): Block => ({
  type: 'table',
  id: 'example-table',
  children: rows.split('|').map((row) => ({
    type: 'row',
    children: row.split('\t').map((text) => ({ type: 'cell', children: [{ text }] })),
  })),
});

/** `【图片】站点分布` in an example stands for a picture with this caption. */
const withPictures = (document: GovDocument): GovDocument => {
  const draw = (block: Block): Block => {
    const caption = block.type === 'paragraph' ? /^【图片】(.*)$/.exec(blockText(block))?.[1] : undefined;
    if (caption === undefined) return block;
    const picture = { sha256: '0'.repeat(64), mime: 'image/png', widthPx: 4, heightPx: 3, widthPercent: 50 } as const;
    return { type: 'picture', id: block.id, picture, children: [{ text: caption }] };
  };
  return { ...document, parts: document.parts.map((part) => ({ ...part, children: part.children.map(draw) })) };
};

/** The document a rule's example stands for, with a template where the first line names one: several lines are recognised, a single one is a paragraph or the title. */
export const exampleDocument = (example: string): GovDocument => {
  const [, id, rest] = /^模板：(\S+)\n(.+)$/s.exec(example) ?? [];
  if (id && rest) return { ...recogniseText(rest).document, template: referTo(findTemplate(id)!) };
  const [, words, text] = /^底稿：(\S+)\n(.+)$/s.exec(example) ?? [];
  if (words && text) {
    const { document } = recogniseText(text);
    const leftovers = words.split('|').map((word) => ({ kind: 'year' as const, text: word }));
    return { ...document, meta: { ...document.meta, leftovers } };
  }
  const [, heading, number, main] = /^锁定编号：([^=]+)=(\S+)\n(.+)$/s.exec(example) ?? [];
  if (heading && number && main) {
    const { document } = recogniseText(main);
    const lock = (block: Block): Block =>
      block.type === 'clause' && block.children[0]?.text.startsWith(heading)
        ? { ...block, fixedLabel: number, locked: true }
        : block;
    return { ...document, parts: document.parts.map((part) => ({ ...part, children: part.children.map(lock) })) };
  }
  const fields = /^文件信息：([^\n=]+)=([^\n]*)\n/.exec(example);
  if (fields) {
    const document = recogniseText(example.slice(fields[0].length)).document;
    return { ...document, meta: { ...document.meta, [metaKeys[fields[1]!]!]: fields[2]! } };
  }
  const [, kind, line = ''] = /^(主送|附注)：(.+)$/.exec(example) ?? [];
  if (kind !== undefined)
    return documentOf([
      { type: kind === '主送' ? 'salutation' : 'note', id: 'example-text', children: [{ text: line }] },
    ]);
  const rows = /^表格：(.+)$/s.exec(example)?.[1];
  if (rows !== undefined) return documentOf([tableOf(rows)]);
  if (example.includes('\n')) return withPictures(recogniseText(example).document);
  const title = /^标题：(.+)$/.exec(example)?.[1];
  return title === undefined
    ? documentOf([{ type: 'paragraph', id: 'example-text', children: leaves(example) }])
    : documentOf([], title);
};
