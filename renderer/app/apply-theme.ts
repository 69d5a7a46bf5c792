import { onPreferences, preferences } from './preferences';

/** Gives the shell the theme that was chosen, or the system's, and follows changes of both. The paper stays paper. */
export const applyTheme = (): void => {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const background = document.createElement('meta');
  background.name = 'theme-color';
  document.head.append(background);
  const apply = () => {
    const { theme } = preferences();
    document.documentElement.dataset.theme = theme === 'system' ? (system.matches ? 'dark' : 'light') : theme;
    // The window itself takes this colour, and opens in it next time: no flash of the other theme.
    background.content = getComputedStyle(document.documentElement).getPropertyValue('--desk').trim();
  };
  apply();
  onPreferences(apply);
  system.addEventListener('change', apply);
};
