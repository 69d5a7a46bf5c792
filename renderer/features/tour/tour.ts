import { useSyncExternalStore } from 'react';
import { setPreferences } from '../../app/preferences';

/** What is shown of the editor, one after the other: the place by its class, and what it is for. */
export const tourSteps = [
  {
    place: '.workspace-left',
    title: '提纲',
    words: '全文的层次在这里。点一行就到那里，拖动一行，整段一起移动，序号自动改。',
  },
  { place: '.paper', title: '正文', words: '直接在稿纸上写。序数由软件计算；空行上按 / 插入条款、表格、专栏和图片。' },
  {
    place: '.workspace-right',
    title: '检查',
    words: '缺什么、哪里不妥，随写随查。这份示例没有保障措施，也有任务没有写责任单位，右栏都会指出。',
  },
  {
    place: '.bar',
    title: '导出',
    words: '写好后在这里导出 Word 文件，按国标排版。Ctrl+K 可以找到所有命令，F1 是帮助。',
  },
] as const;

let step: number | null = null;
const listeners = new Set<() => void>();

/** Goes to a step, or (null) ends the tour, which is then not offered again. */
export const goToStep = (next: number | null): void => {
  step = next !== null && next < tourSteps.length ? next : null;
  if (step === null) setPreferences({ toured: true });
  for (const listener of listeners) listener();
};

export const useTourStep = (): number | null =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => step,
  );
