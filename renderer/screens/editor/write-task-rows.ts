import type { GovDocument } from '../../../shared/document/document';
import type { TaskDifference } from '../../../shared/plan/tasks/task-table';
import { wordingOf, writeUnitNote } from '../../../shared/units/unit-note';
import type { EditorCommand } from '../../editor/commands/editor-command';
import { notePlaceAt } from '../../editor/commands/unit-note';

type Changed = Extract<TaskDifference, { kind: 'changed' }>;
/** A task whose units stand in a sentence is rewritten by the person: the sentence is theirs. */
export const canBeWritten = (one: TaskDifference): one is Changed =>
  one.kind === 'changed' && one.task.unitsFrom?.how !== 'prose';

/** Changes unit notes and deadlines of the text into what the rows of the 任务分工表 say; one step of undo. */
export const writeTaskRows = (
  document: GovDocument,
  changed: readonly Changed[],
): Extract<EditorCommand, { type: 'writeNotes' }> => {
  const wording = wordingOf(document);
  const edits = changed.flatMap(({ task, row }) =>
    task.deadlineAt && row.deadline !== null && row.deadline !== task.deadline
      ? [{ ...task.deadlineAt, text: row.deadline }]
      : [],
  );
  const places = changed.flatMap(({ task, row }) => {
    const place = notePlaceAt(document, task.unitsFrom?.how === 'note' ? task.unitsFrom.blockId : task.endBlockId);
    // The date stays where it is written: in the sentence, or in the note.
    const deadline = task.deadlineAt ? '' : (row.deadline ?? '');
    return place
      ? [{ ...place, text: writeUnitNote({ lead: row.lead, support: row.support, deadline }, wording) }]
      : [];
  });
  return { type: 'writeNotes', places, edits };
};
