import { type RefObject, useCallback, useRef } from 'react';
import type { DocumentMeta, GovDocument } from '../../../../shared/document/document';
import type { ExportOptions } from '../../../../shared/export/export-options';
import { setPreferences, usePreferences } from '../../../app/preferences';
import { say } from '../../../app/ui/toasts';

/**
 * How the open document is set: as it remembers, else as the last choice on this machine was. A choice is the
 * document's, and that of the documents which have none yet.
 */
export const useLayout = (meta: DocumentMeta, newest: RefObject<GovDocument>, onMeta: (meta: DocumentMeta) => void) => {
  const last = usePreferences().layout;
  const layout: ExportOptions = meta.layout ?? last;
  /** What held before the choices of this stay in a dialog. */
  const before = useRef<Readonly<{ own: ExportOptions | undefined; last: ExportOptions }> | null>(null);

  const put = useCallback(
    (own: ExportOptions | undefined, others: ExportOptions) => {
      const { layout: _, ...rest } = newest.current.meta;
      onMeta(own ? { ...rest, layout: own } : rest);
      setPreferences({ layout: others });
    },
    [newest, onMeta],
  );
  const onLayout = useCallback(
    (next: ExportOptions) => {
      before.current ??= { own: newest.current.meta.layout, last };
      put(next, next);
    },
    [newest, put, last],
  );
  /** The person has left the dialogs in which pages are set: a change can be taken back. */
  const leaveLayout = useCallback(() => {
    const earlier = before.current;
    before.current = null;
    const now = newest.current.meta.layout;
    if (!earlier || JSON.stringify(now) === JSON.stringify(earlier.own ?? earlier.last)) return;
    say('本文稿的版式已改。', { label: '撤销', run: () => put(earlier.own, earlier.last) });
  }, [newest, put]);
  /** A document that goes out as it is set keeps it, whatever others choose later. */
  const keepLayout = useCallback(() => {
    const { meta: own } = newest.current;
    if (!own.layout) onMeta({ ...own, layout });
  }, [newest, onMeta, layout]);

  return { layout, onLayout, leaveLayout, keepLayout };
};
