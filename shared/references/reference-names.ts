import { assertNever } from '../assert-never';
import type { Block, Clause, Level } from '../document/block';
import type { GovDocument, Part } from '../document/document';
import { headingText } from '../document/heading-text';
import { blockText } from '../document/plain-text';
import { computeLabels } from '../numbering/compute-labels';

/** Something that can be referred to: a numbered clause, a 专栏, a table or picture with a caption or an attachment. */
export type ReferenceTarget = Readonly<{
  id: string;
  /** As it is called in the part of the document it was asked for. */
  name: string;
  /** Its heading or title. */
  text: string;
}>;

export type ReferenceNames = Readonly<{
  /** What a clause, 专栏, table, picture or attachment is called in the part `from`; undefined when there is no such thing, or it has no number. */
  nameOf(id: string, from: string): string | undefined;
  /** All of them in reading order. */
  targets(from: string): ReferenceTarget[];
}>;

type Entry = Readonly<{ part: Part; name: string; text: string; anywhere: boolean }>;

const units: Readonly<Record<Level, string>> = { 1: '部分', 2: '条', 3: '项', 4: '目' };

/** 二、→ 第二部分 · （三）→ 第（三）条 · （三）之一 → 第（三）条之一 · 1. → 第1项 · （1）→ 第（1）目; 第一章 stays. */
const clauseName = (level: Level, label: string): string => {
  if (label.startsWith('第')) return label.trim();
  const [, number = label, inserted = ''] = /^(.+?)(之[一二三四五六七八九十百]+)?[、.．]?$/.exec(label.trim()) ?? [];
  return `第${number}${units[level]}${inserted}`;
};

const titleOf = (part: Part): string => {
  const title = part.children.find((block) => block.type === 'title');
  return title ? blockText(title) : '';
};

const partName = (part: Part, labels: ReadonlyMap<string, string>): string => {
  switch (part.kind) {
    case 'notice':
      return '通知';
    case 'main':
      return '正文';
    case 'attachment':
      return labels.get(part.id) ?? '附件';
    default:
      return assertNever(part.kind);
  }
};

/** Names of the clauses, 专栏, tables and pictures of a part: as much of the path as their numbering needs to be found by. */
const namePart = (part: Part, labels: ReadonlyMap<string, string>, entries: Map<string, Entry>): void => {
  /** Names of the open clauses by level; index 0 is the 专栏 when inside one. */
  let open: (string | undefined)[] = [];
  let inBox: string | undefined;
  let outside: (string | undefined)[] = [];
  const put = (block: Block, name: string, text: string, anywhere: boolean): void => {
    entries.set(block.id, { part, name, text, anywhere });
  };
  const above = ({ level, boxId }: Clause): string => {
    const scope = level === 1 ? 'part' : (boxId === undefined && part.numbering[level]) || 'parent';
    if (scope === 'part') return open[0] ?? '';
    return (scope === 'chapter' ? open[1] : open.slice(0, level).findLast((name) => name !== undefined)) ?? '';
  };
  for (const block of part.children) {
    const boxId = 'boxId' in block ? block.boxId : undefined;
    if (boxId !== inBox) {
      if (inBox === undefined) outside = open;
      open = boxId === undefined ? outside : [];
      inBox = boxId;
    }
    const label = labels.get(block.id);
    if (block.type === 'boxTitle' && label !== undefined) {
      open = [label];
      put(block, label, blockText(block), true);
    }
    if (block.type === 'table' && label !== undefined) put(block, label, block.caption ?? '', true);
    if (block.type === 'picture' && label !== undefined) put(block, label, blockText(block), true);
    if (block.type !== 'clause') continue;
    const name = label === undefined ? undefined : above(block) + clauseName(block.level, label);
    open.length = Math.min(open.length, block.level);
    open[block.level] = name;
    if (name !== undefined) put(block, name, headingText(block), boxId !== undefined);
  }
};

/**
 * How everything with a number is called where a text refers to it: 第二部分第（三）条 (条、项、目 as statutes count
 * below 部分), 专栏2, 表1, 图1, 附件1; from another part with that part's name before it. One pass, O(n).
 */
export const referenceNames = (
  document: Pick<GovDocument, 'parts'>,
  labels: ReadonlyMap<string, string> = computeLabels(document),
): ReferenceNames => {
  const entries = new Map<string, Entry>();
  for (const part of document.parts) {
    const label = labels.get(part.id);
    if (label !== undefined) entries.set(part.id, { part, name: label, text: titleOf(part), anywhere: true });
    namePart(part, labels, entries);
  }
  const name = ({ part, name: own, anywhere }: Entry, from: string): string =>
    anywhere || part.id === from ? own : partName(part, labels) + own;
  return {
    nameOf: (id, from) => {
      const entry = entries.get(id);
      return entry && name(entry, from);
    },
    targets: (from) => [...entries].map(([id, entry]) => ({ id, name: name(entry, from), text: entry.text })),
  };
};
