import { describe, expect, it } from 'vitest';
import { allChecks } from '../../../shared/checks/all-checks';
import { timeRules } from '../../../shared/checks/time-rules';
import { readTimes } from '../../../shared/plan/times/read-times';
import { recogniseText } from '../../../shared/recognise/recognise';

const read = (lines: readonly string[], date: readonly string[] = ['云川市人民政府', '2026年3月18日']) => {
  const { document } = recogniseText(
    ['云川市养老服务行动方案（2026—2028年）', '一、工作任务', ...lines, ...date].join('\n'),
  );
  const { times, unresolved, issuedIn } = readTimes(document);
  const month = (count: number) => `${Math.floor((count - 1) / 12)}.${((count - 1) % 12) + 1}`;
  return {
    issuedIn,
    times: times.map(({ words, from, to, kind }) => `${words} ${month(from)}–${month(to)} ${kind}`),
    said: times.map(({ said }) => said),
    unresolved: unresolved.map(({ words }) => words),
  };
};

describe('the times of a text', () => {
  it('are dates, deadlines and periods, by when they end', () => {
    expect(
      read([
        '（一）新建站点。到2028年建成站点120个，2026年6月底前完成选址，2027年第一季度开工。',
        '（二）培训队伍。2026—2027年每年培训500人，“十五五”期间全员持证。2025年已培训300人。',
      ]).times,
    ).toEqual([
      '2025年 2025.1–2025.12 date',
      '2026年6月底前 2026.6–2026.6 deadline',
      '2027年第一季度 2027.1–2027.3 date',
      '2026—2027年 2026.1–2027.12 period',
      '2028年 2028.1–2028.12 deadline',
      '“十五五”期间 2026.1–2030.12 period',
    ]);
  });
  it('that name no year are resolved against the year of issue', () => {
    expect(read(['（一）新建站点。年底前完成选址，明年上半年开工，今年9月启动培训。']).times).toEqual([
      '今年9月 2026.9–2026.9 date',
      '年底前 2026.1–2026.12 deadline',
      '明年上半年 2027.1–2027.6 date',
    ]);
  });
  it('are said to be open where the text has no date', () => {
    const found = read(['（一）新建站点。年底前完成选址，2027年建成。'], []);
    expect(found).toMatchObject({ issuedIn: null, unresolved: ['年底前'] });
    expect(found.times).toHaveLength(1);
  });
  it('are none in names of documents, numbers, titles and habits', () => {
    expect(
      read([
        '（一）落实《云川市养老服务规划（2021—2025年）》（云政发〔2021〕5号）。每年上半年开展评估，半年内整改，2年内见效。',
      ]).times,
    ).toEqual([]);
  });
  it('come with their clause, behind the lead of their item', () => {
    expect(read(['（一）新建站点。做好准备；到2028年建成站点120个。再作评估。']).said).toEqual([
      '新建站点：到2028年建成站点120个',
    ]);
  });
  it('are what rules say something of that there are', () => {
    const known = new Set(allChecks.map(({ id }) => id));
    expect([...timeRules].filter((id) => !known.has(id))).toEqual([]);
  });
});
