import type { Block, Clause, Table, TableRow } from './block';
import { createId } from './block-id';
import type { GovDocument } from './document';

/** A chapter heading (一、 …) of a document that the app itself writes. */
export const derivedHeading = (text: string): Clause => ({
  type: 'clause',
  id: createId(),
  level: 1,
  children: [{ text }],
});

export const derivedParagraph = (text: string): Block => ({ type: 'paragraph', id: createId(), children: [{ text }] });

const row = (texts: readonly string[], header: boolean): TableRow => ({
  type: 'row',
  ...(header && { header: true }),
  children: texts.map((text) => ({ type: 'cell', children: [{ text }] })),
});

/** A table under a head row that is repeated on every page. */
export const derivedTable = (head: readonly string[], rows: readonly (readonly string[])[]): Table => ({
  type: 'table',
  id: createId(),
  children: [row(head, true), ...rows.map((texts) => row(texts, false))],
});

/** A document that follows from another one: 对照表, 核稿单. */
export const derivedDocument = (title: string, blocks: readonly Block[]): GovDocument => ({
  schemaVersion: 1,
  id: createId(),
  meta: { genre: 'other' },
  parts: [
    {
      type: 'part',
      id: createId(),
      kind: 'main',
      numbering: {},
      children: [{ type: 'title', id: createId(), children: [{ text: title }] }, ...blocks],
    },
  ],
  setAside: [],
});
