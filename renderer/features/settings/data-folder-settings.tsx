import { useState } from 'react';
import type { ChosenFolder } from '../../../shared/ipc/contract';
import { ConfirmDialog } from '../../app/ui/confirm-dialog';
import { formatBytes } from '../../app/ui/format';
import { ProgressDialog } from '../../app/ui/progress-dialog';
import { say } from '../../app/ui/toasts';
import { call } from '../../ipc/client';
import { ShowDataFolder } from './show-data-folder';
import { type DataFolderState, driveWarning, useDataFolder } from './use-data-folder';

/** What is asked before it is done: about a folder that was chosen, or about the library in the earlier one. */
type Question = ChosenFolder | 'remove' | 'go-back';

/** 数据文件夹: where the library is, moving it, and what moving left behind. */
export const DataFolderSettings = () => {
  const { state, progress, problem, isBusy, attempt, move } = useDataFolder();
  const [question, setQuestion] = useState<Question | null>(null);
  const choose = (usual: boolean) =>
    void attempt(async () => {
      const chosen = await call('data-folder:choose', { usual });
      if (chosen !== null) setQuestion(chosen);
    });
  const answer = async (asked: Question) => {
    setQuestion(null);
    if (asked === 'remove') {
      if (await attempt(() => call('data-folder:remove-copy', {}))) say('已删除移动前的一份。');
    } else if (asked === 'go-back') {
      if (await attempt(() => call('data-folder:go-back', {}))) say('已改用那里的文库。');
    } else if (asked.holds === 'library') {
      if (await attempt(() => call('data-folder:use', {}))) say('已改用那里的文库。');
    } else if (await move()) say(`文库已移到 ${asked.folder}。`);
  };
  if (state === null) return problem && <p role="alert">{problem}</p>;
  const { folder, isMoved, before } = state;
  return (
    <>
      <p>
        文稿存放在 <span className="settings-path">{folder}</span>
      </p>
      <div className="settings-buttons">
        <ShowDataFolder />
        <button type="button" className="btn" disabled={isBusy} onClick={() => choose(false)}>
          移动数据文件夹…
        </button>
        {isMoved && (
          <button type="button" className="btn" disabled={isBusy} onClick={() => choose(true)}>
            移回默认位置…
          </button>
        )}
      </div>
      {before && (
        <>
          <p>
            {before.isCopy ? '移动前的一份还在 ' : '另有一份文库在 '}
            <span className="settings-path">{before.folder}</span>
            {before.isCopy && '，新位置一切正常后可以删除。'}
          </p>
          <button
            type="button"
            className="btn"
            disabled={isBusy}
            onClick={() => setQuestion(before.isCopy ? 'remove' : 'go-back')}
          >
            {before.isCopy ? '删除移动前的一份…' : '改用那一份…'}
          </button>
        </>
      )}
      {problem && (
        <p className="form-problem" role="alert">
          {problem}
        </p>
      )}
      {question && (
        <ConfirmDialog
          {...wordsOf(question, before)}
          danger={question === 'remove'}
          onCancel={() => setQuestion(null)}
          onConfirm={() => void answer(question)}
        />
      )}
      {progress && (
        <ProgressDialog
          title="正在移动数据文件夹"
          {...progress}
          onCancel={() => void call('data-folder:cancel', {}).catch(() => {})}
        />
      )}
    </>
  );
};

const wordsOf = (question: Question, before: DataFolderState['before']) => {
  if (question === 'remove')
    return {
      title: '删除移动前的一份',
      text: `将删除“${before?.folder}”里移动前的文库和备份，不能找回。现在的文库不受影响。`,
      action: '删除',
    };
  if (question === 'go-back')
    return {
      title: '改用那一份文库',
      text: `改用后显示“${before?.folder}”里的文稿。现在的文库留在原处，两份不会合并。`,
      action: '改用',
    };
  return question.holds === 'library'
    ? {
        title: '改用另一个文库',
        text: `“${question.folder}”里已有一个文库。改用后显示那里的文稿；现在的文库留在原处，两份不会合并。${driveWarning(question)}`,
        action: '改用',
      }
    : {
        title: '移动数据文件夹',
        text: `文库和备份（${formatBytes(question.bytes)}）将复制到“${question.folder}”，核对无误后改用新位置。原处的一份保留，以后可以删除。${driveWarning(question)}`,
        action: '移动',
      };
};
