import type { Level } from '../../../shared/document/block';

/** Levels as the bar and the palette offer them. */
export const levelChoices: readonly Readonly<{ level: Level | 'body'; label: string; name: string; pinyin: string }>[] =
  [
    { level: 1, label: '一、', name: '第一层标题', pinyin: 'di yi ceng biao ti' },
    { level: 2, label: '（一）', name: '第二层标题', pinyin: 'di er ceng biao ti' },
    { level: 3, label: '1.', name: '第三层标题', pinyin: 'di san ceng biao ti' },
    { level: 4, label: '（1）', name: '第四层标题', pinyin: 'di si ceng biao ti' },
    { level: 'body', label: '正文', name: '正文段落', pinyin: 'zheng wen duan luo' },
  ];
