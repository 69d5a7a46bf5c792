import { appCommands } from '../../app/app-commands';
import { preferences, setPreferences } from '../../app/preferences';
import { themeCommands } from '../../app/theme-commands';
import type { PaletteCommand } from '../../features/palette/palette-command';
import type { LibraryDialog } from './library-dialogs';
import type { LibrarySort, LibraryView } from './library-rows';

type LibraryState = Readonly<{
  view: LibraryView;
  /** Documents in the 回收站. */
  trashed: number;
  show(dialog: LibraryDialog): void;
  showView(view: LibraryView): void;
  checkIncoming(): void;
  openFiles(): void;
  sort(sort: LibrarySort): void;
  search(): void;
  emptyTrash(): void;
}>;

const sorts = [
  { name: '按最近修改排列', pinyin: 'an zui jin xiu gai pai lie', sort: { by: 'time', descending: true } },
  { name: '按标题排列', pinyin: 'an biao ti pai lie', sort: { by: 'title', descending: false } },
  { name: '按状态排列', pinyin: 'an zhuang tai pai lie', sort: { by: 'status', descending: false } },
  { name: '按问题多少排列', pinyin: 'an wen ti duo shao pai lie', sort: { by: 'problems', descending: true } },
] as const;

/** Everything that works on the library screen at this moment. */
export const libraryCommands = (state: LibraryState): PaletteCommand[] => [
  { id: 'new', name: '从模板新建', pinyin: 'cong mo ban xin jian', run: () => state.show({ kind: 'new' }) },
  {
    id: 'reuse',
    name: '以去年文稿为底稿',
    pinyin: 'yi qu nian wen gao wei di gao',
    run: () => state.show({ kind: 'reuse', chosen: null }),
  },
  { id: 'templates', name: '本单位模板', pinyin: 'ben dan wei mo ban', run: () => state.show({ kind: 'templates' }) },
  { id: 'units', name: '单位名录', pinyin: 'dan wei ming lu', run: () => state.show({ kind: 'units' }) },
  { id: 'rules', name: '校核规则', pinyin: 'jiao he gui ze', run: () => state.show({ kind: 'rules' }) },
  { id: 'incoming', name: '核对来稿', note: '只核对，不收入文库', pinyin: 'he dui lai gao', run: state.checkIncoming },
  { id: 'open-files', name: '打开已有文稿', pinyin: 'da kai yi you wen gao', run: state.openFiles },
  { id: 'open-folder', name: '读入文件夹…', pinyin: 'du ru wen jian jia', run: () => state.show({ kind: 'folder' }) },
  ...sorts.map(({ name, pinyin, sort }) => ({ id: `sort-${sort.by}`, name, pinyin, run: () => state.sort(sort) })),
  { id: 'backups', name: '备份与恢复', pinyin: 'bei fen yu hui fu', run: () => state.show({ kind: 'backups' }) },
  { id: 'search', name: '查找文稿', pinyin: 'cha zhao wen gao', keys: 'Ctrl+F', run: state.search },
  state.view === 'all'
    ? { id: 'trash', name: '回收站', pinyin: 'hui shou zhan', run: () => state.showView('trash') }
    : { id: 'all-documents', name: '全部文稿', pinyin: 'quan bu wen gao', run: () => state.showView('all') },
  ...(state.trashed > 0
    ? [
        {
          id: 'empty-trash',
          name: '清空回收站…',
          note: `${state.trashed} 份`,
          pinyin: 'qing kong hui shou zhan',
          run: state.emptyTrash,
        },
      ]
    : []),
  ...themeCommands(preferences().theme, setPreferences),
  ...appCommands(),
];
