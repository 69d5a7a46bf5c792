import type { Imported } from '../../shared/ipc/contract';
import { NoticeDialog } from './ui/notice-dialog';

/** What came of reading several files, or of one that could not be read: every file with its sentence. */
export const ImportReport = ({ report, onClose }: { readonly report: Imported; readonly onClose: () => void }) => (
  <NoticeDialog
    title={
      report.imported.length > 0 ? `读入 ${report.imported.length} 份，${report.failed.length} 份没有读入` : '没有读入'
    }
    action="知道了"
    onClose={onClose}
  >
    <ul className="import-report">
      {report.failed.map(({ file, message }) => (
        <li key={file}>
          <b>{file}</b>
          <p>{message}</p>
        </li>
      ))}
      {report.imported.map(({ id, title, doubts }) => (
        <li key={id}>
          <b>{title}</b>
          <p>{doubts > 0 ? `已读入，${doubts} 处打开后请核对。` : '已读入。'}</p>
        </li>
      ))}
    </ul>
  </NoticeDialog>
);
