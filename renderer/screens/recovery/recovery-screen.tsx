import { useState } from 'react';
import { saveDiagnostics } from '../../app/save-diagnostics';
import { sayError } from '../../app/say-error';
import { BackupsDialog } from '../../features/backups/backups-dialog';
import { DataFolderRecovery } from '../../features/settings/data-folder-recovery';
import { ShowDataFolder } from '../../features/settings/show-data-folder';
import { call } from '../../ipc/client';
import '../../app/ui/notice-page.css';

type RecoveryScreenProps = Readonly<{ problem: string; dataFolder: string; onRetry(): void }>;

/** Shown instead of the library when it cannot be opened: what is wrong, and what can be done. */
export const RecoveryScreen = ({ problem, dataFolder, onRetry }: RecoveryScreenProps) => {
  const [isRestoring, setRestoring] = useState(false);
  return (
    <main className="notice-page">
      <h1>文库没有打开</h1>
      <p className="notice-page-problem">{problem}</p>
      <p>
        数据文件夹是 <span className="notice-page-folder">{dataFolder}</span>，其中的文件都还在。
      </p>
      <DataFolderRecovery />
      <div className="notice-page-buttons">
        <button type="button" className="btn btn-primary" onClick={onRetry}>
          重试
        </button>
        <button type="button" className="btn" onClick={() => setRestoring(true)}>
          从备份恢复…
        </button>
        <ShowDataFolder />
        <button type="button" className="btn" onClick={saveDiagnostics}>
          保存诊断文件
        </button>
        <button type="button" className="btn" onClick={() => call('app:quit', {}).catch((error) => sayError(error))}>
          退出
        </button>
      </div>
      {isRestoring && <BackupsDialog isOpen={false} onClose={() => setRestoring(false)} />}
    </main>
  );
};
