import { call, sentenceOf } from '../ipc/client';
import { say } from './ui/toasts';

/** Writes the diagnostic file for the person to hand on, and says where it is. */
export const saveDiagnostics = (): void =>
  void call('app:save-diagnostics', {}).then(
    ({ path }) => path !== null && say(`诊断文件已存到 ${path}，其中没有文稿内容，可以发给维护人员。`, undefined, true),
    (error) => say(sentenceOf(error)),
  );
