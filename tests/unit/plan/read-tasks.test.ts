import { describe, expect, it } from 'vitest';
import { assessFunctions } from '../../../shared/functions/assess-functions';
import { blockFunctions } from '../../../shared/functions/block-functions';
import { readTasks } from '../../../shared/plan/tasks/read-tasks';
import { recogniseText } from '../../../shared/recognise/recognise';

const read = (...tasks: readonly string[]): string[] => {
  const lines = [
    '云川市养老服务体系建设行动方案',
    '一、主要目标',
    '到2030年，建成社区养老站点120个。',
    '二、主要任务',
    ...tasks,
    '三、保障措施',
    '（一）加强组织领导。建立联席会议制度，健全政府牵头负责的机制。',
    '云川市人民政府',
    '2026年3月18日',
  ];
  const { document } = recogniseText(lines.join('\n'));
  return readTasks(document, blockFunctions(assessFunctions(document)))
    .filter(({ blockId }) => document.parts[0]!.children.findIndex(({ id }) => id === blockId) > 3)
    .map(
      ({ text, lead, support, deadline, outcome, unitsFrom }) =>
        `${text}｜${lead.join('、')}｜${support.join('、')}｜${deadline ?? ''}｜${outcome ?? ''}｜${unitsFrom?.how ?? ''}`,
    )
    .filter((line) => !line.startsWith('加强组织领导'));
};

describe('tasks', () => {
  it('have the units of the note behind them and the date in their sentences', () => {
    expect(
      read(
        '（一）完善设施网络。2027年6月底前，新建站点40个。（牵头单位：市民政局；配合单位：市财政局、市自然资源局）',
        '（二）发展助餐服务。制定助餐服务管理办法，每个街道办好一处老年食堂。（责任单位：市民政局）',
      ),
    ).toEqual([
      '完善设施网络｜市民政局｜市财政局、市自然资源局｜2027年6月底前｜｜note',
      '发展助餐服务｜市民政局｜｜｜助餐服务管理办法｜note',
    ]);
  });

  it('have the units that their sentences name', () => {
    expect(
      read(
        '（一）完善设施网络。由市民政局牵头，市财政局、市自然资源局配合，2026年底前完成选址。',
        '（二）发展助餐服务。办好食堂。',
      ),
    ).toEqual(['完善设施网络｜市民政局｜市财政局、市自然资源局｜2026年底前｜｜prose', '发展助餐服务｜｜｜｜｜']);
  });

  it('take the units of their chapter where they have none', () => {
    expect(
      read(
        '（一）完善设施网络（责任单位：市民政局）',
        '1.新建站点。每年新建40个。',
        '2.改造老站点。分批改造。（责任单位：市住房城乡建设局）',
      ),
    ).toEqual(['新建站点｜市民政局｜｜｜｜inherited', '改造老站点｜市住房城乡建设局｜｜｜｜note']);
  });

  it('are the items with notes of their own, not the heading above them', () => {
    expect(
      read(
        '（一）完善设施网络。分类推进。',
        '——新建一批。（责任单位：市民政局）',
        '——改造一批。（责任单位：市住房城乡建设局）',
      ),
    ).toEqual(['新建一批｜市民政局｜｜｜｜note', '改造一批｜市住房城乡建设局｜｜｜｜note']);
  });

  it('are several where a paragraph goes on behind a note, each with its own units and date', () => {
    expect(
      read(
        '（一）完善设施网络。',
        '年内新建站点40个。[责任单位：市民政局]2027年6月底前改造老站点。（责任单位：市住房城乡建设局，各县（区）政府）推广助餐服务。[责任单位：市商务局]',
      ),
    ).toEqual([
      '年内新建站点40个｜市民政局｜｜年内｜｜prose',
      '2027年6月底前改造老站点｜市住房城乡建设局、各县（区）政府｜｜2027年6月底前｜｜prose',
      '推广助餐服务｜市商务局｜｜｜｜note',
    ]);
  });
});
