import { formatClock } from '../../../app/ui/format';
import { type Saving, useSaveState } from '../../../features/saving/use-saving';

/** 已保存 14:32 · 正在保存 · 未保存，正在重试. */
export const SaveLabel = ({ saving, withClock }: { readonly saving: Saving; readonly withClock: boolean }) => {
  const state = useSaveState(saving);
  switch (state.kind) {
    case 'saved':
      return <span data-save="saved">已保存{withClock && state.at !== null && ` ${formatClock(state.at)}`}</span>;
    case 'unsaved':
      return <span data-save="unsaved">正在保存</span>;
    case 'failed':
      return <span data-save="failed">未保存，正在重试</span>;
    case 'conflict':
      return <span data-save="failed">未保存</span>;
  }
};
