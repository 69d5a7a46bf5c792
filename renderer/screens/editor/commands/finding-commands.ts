import { type DocumentFunction, functionNames } from '../../../../shared/functions/types';
import type { DeskEntry, DeskState } from './desk-state';

const functionPinyin: Readonly<Record<DocumentFunction, string>> = {
  guidingIdeology: 'bu xie zhi dao si xiang',
  goals: 'bu xie mu biao',
  tasks: 'bu xie ren wu',
  safeguards: 'bu xie bao zhang cuo shi',
};

/** What is missing, still to be filled in or to be put right. */
export const findingCommands = (state: DeskState): readonly DeskEntry[] => {
  const { findings, run } = state;
  const placed = findings.some((finding) => finding.blockId !== null);
  const fixable = findings.filter((finding) => finding.fix);
  return [
    ...state.missing.map((name) => ({
      id: `add-${name}`,
      name: `补写${functionNames[name]}`,
      note: '必备，尚缺',
      pinyin: functionPinyin[name],
      run: () => state.addPart(name),
    })),
    {
      id: 'placeholder',
      name: '到下一处待填',
      note: `还有 ${state.placeholders} 处`,
      pinyin: 'dao xia yi chu dai tian',
      when: state.placeholders > 0,
      run: () => run({ type: 'nextPlaceholder' }),
    },
    {
      id: 'next-finding',
      name: '下一个问题',
      pinyin: 'xia yi ge wen ti',
      keys: 'F8',
      when: placed,
      run: () => state.stepFinding(1),
    },
    {
      id: 'previous-finding',
      name: '上一个问题',
      pinyin: 'shang yi ge wen ti',
      keys: 'Shift+F8',
      when: placed,
      run: () => state.stepFinding(-1),
    },
    {
      id: 'review',
      name: '待核对：读入时拿不准的、批注和修订',
      note: state.toReview ? `还有 ${state.toReview} 处` : '',
      pinyin: 'dai he dui du ru shi na bu zhun de pi zhu he xiu ding',
      when: state.toReview !== null,
      run: state.showReview,
    },
    { id: 'review-report', name: '导出核稿单', pinyin: 'dao chu he gao dan', run: () => state.exportReview('docx') },
    {
      id: 'review-comments',
      name: '导出批注稿',
      note: '问题写成 Word 批注',
      pinyin: 'dao chu pi zhu gao',
      run: () => state.exportReview('comments'),
    },
    {
      id: 'review-data',
      name: '导出核稿数据',
      note: '.json',
      pinyin: 'dao chu he gao shu ju',
      run: () => state.exportReview('json'),
    },
    { id: 'rules', name: '校核规则', pinyin: 'jiao he gui ze', run: state.openRules },
    {
      id: 'turn-findings',
      name: '问题按位置或按类别排列',
      pinyin: 'wen ti an wei zhi huo an lei bie pai lie',
      run: state.turnFindings,
    },
    {
      id: 'fix-all',
      name: '改正全部能改的问题',
      note: `${fixable.length} 处`,
      pinyin: 'gai zheng quan bu neng gai de wen ti',
      when: fixable.length > 0,
      run: () => state.fix(fixable),
    },
  ];
};
