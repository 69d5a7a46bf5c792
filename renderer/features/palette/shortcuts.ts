/** A key and what it does. */
type Shortcut = readonly [keys: string, words: string];

/** Every key of the app, as people look them up. */
export const shortcutGroups: readonly Readonly<{ title: string; keys: readonly Shortcut[] }>[] = [
  {
    title: '写作',
    keys: [
      ['Enter', '下一条、下一段；空行上打开插入菜单'],
      ['/', '空行上打开插入菜单'],
      ['Tab', '在待填处到下一处待填；别处降一级，表格中到下一格'],
      ['Shift+Tab', '在待填处到上一处待填；别处升一级，表格中到上一格'],
      ['@ 或 Ctrl+Shift+Y', '引用条目、专栏、表、图或附件'],
      ['Ctrl+Alt+F', '插入脚注；光标在脚注号旁时修改注文'],
      ['Ctrl+] Ctrl+[', '光标在图题上时，图片放大、缩小'],
      ['Ctrl+Enter', '光标在图题上时，图片的宽度和替代文字'],
      ['Alt+↑', '上移'],
      ['Alt+↓', '下移'],
      ['一、 （一） 1. （1）', '段首输入，即成该层标题'],
      ['Ctrl+Shift+R', '责任单位；在责任单位上也可用 Ctrl+Enter'],
      ['Ctrl+Z', '撤销'],
      ['Ctrl+Y', '恢复'],
    ],
  },
  {
    title: '文稿',
    keys: [
      ['Ctrl+K', '全部命令，可转到标题'],
      ['Ctrl+F', '查找'],
      ['Ctrl+H', '替换'],
      ['F3 Shift+F3', '下一处、上一处'],
      ['Ctrl+S', '立即保存'],
      ['Ctrl+E', '导出 Word 文件'],
      ['Ctrl+P', '版面预览；在预览中为打印'],
      ['F8', '下一个问题'],
      ['Shift+F8', '上一个问题'],
      ['F1 或 Ctrl+/', '快捷键'],
    ],
  },
  {
    title: '提纲',
    keys: [
      ['Ctrl+Shift+O', '筛选提纲'],
      ['↑ ↓ ← →', '逐行移动，收起或展开'],
      ['Enter', '转到该处'],
      ['Alt+↑ Alt+↓', '整段上移、下移'],
      ['Tab Shift+Tab', '整段降一级、升一级'],
      ['Delete', '删除整段，可撤销'],
      ['Alt+Enter', '只看这一部分'],
      ['Esc', '回到正文'],
    ],
  },
  {
    title: '显示',
    keys: [
      ['F6', '到下一栏：工具栏、提纲、正文、右栏、状态栏'],
      ['Shift+F6', '到上一栏'],
      ['Ctrl+Shift+L', '只看本章；再按显示全文'],
      ['Esc', '显示全文'],
      ['Ctrl++', '放大'],
      ['Ctrl+-', '缩小'],
      ['Ctrl+0', '回到 100%'],
    ],
  },
  {
    title: '版面预览',
    keys: [
      ['PageDown PageUp', '后一页、前一页，也可用 → ←'],
      ['Home End', '首页、末页'],
      ['Enter', '回到这一页的正文'],
      ['Ctrl+G', '22 行 × 28 字的网格'],
      ['Ctrl++ Ctrl+- Ctrl+0', '放大、缩小、合适大小'],
      ['Esc', '返回编辑'],
    ],
  },
  {
    title: '文库',
    keys: [
      ['Ctrl+F', '查找文稿'],
      ['Enter', '打开，或从回收站还原'],
      ['F2', '改名'],
      ['F4', '归档：文件夹、状态、标签'],
      ['空格 Shift+↑ Shift+↓', '选中文稿，一起归档或移到回收站'],
      ['Ctrl+A Esc', '全部选中、取消选择'],
      ['Delete', '移到回收站'],
    ],
  },
];
