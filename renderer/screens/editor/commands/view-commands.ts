import { templateOf } from '../../../../shared/templates/template-of';
import { themeCommands } from '../../../app/theme-commands';
import { stepZoom } from '../zoom';
import type { DeskEntry, DeskState } from './desk-state';

/** What of the document is seen and how: one chapter or all, panels, draft or paper, size, theme. */
export const viewCommands = (state: DeskState): readonly DeskEntry[] => {
  const { chapter, only } = state;
  const { zoom, view, theme, guidance } = state.preferences;
  const larger = stepZoom(zoom, 1);
  const smaller = stepZoom(zoom, -1);
  return [
    {
      id: 'only',
      name: '只看本章',
      note: chapter ? `${chapter.label}${chapter.text}` : '',
      pinyin: 'zhi kan ben zhang',
      keys: 'Ctrl+Shift+L',
      when: !only && chapter !== null,
      run: () => chapter && state.showOnly(chapter),
    },
    {
      id: 'all',
      name: '显示全文',
      pinyin: 'xian shi quan wen',
      keys: 'Ctrl+Shift+L',
      when: only !== null,
      run: state.showAll,
    },
    {
      id: 'outline',
      name: '筛选提纲',
      pinyin: 'shai xuan ti gang',
      keys: 'Ctrl+Shift+O',
      run: state.filterOutline,
    },
    {
      id: 'panel',
      name: state.panelOpen ? '收起右栏' : '展开右栏',
      pinyin: state.panelOpen ? 'shou qi you lan' : 'zhan kai you lan',
      run: state.togglePanel,
    },
    {
      id: 'guidance',
      name: guidance ? '不显示写作提示' : '显示写作提示',
      pinyin: guidance ? 'bu xian shi xie zuo ti shi' : 'xian shi xie zuo ti shi',
      when: templateOf(state.document) !== undefined,
      run: () => state.setPreferences({ guidance: !guidance }),
    },
    {
      id: 'draft',
      name: '草稿视图',
      note: '通栏、行距放宽',
      pinyin: 'cao gao shi tu',
      when: view === 'paper',
      run: () => state.setPreferences({ view: 'draft' }),
    },
    {
      id: 'paper',
      name: '稿纸视图',
      pinyin: 'gao zhi shi tu',
      when: view === 'draft',
      run: () => state.setPreferences({ view: 'paper' }),
    },
    {
      id: 'larger',
      name: '放大',
      note: `${larger}%`,
      pinyin: 'fang da',
      keys: 'Ctrl++',
      when: larger !== zoom,
      run: () => state.setPreferences({ zoom: larger }),
    },
    {
      id: 'smaller',
      name: '缩小',
      note: `${smaller}%`,
      pinyin: 'suo xiao',
      keys: 'Ctrl+-',
      when: smaller !== zoom,
      run: () => state.setPreferences({ zoom: smaller }),
    },
    {
      id: 'actual-size',
      name: '回到 100%',
      pinyin: 'hui dao',
      keys: 'Ctrl+0',
      when: zoom !== 100,
      run: () => state.setPreferences({ zoom: 100 }),
    },
    ...themeCommands(theme, state.setPreferences),
  ];
};
