import { startTransition, useCallback, useState } from 'react';
import type { GovDocument } from '../../../../shared/document/document';
import { type DocumentFacts, documentFacts } from '../../../app/outline/document-facts';
import { type OutlineRow, outlineRows, sameRows } from '../../../app/outline/outline-rows';

/** What the shell has read from the document; `document` and `rows` stay the same while only words change. */
export type Reading = Readonly<{
  /** The document the rows were made from. */
  document: GovDocument;
  rows: readonly OutlineRow[];
  facts: DocumentFacts;
}>;

const read = (document: GovDocument): Reading => ({
  document,
  rows: outlineRows(document),
  facts: documentFacts(document),
});

const sameStructure = (before: Reading, after: Reading): boolean =>
  before.document.parts.length === after.document.parts.length &&
  before.document.parts.every((part, at) => part.children.length === after.document.parts[at]!.children.length) &&
  sameRows(before.rows, after.rows);

/** Takes over what is unchanged, so that nothing is drawn again for nothing. */
const merge = (before: Reading, after: Reading): Reading => {
  const facts = JSON.stringify(before.facts) === JSON.stringify(after.facts) ? before.facts : after.facts;
  if (!sameStructure(before, after)) return { ...after, facts };
  return facts === before.facts ? before : { ...before, facts };
};

/** Outline and counts of the open document, as it was last read. */
export const useReading = (opened: GovDocument) => {
  const [reading, setReading] = useState(() => read(opened));
  const readAgain = useCallback((document: GovDocument) => {
    const now = read(document);
    startTransition(() => setReading((before) => merge(before, now)));
  }, []);
  return { reading, readAgain };
};
