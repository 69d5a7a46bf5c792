import type { DocumentMeta } from '../../document/document';
import { type DraftKind, type EditedPart, longestPart, mostEditedParts } from '../../document/edited-part';
import { type DerivedPart, isContentKey } from './derived-part';

/** Whether a part follows the plan, is the person's own, is so while the plan has changed, or lost its chapter. */
export type PartState = 'following' | 'edited' | 'outdated' | 'orphaned';

/** A part as it is shown and exported: `text` is the person's where they have edited it. */
export type ShownPart = DerivedPart &
  Readonly<{
    state: PartState;
    /** What the plan gives now; empty where its chapter is gone. */
    derived: string;
    /** As it is kept; null while nobody has edited it. */
    edited: EditedPart | null;
  }>;

/** 主要目标 of 主要目标。提出…: what a part about a chapter begins with. */
const firstWords = (text: string): string => /^[^。\n]*/.exec(text)?.[0] ?? '';

/**
 * The parts of a draft with what the person has made of them. A chapter that came back under another id (cut and
 * pasted) is known by its heading; what was edited of a chapter that is gone stands behind the last chapter.
 */
export const shownParts = (
  given: readonly DerivedPart[],
  draft: DraftKind,
  edited: readonly EditedPart[] = [],
): readonly ShownPart[] => {
  const parts = given.map((part) => ({ ...part, text: part.text.slice(0, longestPart) }));
  const own = new Map(edited.filter((one) => one.draft === draft).map((one) => [one.key, one] as const));
  const found = new Map(parts.flatMap((part) => (own.has(part.key) ? [[part.key, own.get(part.key)!] as const] : [])));
  const lost = [...own.values()].filter(({ key }) => !found.has(key));
  for (const part of parts) {
    if (!isContentKey(part.key) || found.has(part.key)) continue;
    const at = lost.findIndex(({ key, from }) => isContentKey(key) && firstWords(from) === firstWords(part.text));
    if (at >= 0) found.set(part.key, lost.splice(at, 1)[0]!);
  }
  const shown = parts.map((part): ShownPart => {
    const kept = found.get(part.key) ?? null;
    const state = !kept ? 'following' : kept.from === part.text ? 'edited' : 'outdated';
    return { ...part, text: kept?.text ?? part.text, state, derived: part.text, edited: kept };
  });
  const behind = shown.findLastIndex(({ key }) => isContentKey(key) || key === 'content') + 1 || shown.length;
  const orphans = lost.map(
    (kept): ShownPart => ({
      key: kept.key,
      heading: shown[behind - 1]?.heading ?? null,
      name: firstWords(kept.from).slice(0, 45) || '原有内容',
      text: kept.text,
      blockId: null,
      state: 'orphaned',
      derived: '',
      edited: kept,
    }),
  );
  return [...shown.slice(0, behind), ...orphans, ...shown.slice(behind)];
};

/**
 * What is kept once a part reads like this; the same words as the plan's make it follow the plan again. Null when no
 * more parts can be kept: none of the others gives way.
 */
export const withEditedPart = (
  meta: DocumentMeta,
  draft: DraftKind,
  part: Pick<ShownPart, 'key' | 'derived' | 'state' | 'edited'>,
  text: string | null,
): DocumentMeta | null => {
  const { editedParts = [], ...rest } = meta;
  const others = editedParts.filter((one) => one.draft !== draft || (one.key !== part.key && one !== part.edited));
  const follows = text === null || (text === part.derived && part.state !== 'orphaned');
  if (follows) return others.length > 0 ? { ...rest, editedParts: others } : rest;
  if (others.length >= mostEditedParts) return null;
  // What it was edited from stays until the person has looked at what is new.
  const from = part.edited?.from ?? part.derived;
  return { ...rest, editedParts: [...others, { draft, key: part.key, text: text.slice(0, longestPart), from }] };
};

/** A part is kept again as it was before it followed the plan; null when no more parts can be kept. */
export const withKeptPart = (meta: DocumentMeta, edited: EditedPart): DocumentMeta | null => {
  const { editedParts = [] } = meta;
  const others = editedParts.filter(({ draft, key }) => draft !== edited.draft || key !== edited.key);
  return others.length < mostEditedParts ? { ...meta, editedParts: [...others, edited] } : null;
};

/** The person has seen what the plan gives now, and keeps their own words. */
export const withSeenPart = (meta: DocumentMeta, { edited, key, derived }: ShownPart): DocumentMeta => ({
  ...meta,
  editedParts: (meta.editedParts ?? []).map((one) => (one === edited ? { ...one, key, from: derived } : one)),
});
