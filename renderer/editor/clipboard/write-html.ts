import { assertNever } from '../../../shared/assert-never';
import type { Block, Table, TextBlock } from '../../../shared/document/block';
import { leadEnd } from '../../../shared/document/heading-text';
import { isHeading } from '../../../shared/document/is-heading';
import type { TextLeaf } from '../../../shared/document/text';
import { boxIdOf } from '../model/blocks';

/** A block to be copied with its number; empty where it has none or is copied without it. */
export type CopiedBlock = Readonly<{ block: Block; label: string }>;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const toHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign]!).replaceAll('\n', '<br>');

/** Faces of GB/T 9704-2012, 5.2.2 and 7.3.3, in the names Word knows. */
const faces = { song: '仿宋_GB2312', kai: '楷体_GB2312', hei: '黑体', title: '方正小标宋简体' } as const;
const face = (name: keyof typeof faces): string =>
  `font-family:'${faces[name]}';mso-fareast-font-family:'${faces[name]}'`;

const writeLeaf = ({ text, bold }: TextLeaf): string => (bold ? `<b>${toHtml(text)}</b>` : toHtml(text));

/** Leaves up to an offset and from it on. */
const cutAt = (leaves: readonly TextLeaf[], offset: number): readonly [TextLeaf[], TextLeaf[]] => {
  const before: TextLeaf[] = [];
  const behind: TextLeaf[] = [];
  let at = 0;
  for (const leaf of leaves) {
    const cut = Math.max(0, Math.min(offset - at, leaf.text.length));
    if (cut > 0) before.push({ ...leaf, text: leaf.text.slice(0, cut) });
    if (cut < leaf.text.length) behind.push({ ...leaf, text: leaf.text.slice(cut) });
    at += leaf.text.length;
  }
  return [before, behind];
};

const write = (leaves: readonly TextLeaf[]): string => leaves.map(writeLeaf).join('');

const paragraph = (style: string, content: string, tag = 'p'): string =>
  `<${tag} style="margin:0;line-height:29pt;${style}">${content}</${tag}>`;
const indented = `text-indent:32pt;font-size:16pt;${face('song')}`;

const clauseFaces = { 1: 'hei', 2: 'kai', 3: 'song', 4: 'song' } as const;

/** A heading that stands alone is one for Word; a lead has its face, and its paragraph the level in the outline. */
const writeClause = (block: Extract<TextBlock, { type: 'clause' }>, label: string): string => {
  const style = `text-indent:32pt;font-size:16pt;font-weight:normal;${face(clauseFaces[block.level])}`;
  if (!isHeading(block) || block.boxId !== undefined) return paragraph(indented, toHtml(label) + write(block.children));
  const outline = `mso-outline-level:${block.level}`;
  if (!block.runIn) return paragraph(`${style};${outline}`, toHtml(label) + write(block.children), `h${block.level}`);
  const [lead, rest] = cutAt(block.children, leadEnd(block));
  const head = `<span style="${face(clauseFaces[block.level])}">${toHtml(label)}${write(lead)}</span>`;
  return paragraph(`${indented};${outline}`, head + write(rest));
};

const writeText = (block: TextBlock, label: string): string => {
  const content = write(block.children);
  switch (block.type) {
    case 'title':
      return `<p class="MsoTitle" style="margin:0;text-align:center;font-size:22pt;${face('title')}">${content}</p>`;
    case 'subtitle':
      return paragraph(`text-align:center;font-size:16pt;${face('kai')}`, content);
    case 'salutation':
      return paragraph(`font-size:16pt;${face('song')}`, content);
    case 'clause':
      return writeClause(block, label);
    case 'dash':
      return paragraph(indented, `——${content}`);
    case 'responsibility':
      return paragraph(`text-indent:32pt;font-size:16pt;${face('kai')}`, content);
    case 'boxTitle':
      return paragraph(`text-align:center;font-size:14pt;${face('hei')}`, `${label && `${toHtml(label)}　`}${content}`);
    case 'picture':
      return content === ''
        ? ''
        : paragraph(`text-align:center;font-size:14pt;${face('hei')}`, `${label && `${toHtml(label)}　`}${content}`);
    case 'signature':
    case 'dateLine':
      return paragraph(`text-align:right;font-size:16pt;${face('song')}`, content);
    case 'paragraph':
    case 'note':
      return paragraph(indented, content);
    default:
      return assertNever(block);
  }
};

const cellBorder = 'border:solid windowtext 0.75pt;padding:0 4pt';

const writeTable = (table: Table): string => {
  const line = (row: Table['children'][number]): string => {
    const cells = row.children.map(({ children, colSpan, rowSpan, kind }) => {
      const spans = `${colSpan ? ` colspan="${colSpan}"` : ''}${rowSpan ? ` rowspan="${rowSpan}"` : ''}`;
      const align = kind === 'number' ? 'right' : kind === 'text' ? 'left' : 'center';
      return `<td${spans} style="${cellBorder};text-align:${align}">${write(children)}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  };
  const heads = table.children.filter(({ header }) => header).map(line);
  const body = table.children.filter(({ header }) => !header).map(line);
  const head = heads.length > 0 ? `<thead>${heads.join('')}</thead>` : '';
  return `<table style="border-collapse:collapse;width:100%;font-size:14pt;${face('song')}">${head}<tbody>${body.join('')}</tbody></table>`;
};

const writeCaption = ({ caption }: Table, label: string): string =>
  caption === undefined || label === ''
    ? ''
    : `${paragraph(`text-align:center;font-size:14pt;${face('hei')}`, `${label}　${toHtml(caption)}`)}\n`;

/** A 专栏 as a frame of one cell, as it is exported. */
const writeBox = (content: string): string =>
  `<table style="border-collapse:collapse;width:100%"><tbody><tr><td style="${cellBorder}">${content}</td></tr></tbody></table>`;

/**
 * Blocks as a page for Word and other programs: numbers as text, headings h1 to h4 with their level in the outline,
 * tables as tables, a 专栏 as a frame. Words of one paragraph alone are only words.
 */
export const writeHtml = (copied: readonly CopiedBlock[]): string => {
  const [only] = copied;
  if (copied.length === 1 && only?.block.type === 'paragraph') return `<span>${write(only.block.children)}</span>`;
  let html = '';
  for (let at = 0; at < copied.length; ) {
    const boxId = boxIdOf(copied[at]!.block);
    let end = at + 1;
    while (boxId !== undefined && end < copied.length && boxIdOf(copied[end]!.block) === boxId) end += 1;
    const content = copied
      .slice(at, end)
      .map(({ block, label }) =>
        block.type === 'table' ? writeCaption(block, label) + writeTable(block) : writeText(block, label),
      )
      .join('\n');
    html += `${boxId === undefined ? content : writeBox(content)}\n`;
    at = end;
  }
  return `<html><head><meta charset="utf-8"></head><body>\n${html}</body></html>`;
};
