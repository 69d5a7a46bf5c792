import { AppError } from '../../shared/ipc/app-error';
import { sentenceOf } from '../ipc/client';
import { saveDiagnostics } from './save-diagnostics';
import { say } from './ui/toasts';

/**
 * Says what went wrong. A fault of the program itself, which its sentence names by a number, stays until it is read,
 * and the diagnostic file can be saved from there.
 */
export const sayError = (error: unknown, stay = false): void => {
  const isFault = !(error instanceof AppError) || error.code === 'internal' || error.code === 'bad-input';
  if (isFault) say(sentenceOf(error), { label: '保存诊断文件', run: saveDiagnostics }, true);
  else say(sentenceOf(error), undefined, stay);
};
