import { app, Menu, type MenuItemConstructorOptions } from 'electron';

/** The Chinese menu. Its edit roles are what makes the clipboard and undo keys work in every field. */
export const setMenu = (): void => {
  const development: MenuItemConstructorOptions = {
    label: '开发',
    submenu: [
      { role: 'reload', label: '重新载入' },
      { role: 'toggleDevTools', label: '开发者工具' },
    ],
  };
  const template: MenuItemConstructorOptions[] = [
    { label: '文件', submenu: [{ role: 'quit', label: '退出' }] },
    {
      label: '编辑',
      submenu: [
        { role: 'undo', label: '撤销' },
        { role: 'redo', label: '恢复' },
        { type: 'separator' },
        { role: 'cut', label: '剪切' },
        { role: 'copy', label: '复制' },
        { role: 'paste', label: '粘贴' },
        { role: 'pasteAndMatchStyle', label: '只粘贴文字' },
        { role: 'selectAll', label: '全选' },
      ],
    },
    {
      label: '窗口',
      submenu: [
        { role: 'minimize', label: '最小化' },
        { role: 'togglefullscreen', label: '全屏' },
      ],
    },
    ...(app.isPackaged ? [] : [development]),
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
};
