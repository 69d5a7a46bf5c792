import { preferences } from '../../app/preferences';
import { useShortcuts } from '../../app/use-shortcuts';
import { pictureStep } from '../../editor/commands/pictures';
import type { DeskActions } from './commands/desk-state';
import { focusRegion } from './regions';
import { stepZoom } from './zoom';

type Situation = Readonly<{
  /** Whether the caret stands in a unit note. */
  inUnitNote: boolean;
  /** Whether the caret stands at a picture. */
  atPicture: boolean;
  /** Whether one chapter alone is shown. */
  chapterAlone: boolean;
}>;

/** The keys of the editor screen; a dialog in front of it keeps its keys to itself. */
export const useDeskShortcuts = (
  actions: DeskActions,
  { inUnitNote, atPicture, chapterAlone }: Situation,
  enabled: boolean,
): void => {
  const zoom = (direction: 1 | -1) => actions.setPreferences({ zoom: stepZoom(preferences().zoom, direction) });
  useShortcuts(
    {
      'Ctrl+S': actions.save,
      'Ctrl+E': actions.exportFile,
      'Ctrl+P': actions.preview,
      'Ctrl+K': actions.openPalette,
      'Ctrl+F': () => actions.find(false),
      'Ctrl+H': () => actions.find(true),
      F3: () => actions.stepHit(1),
      'Shift+F3': () => actions.stepHit(-1),
      'Ctrl+Shift+R': actions.pickUnits,
      ...(inUnitNote && { 'Ctrl+Enter': actions.pickUnits }),
      ...(atPicture && {
        'Ctrl+Enter': actions.pictureSettings,
        'Ctrl+Alt+R': actions.turnPicture,
        'Ctrl+]': () => actions.run({ type: 'resizePicture', by: pictureStep }),
        'Ctrl+[': () => actions.run({ type: 'resizePicture', by: -pictureStep }),
      }),
      F1: actions.showShortcuts,
      F6: () => focusRegion(1, actions.focusPaper),
      'Shift+F6': () => focusRegion(-1, actions.focusPaper),
      'Ctrl+/': actions.showShortcuts,
      'Ctrl+Shift+Y': actions.askReference,
      'Ctrl+Alt+F': actions.askFootnote,
      'Ctrl+Shift+O': actions.filterOutline,
      'Ctrl+Shift+L': actions.toggleChapter,
      ...(chapterAlone && { Escape: actions.showAll }),
      'Ctrl+=': () => zoom(1),
      'Ctrl++': () => zoom(1),
      'Ctrl+-': () => zoom(-1),
      'Ctrl+0': () => actions.setPreferences({ zoom: 100 }),
      F8: () => actions.stepFinding(1),
      'Shift+F8': () => actions.stepFinding(-1),
    },
    enabled,
  );
};
