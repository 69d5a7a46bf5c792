import { useState } from 'react';
import type { ChosenFolder } from '../../../shared/ipc/contract';
import { ConfirmDialog } from '../../app/ui/confirm-dialog';
import { call } from '../../ipc/client';
import { driveWarning, useDataFolder } from './use-data-folder';

/** The ways on when a library that was moved cannot be opened: another folder, or the one from before. */
export const DataFolderRecovery = () => {
  const { state, problem, isBusy, attempt } = useDataFolder();
  const [question, setQuestion] = useState<ChosenFolder | 'before' | null>(null);
  // A library in its usual place has no other one.
  if (!state?.isMoved) return null;
  const choose = () =>
    void attempt(async () => {
      const chosen = await call('data-folder:choose', { usual: false });
      if (chosen !== null) setQuestion(chosen);
    });
  return (
    <>
      <div className="notice-page-buttons">
        <button type="button" className="btn" disabled={isBusy} onClick={choose}>
          选择文件夹…
        </button>
        {state.before && (
          <button type="button" className="btn" disabled={isBusy} onClick={() => setQuestion('before')}>
            使用原来的文件夹…
          </button>
        )}
      </div>
      {problem && (
        <p className="form-problem" role="alert">
          {problem}
        </p>
      )}
      {question && (
        <ConfirmDialog
          {...wordsOf(question, state.before?.folder ?? '')}
          onCancel={() => setQuestion(null)}
          onConfirm={() => {
            setQuestion(null);
            void attempt(() => call(question === 'before' ? 'data-folder:go-back' : 'data-folder:use', {}));
          }}
        />
      )}
    </>
  );
};

const wordsOf = (question: ChosenFolder | 'before', before: string) => {
  if (question === 'before')
    return {
      title: '使用原来的文件夹',
      text: `“${before}”里的文库停留在移动或更换的时候，此后写的内容不在其中。数据文件夹找到后，可以在设置里换回来。`,
      action: '使用',
    };
  return question.holds === 'library'
    ? {
        title: '使用这里的文库',
        text: `以后文稿存放在“${question.folder}”。${driveWarning(question)}`,
        action: '使用',
      }
    : {
        title: '新建空的文库',
        text: `“${question.folder}”里没有文库。可以在这里建一个空的，原来的文稿不在其中，以后能从备份恢复。${driveWarning(question)}`,
        action: '新建',
      };
};
