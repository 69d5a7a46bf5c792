import { saveDiagnostics } from '../../app/save-diagnostics';
import { sayError } from '../../app/say-error';
import { DataFolderRecovery } from '../../features/settings/data-folder-recovery';
import { ShowDataFolder } from '../../features/settings/show-data-folder';
import { call } from '../../ipc/client';
import '../../app/ui/notice-page.css';

type RecoveryScreenProps = Readonly<{ problem: string; dataFolder: string; onRetry(): void }>;

/** Shown instead of the library when it cannot be opened: what is wrong, and what can be done. */
export const RecoveryScreen = ({ problem, dataFolder, onRetry }: RecoveryScreenProps) => (
  <main className="notice-page">
    <h1>文库没有打开</h1>
    <p className="notice-page-problem">{problem}</p>
    <p>
      数据文件夹是 <span className="notice-page-folder">{dataFolder}</span>，程序没有改动其中的文件。
    </p>
    <DataFolderRecovery />
    <div className="notice-page-buttons">
      <button type="button" className="btn btn-primary" onClick={onRetry}>
        重试
      </button>
      <ShowDataFolder />
      <button type="button" className="btn" onClick={saveDiagnostics}>
        保存诊断文件
      </button>
      <button type="button" className="btn" onClick={() => call('app:quit', {}).catch((error) => sayError(error))}>
        退出
      </button>
    </div>
  </main>
);
