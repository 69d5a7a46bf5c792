import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app, type BrowserWindow, dialog, shell } from 'electron';
import { AppError } from '../../shared/ipc/app-error';

/** What the handlers ask of the desktop. */
export type Desktop = Readonly<{
  /** Files to read, of several documents at once; none when the person cancels. */
  askOpenPaths: (kind: OpenKind) => Promise<readonly string[]>;
  /** Where to write a file; null when the person cancels. `name` has its extension. */
  askSavePath: (name: string, kind: SaveKind) => Promise<string | null>;
  /** A folder to read from or write into; null when the person cancels. */
  askFolder: (title: string) => Promise<string | null>;
  showInFolder: (path: string) => void;
  /** @throws AppError 'file' when it is not there */
  openFolder: (path: string) => Promise<void>;
}>;
export type SaveKind = 'docx' | 'xlsx' | 'pdf' | 'nigao' | 'json' | 'csv';
export type OpenKind = 'backup' | 'documents' | 'superiors' | 'incoming' | 'pictures' | 'json' | 'csv' | 'rules';

const saveFilters: Readonly<Record<SaveKind, Electron.FileFilter>> = {
  docx: { name: 'Word 文档', extensions: ['docx'] },
  xlsx: { name: 'Excel 工作簿', extensions: ['xlsx'] },
  pdf: { name: 'PDF 文件', extensions: ['pdf'] },
  nigao: { name: '拟稿文稿', extensions: ['nigao'] },
  json: { name: '拟稿数据', extensions: ['json'] },
  csv: { name: '单位名录', extensions: ['csv'] },
};

const documentFiles: Electron.FileFilter = { name: '文稿', extensions: ['docx', 'txt', 'nigao'] };
const opening: Readonly<Record<OpenKind, Readonly<{ title: string; filter: Electron.FileFilter }>>> = {
  backup: { title: '选择文库备份', filter: { name: '文库备份', extensions: ['db'] } },
  documents: { title: '打开文稿', filter: documentFiles },
  superiors: { title: '添加上级文件', filter: documentFiles },
  incoming: { title: '核对来稿', filter: documentFiles },
  pictures: { title: '插入图片', filter: { name: '图片', extensions: ['png', 'jpg', 'jpeg'] } },
  json: { title: '读入模板', filter: saveFilters.json },
  csv: { title: '读入单位名录', filter: saveFilters.csv },
  rules: { title: '读入规则包', filter: { name: '规则包', extensions: ['json'] } },
};

/** The desktop as Electron knows it; dialogs stand on `window`, which has to be open when they are asked for. */
export const createDesktop = (window: () => BrowserWindow | null): Desktop => ({
  askOpenPaths: async (kind) => {
    const { canceled, filePaths } = await dialog.showOpenDialog(window()!, {
      title: opening[kind].title,
      properties: kind === 'documents' || kind === 'superiors' ? ['openFile', 'multiSelections'] : ['openFile'],
      filters: [opening[kind].filter, { name: '所有文件', extensions: ['*'] }],
    });
    return canceled ? [] : filePaths;
  },
  askSavePath: async (name, kind) => {
    const { canceled, filePath } = await dialog.showSaveDialog(window()!, {
      defaultPath: join(app.getPath('documents'), name),
      filters: [saveFilters[kind]],
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    });
    if (canceled || !filePath) return null;
    // Linux dialogs do not add the extension themselves.
    return filePath.toLowerCase().endsWith(`.${kind}`) ? filePath : `${filePath}.${kind}`;
  },
  askFolder: async (title) => {
    const { canceled, filePaths } = await dialog.showOpenDialog(window()!, {
      title,
      defaultPath: app.getPath('documents'),
      properties: ['openDirectory', 'createDirectory'],
    });
    return canceled ? null : (filePaths[0] ?? null);
  },
  showInFolder: (path) => shell.showItemInFolder(path),
  openFolder: async (path) => {
    if (!existsSync(path)) throw new AppError('file', `没有找到“${path}”。`);
    await shell.openPath(path);
  },
});
