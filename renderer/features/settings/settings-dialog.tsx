import { useEffect, useMemo, useState } from 'react';
import type { Output } from '../../../shared/ipc/contract';
import { showAppDialog } from '../../app/app-dialogs';
import { findFonts } from '../../app/find-fonts';
import { type Preferences, setPreferences, usePreferences } from '../../app/preferences';
import { sayError } from '../../app/say-error';
import { DialogFrame } from '../../app/ui/dialog-frame';
import { call } from '../../ipc/client';
import { DataFolderSettings } from './data-folder-settings';
import { LockSettings } from './lock-settings';
import './settings.css';

const themes: readonly Readonly<{ theme: Preferences['theme']; name: string }>[] = [
  { theme: 'system', name: '跟随系统' },
  { theme: 'light', name: '浅色' },
  { theme: 'dark', name: '深色' },
];

/** 设置: what is set up on this machine, in one place (Ctrl+,). */
export const SettingsDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { theme, layout, profiles } = usePreferences();
  const [machine, setMachine] = useState<Output<'settings:get'> | null>(null);
  const [isBusy, setBusy] = useState(false);
  const fonts = useMemo(() => findFonts(), []);
  useEffect(() => void call('settings:get', {}).then(setMachine, (error) => sayError(error)), []);

  const changeBackups = async (work: () => Promise<string | null>) => {
    setBusy(true);
    try {
      const backupFolder = await work();
      setMachine((before) => before && { ...before, backupFolder });
    } catch (error) {
      sayError(error);
    } finally {
      setBusy(false);
    }
  };
  const choose = () =>
    void changeBackups(
      async () => (await call('settings:choose-backup-folder', {})).folder ?? machine?.backupFolder ?? null,
    );
  const leave = () =>
    void changeBackups(async () => {
      await call('settings:leave-backup-folder', {});
      return null;
    });
  return (
    <DialogFrame
      title="设置"
      wide
      onClose={onClose}
      foot={
        <>
          <button type="button" className="btn" onClick={() => showAppDialog('licences')}>
            第三方许可
          </button>
          <span className="settings-version">拟稿 {machine?.version}</span>
          <span className="spacer" />
          <button type="button" className="btn btn-primary" onClick={onClose}>
            完成
          </button>
        </>
      }
    >
      <div className="settings">
        <fieldset>
          <legend>界面</legend>
          <div className="settings-choices" role="radiogroup" aria-label="界面明暗">
            {themes.map((each) => (
              <label key={each.theme} className="check-line">
                <input
                  type="radio"
                  name="theme"
                  checked={theme === each.theme}
                  onChange={() => setPreferences({ theme: each.theme })}
                />
                {each.name}
              </label>
            ))}
          </div>
        </fieldset>
        <fieldset>
          <legend>版式</legend>
          <p>
            {profiles.find((profile) => JSON.stringify(profile.layout) === JSON.stringify(layout))?.name ??
              (profiles.length > 0 ? '未保存的设置' : '国标和常用值，或上次的选择；每份文稿记住自己的')}
          </p>
          <button type="button" className="btn" onClick={() => showAppDialog('layout')}>
            版式设置…
          </button>
        </fieldset>
        <fieldset>
          <legend>字体</legend>
          <ul>
            {fonts.map(({ role, face, state, substitute }) => (
              <li key={role}>
                <b>{face.names[0]}</b>（{face.use}）
                {state === 'present'
                  ? '已安装'
                  : substitute
                    ? `本机没有，以“${substitute}”代替`
                    : '本机没有，也没有可代替的'}
              </li>
            ))}
          </ul>
          {fonts.some(({ state }) => state !== 'present') && (
            <p>导出的文件仍写规定的字体名。要在本机印出，请单位信息人员安装有授权的字体，再重新打开软件。</p>
          )}
        </fieldset>
        {machine && (
          <>
            <fieldset>
              <legend>文稿和备份</legend>
              <DataFolderSettings />
              <p>
                每天的备份存在其中；
                {machine.backupFolder === null ? (
                  '还可以另存一份到别的磁盘或共享文件夹。'
                ) : (
                  <>
                    另存一份到 <span className="settings-path">{machine.backupFolder}</span>
                  </>
                )}
              </p>
              <div className="settings-buttons">
                <button type="button" className="btn" disabled={isBusy} onClick={choose}>
                  {isBusy ? '正在备份…' : machine.backupFolder === null ? '选择备份文件夹…' : '换一个文件夹…'}
                </button>
                {machine.backupFolder !== null && (
                  <button type="button" className="btn" disabled={isBusy} onClick={leave}>
                    不再另存
                  </button>
                )}
              </div>
            </fieldset>
            <LockSettings lock={machine.lock} onChange={(lock) => setMachine({ ...machine, lock })} />
          </>
        )}
      </div>
    </DialogFrame>
  );
};
