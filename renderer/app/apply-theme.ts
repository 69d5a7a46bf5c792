import { onPreferences, preferences } from './preferences';

/** Gives the shell the theme that was chosen, or the system's, and follows changes of both. The paper stays paper. */
export const applyTheme = (): void => {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    const { theme } = preferences();
    document.documentElement.dataset.theme = theme === 'system' ? (system.matches ? 'dark' : 'light') : theme;
  };
  apply();
  onPreferences(apply);
  system.addEventListener('change', apply);
};
