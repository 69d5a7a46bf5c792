import type { GovDocument } from '../../../shared/document/document';
import type { FunctionAssessment } from '../../../shared/functions/types';

/** How much the tasks are: 4 章 · 12 项. Chapters are their level-1 clauses, items the clauses one step below. */
export const describeTasks = (document: Pick<GovDocument, 'parts'>, tasks: FunctionAssessment): string => {
  const ids = new Set(tasks.places.flatMap((place) => [...place.blockIds]));
  const clauses = document.parts.flatMap((part) =>
    part.children.flatMap((block) =>
      block.type === 'clause' && !block.boxId && ids.has(block.id) ? [block.level] : [],
    ),
  );
  const chapters = clauses.filter((level) => level === 1).length;
  const itemLevel = Math.min(...clauses.filter((level) => level > 1));
  const items = clauses.filter((level) => level === itemLevel).length;
  return [chapters > 0 && `${chapters} 章`, items > 0 && `${items} 项`].filter(Boolean).join(' · ');
};
