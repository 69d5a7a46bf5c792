import { useLayoutEffect } from 'react';
import type { Block } from '../../../shared/document/block';
import type { BlockView } from '../labels/block-views';
import { useSession } from '../session-context';

/** What every block shows of itself and of its view: classes for the style sheet, number, function, 附件说明. */
export const useBlockAttributes = (
  element: Block,
  { label, box, fn, current, attachments }: BlockView,
): Record<string, string | undefined> => {
  const { marks, hits } = useSession();
  useLayoutEffect(() => {
    marks.refresh(element.id);
    hits.refresh(element.id);
  });
  const classes = ['block', element.type, element.type === 'clause' ? `level-${element.level}` : ''];
  if (element.type === 'clause' && element.runIn) classes.push('run-in');
  if ('sourceNumber' in element && element.sourceNumber !== undefined) classes.push('source-number');
  if ('locked' in element && element.locked) classes.push('locked');
  if (box) classes.push('boxed', `box-${box}`);
  if (current) classes.push('current');
  return {
    className: classes.filter(Boolean).join(' '),
    'data-block': element.id,
    'data-label': label || undefined,
    'data-function': fn ?? undefined,
    'data-attachments': attachments ?? undefined,
  };
};
