import { useState } from 'react';
import { describePlaces } from '../../../../shared/checks/describe-place';
import { timeRules } from '../../../../shared/checks/time-rules';
import { readTimes } from '../../../../shared/plan/times/read-times';
import { TimesDialog } from '../../../features/plan/times-dialog';
import type { PlanDialogProps } from './superiors';

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
