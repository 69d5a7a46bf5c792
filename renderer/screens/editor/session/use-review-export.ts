import { useCallback } from 'react';
import type { ReviewKind } from '../../../../shared/ipc/contract';
import { sayError } from '../../../app/say-error';
import { say } from '../../../app/ui/toasts';
import type { Saving } from '../../../features/saving/use-saving';
import { call } from '../../../ipc/client';

const saidOf: Readonly<Record<ReviewKind, string>> = {
  docx: '已导出核稿单',
  json: '已导出核稿数据',
  comments: '已导出批注稿',
};

/** Saves what is unsaved and writes what can be made of the findings. */
export const useReviewExport = (id: string, saving: Saving) =>
  useCallback(
    (kind: ReviewKind) =>
      void saving
        .flush()
        .then(() => call('export:review', { id, kind }))
        .then(({ path }) => path && say(`${saidOf[kind]}：${path}`))
        .catch((error) => sayError(error)),
    [id, saving],
  );
