import type { DocumentMeta, GovDocument } from '../document/document';
import { blockText } from '../document/plain-text';
import type { Waiver } from '../document/waiver';
import type { Finding, WaivedFinding } from './types';

/** 53-bit hash (cyrb53) as a short text: tells texts apart, keeps none of them. */
const fingerprint = (text: string): string => {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
};

/**
 * What a waiver is bound to: what is said, and the whole text of the block it is said of. A finding about the whole
 * document is known by its words alone; the counts in them change with every key.
 */
const contentOf = (finding: Finding, text: string): string =>
  fingerprint(
    finding.blockId === null ? finding.message.replace(/\d+/g, '') : `${finding.message}\n${finding.excerpt}\n${text}`,
  );

const keyOf = (rule: string, blockId: string | null, content: string): string => `${rule} ${blockId} ${content}`;

const textsOf = (document: Pick<GovDocument, 'parts'>, ids: ReadonlySet<string | null>): ReadonlyMap<string, string> =>
  new Map(
    document.parts.flatMap((part) =>
      part.children.flatMap((block) => (ids.has(block.id) ? [[block.id, blockText(block)] as const] : [])),
    ),
  );

/** Which findings are open, and which stand with a reason that still holds. */
export const separateWaived = (
  document: Pick<GovDocument, 'parts' | 'meta'>,
  findings: readonly Finding[],
): Readonly<{ open: readonly Finding[]; waived: readonly WaivedFinding[] }> => {
  const { waivers = [] } = document.meta;
  if (waivers.length === 0) return { open: findings, waived: [] };
  const texts = textsOf(document, new Set(waivers.map(({ blockId }) => blockId)));
  const known = new Map(waivers.map((waiver) => [keyOf(waiver.rule, waiver.blockId, waiver.content), waiver] as const));
  const open: Finding[] = [];
  const waived: WaivedFinding[] = [];
  for (const finding of findings) {
    const text = finding.blockId === null ? '' : texts.get(finding.blockId);
    const waiver =
      text === undefined ? undefined : known.get(keyOf(finding.rule, finding.blockId, contentOf(finding, text)));
    if (waiver) waived.push({ finding, waiver });
    else open.push(finding);
  }
  return { open, waived };
};

/** The form fields with these findings let stand. */
export const waive = (
  document: Pick<GovDocument, 'parts' | 'meta'>,
  findings: readonly Finding[],
  why: Pick<Waiver, 'reason' | 'text' | 'by' | 'at'>,
): DocumentMeta => {
  const texts = textsOf(document, new Set(findings.map(({ blockId }) => blockId)));
  const added = new Map<string, Waiver>();
  for (const finding of findings) {
    const { rule, blockId } = finding;
    const content = contentOf(finding, blockId === null ? '' : (texts.get(blockId) ?? ''));
    added.set(keyOf(rule, blockId, content), { rule, blockId, content, ...why });
  }
  const { waivers = [] } = document.meta;
  const kept = waivers.filter(({ rule, blockId, content }) => !added.has(keyOf(rule, blockId, content)));
  return { ...document.meta, waivers: [...kept, ...added.values()] };
};

/** The form fields without a waiver: what it covered is open again. */
export const takeBackWaiver = (meta: DocumentMeta, waiver: Waiver): DocumentMeta => {
  const kept = (meta.waivers ?? []).filter(
    ({ rule, blockId, content }) => rule !== waiver.rule || blockId !== waiver.blockId || content !== waiver.content,
  );
  const { waivers: _, ...rest } = meta;
  return kept.length > 0 ? { ...rest, waivers: kept } : rest;
};
