import { useEffect, useState } from 'react';
import type { EventPayload, ImportedFolder } from '../../../shared/ipc/contract';
import { NoticeDialog } from '../../app/ui/notice-dialog';
import { ProgressDialog } from '../../app/ui/progress-dialog';
import { call, listen, sentenceOf } from '../../ipc/client';

type FolderImportProps = Readonly<{
  onClose(): void;
  /** The library has new documents. */
  onImported(): void;
}>;

const nothingFound = '文件夹里没有可读入的文稿';
/** So many folders that cannot be opened are named. */
const mostNamed = 5;
const longestPath = 80;
/** The end of a path tells folders apart. */
const shortPath = (path: string): string => (path.length > longestPath ? `…${path.slice(-longestPath)}` : path);

const titleOf = ({ imported, known, failed, unread, cancelled }: ImportedFolder): string => {
  if (imported.length + known.length + failed.length + unread.length === 0)
    return cancelled ? '已停止，没有读入' : nothingFound;
  return `${cancelled ? '已停止。' : ''}读入 ${imported.length} 份`;
};

/** Reads a whole folder: asks which, shows how far it is, then what came of it. */
export const FolderImport = ({ onClose, onImported }: FolderImportProps) => {
  const [progress, setProgress] = useState<EventPayload<'import-progress'> | null>(null);
  const [result, setResult] = useState<ImportedFolder | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => listen('import-progress', setProgress), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asks once, when it appears
  useEffect(() => {
    call('files:open-folder', {}).then(
      (read) => {
        if (read === null) return onClose();
        setResult(read);
        onImported();
      },
      (error) => setProblem(sentenceOf(error)),
    );
  }, []);

  if (result === null && problem === null)
    return progress === null ? null : (
      <ProgressDialog
        title="正在读入文件夹"
        done={progress.total === 0 ? 0 : progress.done / progress.total}
        step={`第 ${progress.done + 1} 份，共 ${progress.total} 份：${progress.file}`}
        onCancel={() => void call('files:cancel', {}).catch(() => {})}
      />
    );
  return (
    <NoticeDialog title={result ? titleOf(result) : '没有读入'} action="知道了" onClose={onClose}>
      {problem && <p role="alert">{problem}</p>}
      {result && (
        <>
          {result.known.length > 0 && (
            <p className="dialog-text">另有 {result.known.length} 份以前读入过，内容没有变，没有重复读入。</p>
          )}
          {titleOf(result) === nothingFound && (
            <p className="dialog-text">可读入的是 .docx、.txt 和 .nigao 文件，下级文件夹也会查看。</p>
          )}
          {result.unread.length > 0 && (
            <p className="dialog-text">
              {result.unread.length} 个下级文件夹打不开，里面的文稿没有读入：
              {result.unread.slice(0, mostNamed).map(shortPath).join('、')}
              {result.unread.length > mostNamed && '等'}。请确认有权打开，再读入一次。
            </p>
          )}
          {result.failed.length > 0 && <p className="dialog-text">{result.failed.length} 份没有读入：</p>}
          <ul className="import-report">
            {result.failed.map(({ file, message }) => (
              <li key={file}>
                <b>{file}</b>
                <p>{message}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </NoticeDialog>
  );
};
