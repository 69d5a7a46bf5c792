import { describe, expect, it } from 'vitest';
import { orphans, readCoverage } from '../../../shared/plan/against/coverage';
import { makePlanFile } from '../../../shared/plan/make-plan-file';
import { measureCoverage } from '../../plan/measure-coverage';
import { hasShared, whySkipped } from '../../recognition/labels';
import { cityLines, readLines } from './plan-texts';

const { document, functions, plan } = readLines(cityLines);
const read = (links: Parameters<typeof readCoverage>[3] = []) => readCoverage(document, functions, plan, links);
const named = (coverage: ReturnType<typeof read>): string[] => {
  const text = (key: string) =>
    [...coverage.goals, ...coverage.tasks, ...coverage.safeguards].find((one) => one.key === key)!.text;
  return coverage.links.map(({ from, to, reason }) => `${text(from)}→${text(to)} ${reason}`);
};
const texts = (items: readonly { text: string }[]): string[] => items.map(({ text }) => text);

describe('goals, tasks and safeguards', () => {
  it('are each a line: a value a goal, a heading a task or a safeguard', () => {
    const { goals, tasks, safeguards } = read();
    expect(texts(goals)).toEqual([
      '助餐点覆盖率80%（2028年）',
      '家属投诉率1%（2028年）',
      '护理型床位占比60%（2028年）',
      '社区养老站点120个（2028年）',
    ]);
    expect(texts(tasks)).toEqual(['办好老年食堂', '培训护理员', '推进适老化改造']);
    expect(texts(safeguards)).toEqual(['加强组织领导', '保障护理人才']);
  });

  it('belong together where their words are alike, and say which words', () => {
    expect(named(read())).toContain('保障护理人才→培训护理员 words');
    expect(
      read()
        .links.flatMap(({ shared }) => shared)
        .join(),
    ).toContain('护理');
  });

  it('leadership holds for all tasks; what serves nothing is listed', () => {
    const coverage = read();
    const without = orphans(coverage);
    expect(texts(without.safeguards)).toEqual([]);
    expect(texts(without.tasks)).toContain('推进适老化改造');
    expect(texts(without.goals)).toContain('家属投诉率1%（2028年）');
  });

  it('a value that stands in a task too joins goal and task', () => {
    const {
      document: other,
      functions: fns,
      plan: both,
    } = readLines(
      cityLines.map((line) =>
        line.startsWith('（三）') ? '（三）建设养老站点。到2028年，建成社区养老站点120个，均衡布局。' : line,
      ),
    );
    const { goals, tasks, links } = readCoverage(other, fns, both);
    const goal = goals.find(({ text }) => text.startsWith('社区养老站点'))!;
    const task = tasks.find(({ text }) => text === '建设养老站点')!;
    expect(links.find(({ from, to }) => from === goal.key && to === task.key)?.reason).toBe('indicator');
  });

  it('what the person says stands above what is proposed', () => {
    const { goals, tasks, safeguards } = read();
    const linked = read([
      { from: goals[1]!.key, to: tasks[0]!.blockId },
      { from: safeguards[1]!.key, to: tasks[1]!.blockId, not: true },
    ]);
    expect(named(linked)).toContain('家属投诉率1%（2028年）→办好老年食堂 said');
    expect(named(linked)).not.toContain('保障护理人才→培训护理员 words');
  });

  it('is written as a table of goals with their tasks, and as a matrix', () => {
    const word = makePlanFile(document, 'coverage-docx');
    const sheet = makePlanFile(document, 'coverage-xlsx');
    if (!('parts' in word) || 'parts' in sheet) throw new Error('one of each');
    expect(JSON.stringify(word.parts)).toContain('没有对应目标的任务');
    expect(sheet.rows[0]).toEqual(['类别', '内容', '办好老年食堂', '培训护理员', '推进适老化改造']);
    expect(sheet.rows.at(-2)).toEqual(['保障措施', '加强组织领导', '△', '△', '△']);
  });
});

describe.skipIf(!hasShared)(hasShared ? 'goals of published plans' : whySkipped, () => {
  it('are put to the tasks that serve them as a careful reader does, four of five times', () => {
    const goals = measureCoverage().filter(({ kind }) => kind === 'goals');
    const sum = (count: 'right' | 'found' | 'labelled') => goals.reduce((total, one) => total + one[count], 0);
    expect(sum('right') / sum('found')).toBeGreaterThanOrEqual(0.8);
    expect(sum('right') / sum('labelled')).toBeGreaterThanOrEqual(0.8);
  });
});
