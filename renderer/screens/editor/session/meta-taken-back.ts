import type { DocumentMeta } from '../../../../shared/document/document';

/**
 * Form fields when a change of them is taken back: as they were before, but for those changed again since.
 * @param after right behind the change
 * @param now what they are
 */
export const metaTakenBack = (before: DocumentMeta, after: DocumentMeta, now: DocumentMeta): DocumentMeta => {
  const fields = new Set([
    ...Object.keys(before),
    ...Object.keys(after),
    ...Object.keys(now),
  ] as (keyof DocumentMeta)[]);
  const chosen = [...fields].map((field) => [field, (now[field] === after[field] ? before : now)[field]] as const);
  return Object.fromEntries(chosen.filter(([, value]) => value !== undefined)) as DocumentMeta;
};
