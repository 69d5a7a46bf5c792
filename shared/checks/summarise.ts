import type { GovDocument } from '../document/document';
import { blockText } from '../document/plain-text';
import type { DocumentSummary } from '../document/summary';
import { countCharacters } from './count-characters';
import { type CheckOptions, runChecks } from './run-checks';

/** What the library shows of a document; runs the checks. */
export const summarise = (document: GovDocument, options?: CheckOptions): DocumentSummary => {
  const { functions, counts } = runChecks(document, options);
  const blocks = document.parts.flatMap((part) => part.children);
  const textOf = (type: string) => {
    const block = blocks.find((candidate) => candidate.type === type);
    return block ? blockText(block).trim() : '';
  };
  return {
    title: textOf('title'),
    genre: document.meta.genre,
    issuer: textOf('signature') || (document.meta.issuingOrgan ?? ''),
    characters: countCharacters(document.parts),
    functions: {
      guidingIdeology: functions.guidingIdeology.state,
      goals: functions.goals.state,
      tasks: functions.tasks.state,
      safeguards: functions.safeguards.state,
    },
    counts,
  };
};
