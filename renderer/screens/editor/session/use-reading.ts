import { startTransition, useEffect, useState } from 'react';
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

/** How long after a change the shell is brought up to date: behind the painted key, before the eye arrives. */
const delay = 40;
/** While keys follow each other the next one comes first: a pause is waited for, but not longer than this. */
const pause = 150;
const longest = 800;

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

/** Outline and counts of the open document, read shortly after each change and never during a composition. */
export const useReading = (opened: GovDocument, composing: () => boolean) => {
  const [reading, setReading] = useState(() => read(opened));
  const [reader] = useState(() => {
    let latest = opened;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let readAt = 0;
    let changedAt = 0;
    const update = () => {
      timer = undefined;
      readAt = performance.now();
      if (composing()) return;
      const now = read(latest);
      startTransition(() => setReading((before) => merge(before, now)));
    };
    return {
      changed(document: GovDocument) {
        latest = document;
        const now = performance.now();
        const typing = now - changedAt < pause;
        changedAt = now;
        if (!typing) timer ??= setTimeout(update, delay);
        else {
          clearTimeout(timer);
          timer = setTimeout(update, Math.max(0, Math.min(pause, readAt + longest - now)));
        }
      },
      compositionEnded() {
        timer ??= setTimeout(update, delay);
      },
      stop() {
        clearTimeout(timer);
        timer = undefined;
      },
    };
  });
  useEffect(() => reader.stop, [reader]);
  return { reading, reader };
};
