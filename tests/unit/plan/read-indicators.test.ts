import { describe, expect, it } from 'vitest';
import { assessFunctions } from '../../../shared/functions/assess-functions';
import { blockFunctions } from '../../../shared/functions/block-functions';
import { readIndicators } from '../../../shared/plan/indicators/read-indicators';
import { recogniseText } from '../../../shared/recognise/recognise';

const readAll = (goals: readonly string[], rest: readonly string[] = []) => {
  const lines = [
    '云川市养老服务体系建设行动方案',
    '一、主要目标',
    ...goals,
    '二、主要任务',
    '（一）完善设施网络。',
    ...rest,
    '三、保障措施',
    '（一）加强组织领导。建立联席会议制度。',
    '云川市人民政府',
    '2026年3月18日',
  ];
  const { document } = recogniseText(lines.join('\n'));
  return readIndicators(document, blockFunctions(assessFunctions(document)));
};
const read = (goals: readonly string[], rest?: readonly string[]): string[] =>
  readAll(goals, rest).map(
    ({ name, value, unit, year, change, base }) =>
      `${name} ${change ? '±' : ''}${value}${unit} ${year ?? '—'}${base ? ` 自${base.value}${base.unit} ${base.year ?? '—'}` : ''}`,
  );

describe('indicators in the text', () => {
  it.each([
    ['到2030年，护理型床位占比达到65%以上。', ['护理型床位占比 65% 2030']],
    ['到2030年，建成社区养老站点120个。', ['社区养老站点 120个 2030']],
    [
      '到2030年，培育10家连锁化养老服务企业和3个养老产业园区。',
      ['连锁化养老服务企业 10家 2030', '养老产业园区 3个 2030'],
    ],
    ['到2030年，入户服务响应时间控制在30分钟以内。', ['入户服务响应时间 30分钟 2030']],
    ['到2030年，老年助餐点覆盖率由2025年的38%提高到85%。', ['老年助餐点覆盖率 85% 2030 自38% 2025']],
    ['到2030年，养老服务业营业收入年均增长8%左右。', ['养老服务业营业收入 ±8% 2030']],
    ['到2030年，护理员持证率提高5个百分点。', ['护理员持证率 ±5个百分点 2030']],
    ['到2028年和2030年，城区、镇区站点覆盖率分别达到85%、93%。', ['城区 85% 2030', '镇区站点覆盖率 93% 2030']],
    ['到2030年，新建站点20～30个。', ['站点 20～30个 2030']],
    ['到2030年，每万名老年人拥有护理员60人。', ['每万名老年人拥有护理员 60人 2030']],
    ['到2030年，保障性养老床位达到1.2万张。', ['保障性养老床位 1.2万张 2030']],
    ['到2030年，养老服务质量指数达到92.5。', ['养老服务质量指数 92.5 2030']],
    ['到2027年，建成站点60个；到2030年，建成站点120个。', ['站点 60个 2027', '站点 120个 2030']],
    ['到2030年，办结时间压缩至3个工作日以内。', ['办结时间 3个工作日 2030']],
    ['到2028年、2030年，示范站点分别达到60个、120个。', ['示范站点 60个 2028', '示范站点 120个 2030']],
    [
      '到2030年，入住机构老人达到3000人，失能老人床位达到800张，年均分别增长10%、12%。',
      ['入住机构老人 3000人 2030', '失能老人床位 800张 2030', '入住机构老人 ±10% 2030', '失能老人床位 ±12% 2030'],
    ],
    ['到2030年，助餐收入由2025年的300万元增加到2030年的800万元。', ['助餐收入 800万元 2030 自300万元 2025']],
    ['到2030年，备餐、送餐及时率均达到90%。', ['备餐、送餐及时率 90% 2030']],
    ['到2030年，护理员持证率、家属满意率均达到90%。', ['护理员持证率 90% 2030', '家属满意率 90% 2030']],
    ['到2030年，护理员持证率达到90％。', ['护理员持证率 90% 2030']],
    ['到2030年，培育3家服务规范、口碑好的连锁养老企业。', ['连锁养老企业 3家 2030']],
    ['到2030年，完成30家以上示范站点的培育和认定。', ['示范站点 30家 2030']],
    ['到2030年，建成数据中台、60个以上资源池、20个以上主题库。', ['资源池 60个 2030', '主题库 20个 2030']],
    ['到2030年，养老机构100%接入云川养老平台。', ['养老机构接入云川养老平台 100% 2030']],
    ['到2030年，站点出口带宽达到200Mbps。', ['站点出口带宽 200Mbps 2030']],
    ['到2027年，助餐能力超过5000份，2030年超过8000份。', ['助餐能力 5000份 2027', '助餐能力 8000份 2030']],
    ['到2030年，超5000万元企业达到6家。', ['超5000万元企业 6家 2030']],
    ['对建筑面积500平方米以上的站点，给予一次性补助20万元；服务老人达到60名的，再奖励5万元。', []],
  ] as const)('%s', (sentence, expected) => {
    expect(read([sentence])).toEqual(expected);
  });

  it('say whether a value is a floor, a ceiling or an estimate, and which are binding', () => {
    const found = readAll(['到2030年，覆盖率达到95%以上（约束性），投诉率低于2%（预期性），床位达到5000张左右。']);
    expect(found.map(({ bound, kind }) => [bound, kind])).toEqual([
      ['at-least', 'constrained'],
      ['at-most', 'expected'],
      ['about', null],
    ]);
  });

  it('have the year that an opening sentence or a heading gives', () => {
    expect(read(['到2030年，实现以下目标：', '助餐点覆盖率达到85%。', '护理型床位占比达到65%。'])).toEqual([
      '助餐点覆盖率 85% 2030',
      '护理型床位占比 65% 2030',
    ]);
  });

  it('are no dates, numbers of documents, titles, ordinals, spans of time or hotlines', () => {
    expect(
      read([
        '到2030年，按照《养老服务三年行动方案（2026—2028年）》（云政发〔2026〕5号）要求，3个月内完成第2次评估，拨打12345热线。',
      ]),
    ).toEqual([]);
  });

  it('stand in tasks too, with a year or without, and not in what was achieved before', () => {
    expect(read([], ['2027年，新建站点40个。', '2024年，全市建成站点20个。', '每个街道办好1处老年食堂。'])).toEqual([
      '站点 40个 2027',
      '老年食堂 1处 —',
    ]);
  });

  it('know where they stand in the text of their block', () => {
    const [first] = readAll(['到2030年，助餐点覆盖率达到85%，成效明显。']);
    expect(first).toMatchObject({ start: '到2030年，'.length, end: '到2030年，助餐点覆盖率达到85%'.length });
  });
});
