import type { Preferences } from './preferences';

const themes = [
  { theme: 'light', name: '浅色界面', pinyin: 'qian se jie mian' },
  { theme: 'dark', name: '深色界面', pinyin: 'shen se jie mian' },
  { theme: 'system', name: '界面明暗跟随系统', pinyin: 'jie mian ming an gen sui xi tong' },
] as const;

/** The themes that are not the one in use, as commands of the palette. */
export const themeCommands = (
  current: Preferences['theme'],
  set: (patch: Pick<Preferences, 'theme'>) => void,
): readonly Readonly<{ id: string; name: string; pinyin: string; run(): void }>[] =>
  themes
    .filter(({ theme }) => theme !== current)
    .map(({ theme, ...words }) => ({ id: `theme-${theme}`, ...words, run: () => set({ theme }) }));
