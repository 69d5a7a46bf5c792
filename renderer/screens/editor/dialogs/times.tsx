import { useState } from 'react';
import { describePlaces } from '../../../../shared/checks/describe-place';
import { readTimes } from '../../../../shared/plan/times/read-times';
import { TimesDialog } from '../../../features/plan/times-dialog';
import type { PlanDialogProps } from './superiors';

/** Rules that say something about a date, a deadline or a period. */
const timeRules: ReadonlySet<string> = new Set([
  'consistency/deadline-past',
  'consistency/period-deadlines',
  'consistency/stages-descending',
  'consistency/weekday',
  'consistency/year-reversed',
  'form/date-impossible',
  'form/short-year',
  'form/year-range',
]);

/** 时间线 over the open document; mounted only while it is shown. */
export const TimesOf = ({ editor, session, reveal, onClose }: Omit<PlanDialogProps, 'id'>) => {
  const { findings } = session;
  // A dialog covers the text: it stays as it is while the times are looked at.
  const [{ times, places }] = useState(() => {
    const document = editor.current?.getDocument();
    return document
      ? { times: readTimes(document), places: describePlaces(document) }
      : { times: null, places: new Map<string, string>() };
  });
  return (
    <TimesDialog
      times={times}
      findings={findings.filter(({ rule }) => timeRules.has(rule))}
      placeOf={(blockId) => places.get(blockId) ?? ''}
      onJump={({ blockId, start, end }) => {
        onClose();
        setTimeout(() => reveal(blockId, { start, end }));
      }}
      onClose={onClose}
    />
  );
};
