import { z } from 'zod';
import data from '../../assets/dictionaries/usual-lengths.json';
import type { GovDocument, Part } from '../document/document';
import type { DocumentFunction } from '../functions/types';
import { buildOutline } from '../numbering/build-outline';
import { computeLabels } from '../numbering/compute-labels';
import { countCharacters } from './count-characters';
import type { Finding, Severity } from './types';

/** What a part is for, as far as its length goes: 总体要求 holds guiding ideology and often the goals. */
const tileKinds = ['notice', 'opening', 'overall', 'goals', 'tasks', 'safeguards', 'chapter', 'attachment'] as const;
type TileKind = (typeof tileKinds)[number];

/**
 * Characters that a part of a kind usually has: the middle 70 of 100 in published plans, opinions and schemes.
 * Kinds that differ too much to say anything are not in it.
 */
export const usualLengthsSchema = z.partialRecord(z.enum(tileKinds), z.tuple([z.number().int(), z.number().int()]));
const usualLengths = usualLengthsSchema.parse(data);

/** One part at a glance: a chapter, what stands before the first, the notice, an attachment. */
export type PartTile = Readonly<{
  /** The block it begins with. */
  blockId: string;
  blockIds: readonly string[];
  kind: TileKind;
  name: string;
  characters: number;
  /** From, to; null where there is no usual length. */
  usual: readonly [number, number] | null;
  /** The function it serves most; null when none. */
  function: DocumentFunction | null;
}>;

const kindOf = (served: ReadonlySet<DocumentFunction>, main: DocumentFunction | null): TileKind => {
  if (served.has('guidingIdeology')) return 'overall';
  if (main === 'goals' || main === 'tasks' || main === 'safeguards') return main;
  return 'chapter';
};

/** Every part of a document in order, each with its length against what is usual. */
export const mapParts = (
  document: Pick<GovDocument, 'parts'>,
  functions: ReadonlyMap<string, DocumentFunction>,
): readonly PartTile[] => {
  const labels = computeLabels(document);
  const outline = buildOutline(document, labels);
  const tile = (part: Part, start: number, end: number, name: string, kind?: TileKind): PartTile => {
    const blocks = part.children.slice(start, end);
    const amounts = new Map<DocumentFunction, number>();
    for (const block of blocks) {
      const served = functions.get(block.id);
      if (served) amounts.set(served, (amounts.get(served) ?? 0) + countCharacters([{ ...part, children: [block] }]));
    }
    const main = [...amounts].toSorted((one, other) => other[1] - one[1])[0]?.[0] ?? null;
    const own = kind ?? kindOf(new Set(amounts.keys()), main);
    return {
      blockId: blocks[0]!.id,
      blockIds: blocks.map(({ id }) => id),
      kind: own,
      name,
      characters: countCharacters([{ ...part, children: blocks }]),
      usual: usualLengths[own] ?? null,
      function: main,
    };
  };
  return document.parts.flatMap((part, at) => {
    const { children } = part;
    const root = outline[at]!;
    if (part.kind === 'notice') return [tile(part, 0, children.length, '印发通知', 'notice')];
    if (part.kind === 'attachment')
      return [tile(part, 0, children.length, [root.label, root.text].filter(Boolean).join('：'), 'attachment')];
    const chapters = root.children.filter(({ kind, level }) => kind === 'clause' && level === 1);
    const first = chapters[0]?.start ?? children.length;
    return [
      ...(first > 0 ? [tile(part, 0, first, chapters.length > 0 ? '标题和导语' : '正文', 'opening')] : []),
      ...chapters.map(({ start, end, label, text }) =>
        tile(part, start, end, `${label}${text.replace(/[。：；]$/, '')}`),
      ),
    ];
  });
};

/** How a length stands to what is usual. */
export const compareLength = ({ characters, usual }: PartTile): 'short' | 'usual' | 'long' | null =>
  usual === null ? null : characters < usual[0] ? 'short' : characters > usual[1] ? 'long' : 'usual';

/** Findings in each part by severity, in the order of the tiles. O(blocks + findings). */
export const countByTile = (
  tiles: readonly PartTile[],
  findings: readonly Finding[],
): readonly Readonly<Record<Severity, number>>[] => {
  const tileOf = new Map(tiles.flatMap(({ blockIds }, at) => blockIds.map((id) => [id, at] as const)));
  const counts = tiles.map((): Record<Severity, number> => ({ must: 0, should: 0, hint: 0 }));
  for (const { blockId, severity } of findings) {
    const at = blockId === null ? undefined : tileOf.get(blockId);
    if (at !== undefined) counts[at]![severity] += 1;
  }
  return counts;
};
