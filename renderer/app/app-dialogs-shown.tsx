import { LayoutSettingsDialog } from '../features/export/layout-settings-dialog';
import { HelpDialog } from '../features/help/help-dialog';
import { LicencesDialog } from '../features/settings/licences-dialog';
import { SettingsDialog } from '../features/settings/settings-dialog';
import { showAppDialog, useAppDialog } from './app-dialogs';
import { setPreferences, usePreferences } from './preferences';
import { useShortcuts } from './use-shortcuts';

/** The dialogs that belong to no screen, and the key of 设置. */
export const AppDialogs = ({ onTour }: { readonly onTour: () => void }) => {
  const shown = useAppDialog();
  const { layout } = usePreferences();
  useShortcuts(
    {
      'Ctrl+,': () => {
        // A dialog of the screen keeps its keys to itself; a message at the foot of the window is none.
        const dialog = document.querySelector(':is([role="dialog"], [role="alertdialog"]):not([aria-modal="false"])');
        if (dialog === null) showAppDialog('settings');
      },
    },
    shown === null,
  );
  const close = () => showAppDialog(null);
  switch (shown) {
    case 'settings':
      return <SettingsDialog onClose={close} />;
    case 'layout':
      return (
        <LayoutSettingsDialog
          options={layout}
          onOptions={(options) => setPreferences({ layout: options })}
          onClose={() => showAppDialog('settings')}
        />
      );
    case 'help':
      return (
        <HelpDialog
          onClose={close}
          onTour={() => {
            close();
            onTour();
          }}
        />
      );
    case 'licences':
      return <LicencesDialog onClose={close} />;
    case null:
      return null;
  }
};
