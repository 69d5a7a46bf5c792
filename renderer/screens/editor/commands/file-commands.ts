import type { DeskEntry, DeskState } from './desk-state';

/** Saving, comparing, exporting and describing the document. */
export const fileCommands = (state: DeskState): readonly DeskEntry[] => [
  { id: 'save', name: '立即保存', pinyin: 'li ji bao cun', keys: 'Ctrl+S', run: state.save },
  { id: 'export', name: '导出 Word 文件', pinyin: 'dao chu word wen jian', keys: 'Ctrl+E', run: state.exportFile },
  {
    id: 'indicators',
    name: '指标：目标值、年份和指标表',
    pinyin: 'zhi biao mu biao zhi nian fen he zhi biao biao',
    run: state.showIndicators,
  },
  {
    id: 'tasks',
    name: '分工：任务、责任单位和时限',
    pinyin: 'fen gong ren wu ze ren dan wei he shi xian',
    run: state.showTasks,
  },
  {
    id: 'superiors',
    name: '贯彻落实对照：与上级文件逐条对照',
    pinyin: 'guan che luo shi dui zhao yu shang ji wen jian zhu tiao dui zhao',
    run: state.showSuperiors,
  },
  {
    id: 'coverage',
    name: '覆盖情况：目标、任务和保障措施',
    pinyin: 'fu gai qing kuang mu biao ren wu he bao zhang cuo shi',
    run: state.showCoverage,
  },
  {
    id: 'times',
    name: '时间线：文中的日期、时限和起止时间',
    pinyin: 'shi jian xian wen zhong de ri qi shi xian he qi zhi shi jian',
    run: state.showTimes,
  },
  {
    id: 'drafting-note',
    name: '起草说明：按正文生成，改过的部分保留',
    pinyin: 'qi cao shuo ming an zheng wen sheng cheng gai guo de bu fen bao liu',
    run: () => state.showDraft('drafting-note'),
  },
  {
    id: 'interpretation',
    name: '政策解读：按正文生成，改过的部分保留',
    pinyin: 'zheng ce jie du an zheng wen sheng cheng gai guo de bu fen bao liu',
    run: () => state.showDraft('interpretation'),
  },
  {
    id: 'versions',
    name: '版本：存为版本、看改动、恢复',
    pinyin: 'ban ben cun wei ban ben kan gai dong hui fu',
    run: state.showVersions,
  },
  { id: 'compare-file', name: '与来稿比较', pinyin: 'yu lai gao bi jiao', run: state.compareFile },
  { id: 'preview', name: '版面预览', note: '打印、PDF', pinyin: 'ban mian yu lan', keys: 'Ctrl+P', run: state.preview },
  { id: 'circulate', name: '出稿', note: 'Word、PDF 和清单', pinyin: 'chu gao', run: state.circulate },
  { id: 'form', name: '文件信息', pinyin: 'wen jian xin xi', run: state.openForm },
];
