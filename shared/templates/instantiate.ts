import type { Block, TableRow } from '../document/block';
import { createId } from '../document/block-id';
import { type GovDocument, type Part, schemaVersion } from '../document/document';
import { leavesText } from '../document/plain-text';
import type { PlaceholderKind, TextLeaf } from '../document/text';
import type { Template, TemplateSection } from './template';
import { numberColumns, type TemplateBlock, templateTokens } from './template-blocks';
import { referTo } from './template-of';

type Values = Readonly<Record<string, string>>;

/** Turns template text into leaves: `{key}` becomes its value or a placeholder, `[提示]` a placeholder. */
export type LeafWriter = (text: string) => TextLeaf[];

type LeafWriterOptions = Readonly<{
  /** Writes the samples behind the prompts, `[提示|示例]`, instead of leaving placeholders. */
  samples?: boolean;
}>;

/** What a prompt asks for, by its last words. */
const promptKind = (prompt: string): PlaceholderKind => {
  if (/单位(?:名称.?)?$/.test(prompt)) return prompt.startsWith('计量') ? 'text' : 'bureau';
  if (/(?:数值|数量.?)$/.test(prompt)) return 'number';
  return /日期$/.test(prompt) ? 'date' : 'text';
};

/** A writer that fills in the given values; a missing or blank one stays a placeholder showing its label. */
export const createLeafWriter = (
  template: Pick<Template, 'placeholders'>,
  values: Values,
  { samples = false }: LeafWriterOptions = {},
): LeafWriter => {
  const fields = new Map(template.placeholders.map((field) => [field.key, field]));
  let prompts = 0;
  return (text) => {
    const leaves: TextLeaf[] = [];
    const write = (plain: string) => {
      const last = leaves.at(-1);
      if (plain === '') return;
      if (last && !last.placeholder) leaves[leaves.length - 1] = { text: last.text + plain };
      else leaves.push({ text: plain });
    };
    for (const [token, key, prompt, sample] of text.matchAll(templateTokens)) {
      const field = key === undefined ? undefined : fields.get(key);
      if (field) {
        const value = values[field.key]?.trim();
        if (value) write(value);
        else leaves.push({ text: field.label, placeholder: { key: field.key, kind: field.kind } });
      } else if (prompt !== undefined && samples && sample !== undefined) {
        for (const leaf of createLeafWriter(template, values)(sample)) write(leaf.text);
      } else if (prompt !== undefined) {
        prompts += 1;
        leaves.push({ text: prompt, placeholder: { key: `prompt-${prompts}`, kind: promptKind(prompt) } });
      } else write(token);
    }
    return leaves.length > 0 ? leaves : [{ text: '' }];
  };
};

const buildBlock = (block: TemplateBlock, leaves: LeafWriter): Block[] => {
  const id = createId();
  switch (block.type) {
    case 'clause':
      return [
        { type: 'clause', id, level: block.level, ...(block.runIn && { runIn: true }), children: leaves(block.text) },
      ];
    case 'box': {
      const boxId = createId();
      return [
        { type: 'boxTitle', id, boxId, children: leaves(block.title) },
        ...block.blocks.map(
          (inner): Block => ({ type: inner.type, id: createId(), boxId, children: leaves(inner.text) }),
        ),
      ];
    }
    case 'table': {
      const head: TableRow = {
        type: 'row',
        header: true,
        children: block.columns.map(({ title }) => ({ type: 'cell', children: leaves(title) })),
      };
      const rows = block.rows.map(
        (texts): TableRow => ({
          type: 'row',
          children: texts.map((text, column) => ({
            type: 'cell',
            ...(numberColumns.has(block.columns[column]!.kind) && { kind: 'number' }),
            children: leaves(text),
          })),
        }),
      );
      return [{ type: 'table', id, children: [head, ...rows] }];
    }
    default:
      return [{ type: block.type, id, children: leaves(block.text) }];
  }
};

/** Blocks of one section, heading first; a run-in heading takes the section's first text behind it. */
export const buildSection = ({ heading, blocks }: TemplateSection, leaves: LeafWriter): Block[] => {
  if (!heading) return blocks.flatMap((block) => buildBlock(block, leaves));
  const [first, ...rest] = blocks;
  const behind = heading.runIn && first && 'text' in first ? first.text : undefined;
  const clause: Block = {
    type: 'clause',
    id: createId(),
    level: heading.level,
    ...(behind !== undefined && { runIn: true }),
    children: leaves(behind === undefined ? heading.text : `${heading.text}。${behind}`),
  };
  return [clause, ...(behind === undefined ? blocks : rest).flatMap((block) => buildBlock(block, leaves))];
};

export type DraftOptions = Readonly<{
  /** Ids of sections that are off by default and wanted all the same. */
  include?: readonly string[];
  /** Fills prompts with the template's samples. */
  samples?: boolean;
}>;

/** A new document from a template. Given values become text, missing ones stay placeholders. */
export const instantiate = (
  template: Template,
  values: Values,
  { include = [], samples = false }: DraftOptions = {},
): GovDocument => {
  const leaves = createLeafWriter(template, values, { samples });
  const wanted = (section: TemplateSection) => section.included || include.includes(section.id);
  const parts = template.parts
    .map(
      (part): Part => ({
        type: 'part',
        id: createId(),
        kind: part.kind,
        numbering: part.numbering,
        children: part.sections.filter(wanted).flatMap((section) => buildSection(section, leaves)),
      }),
    )
    .filter((part) => part.children.length > 0);
  const organ = leaves(template.issuingOrgan ?? '');
  const issuingOrgan = organ.some((leaf) => leaf.placeholder) ? '' : leavesText(organ);
  return {
    schemaVersion,
    id: createId(),
    template: referTo(template, values),
    meta: { genre: template.genre, ...(issuingOrgan && { issuingOrgan }) },
    parts,
    setAside: [],
  };
};
