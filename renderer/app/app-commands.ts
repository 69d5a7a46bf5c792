import { showAppDialog } from './app-dialogs';
import { lockNow } from './lock/lock-state';
import { saveDiagnostics } from './save-diagnostics';

type AppCommand = Readonly<{ id: string; name: string; note?: string; pinyin: string; keys?: string; run(): void }>;

/** What belongs to no screen, as commands of the palette. */
export const appCommands = (): readonly AppCommand[] => [
  { id: 'settings', name: '设置', pinyin: 'she zhi', keys: 'Ctrl+,', run: () => showAppDialog('settings') },
  { id: 'lock', name: '立即锁定', note: '遮住画面', pinyin: 'li ji suo ding', run: lockNow },
  {
    id: 'shortcuts',
    name: '帮助和快捷键',
    pinyin: 'bang zhu he kuai jie jian',
    keys: 'F1',
    run: () => showAppDialog('help'),
  },
  { id: 'licences', name: '第三方许可', pinyin: 'di san fang xu ke', run: () => showAppDialog('licences') },
  {
    id: 'diagnostics',
    name: '保存诊断文件…',
    note: '不含文稿内容',
    pinyin: 'bao cun zhen duan wen jian',
    run: saveDiagnostics,
  },
];
