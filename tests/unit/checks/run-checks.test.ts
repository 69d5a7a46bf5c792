import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describePlaces } from '../../../shared/checks/describe-place';
import { runChecks } from '../../../shared/checks/run-checks';
import { summarise } from '../../../shared/checks/summarise';
import type { Block } from '../../../shared/document/block';
import { footnoteSign } from '../../../shared/document/text';
import { recogniseText } from '../../../shared/recognise/recognise';
import { instantiate } from '../../../shared/templates/instantiate';
import { shippedTemplates } from '../../../shared/templates/templates';
import { hasShared, readShared, sharedFolder, whySkipped } from '../../recognition/labels';
import { documentOf, exampleDocument } from './example-document';

const opinion = shippedTemplates()[0]!;
const values = Object.fromEntries(opinion.placeholders.map(({ key, example }) => [key, example]));

const rulesOf = (text: string): string[] => runChecks(recogniseText(text).document).findings.map(({ rule }) => rule);

describe('a check run', () => {
  it('lists findings about the whole document first, then in the order of the text', () => {
    const document = documentOf([
      { type: 'paragraph', id: 'block-one', children: [{ text: '其它单位配合，，其它不变。' }] },
      { type: 'paragraph', id: 'block-two', children: [{ text: '截止2025年底完成。' }] },
    ]);
    const { findings } = runChecks(document);
    const placed = findings.filter(({ blockId }) => blockId !== null);
    expect(findings.slice(0, findings.length - placed.length).every(({ blockId }) => blockId === null)).toBe(true);
    expect(placed.map(({ rule, blockId, start, excerpt }) => [rule, blockId, start, excerpt])).toEqual([
      ['wording/others', 'block-one', 0, '其它'],
      ['form/repeated-punctuation', 'block-one', 6, '，，'],
      ['wording/others', 'block-one', 8, '其它'],
      ['wording/until', 'block-two', 0, '截止'],
    ]);
  });

  it('counts by severity and does not change the document', () => {
    const document = instantiate(opinion, {});
    const before = structuredClone(document);
    const { findings, counts } = runChecks(document);
    expect(document).toEqual(before);
    expect(counts.must + counts.should + counts.hint).toBe(findings.length);
  });

  it('says a jump in the numbers once, and renumbers all behind it at once', () => {
    const text = ['云川市夜市方案', '一、甲', '二、乙', '四、丙', '五、丁', '七、戊'].join('\n');
    const jumps = runChecks(recogniseText(text).document).findings.filter(
      ({ rule }) => rule === 'consistency/source-number',
    );
    expect(jumps.map(({ message }) => message)).toEqual([
      '编号写作“四、”，按顺序应为“三、”。',
      '编号写作“七、”，按顺序应为“六、”。',
    ]);
    expect(jumps.map(({ fix }) => fix?.kind === 'clear-source-number' && fix.followers?.length)).toEqual([1, 0]);
  });

  it('says of a number what it should be, also behind a count that began below 1', () => {
    const clause = (id: string, level: 1 | 2, sourceNumber?: string): Block => ({
      type: 'clause',
      id: `clause-${id}`,
      level,
      ...(sourceNumber !== undefined && { sourceNumber }),
      children: [{ text: '登记摊位' }],
    });
    const children = [
      ...[clause('aaaa', 1), clause('bbbb', 2), clause('cccc', 2, '（0）')],
      ...[clause('dddd', 1), clause('eeee', 2), clause('ffff', 2, '（三）')],
    ];
    const { findings } = runChecks({
      schemaVersion: 1,
      id: 'below-one',
      meta: { genre: 'other' },
      setAside: [],
      parts: [{ type: 'part', id: 'main-part', kind: 'main', numbering: {}, children }],
    });
    const jumps = findings.filter(({ rule }) => rule === 'consistency/source-number');
    expect(jumps.map(({ message }) => message)).toEqual([
      '编号写作“（0）”，按顺序应为“（2）”。',
      '编号写作“（三）”，按顺序应为“（二）”。',
    ]);
  });

  it('takes what stands for a title, a signature or recipients in published texts', () => {
    const notice = ['主管部门：', '一、登记摊位', '逐户登记。'];
    const report = '《云川市夜间经济发展规划纲要（2026—2030年）》主要内容如下。';
    const titleOf = (...lines: string[]) =>
      runChecks(recogniseText(lines.join('\n')).document).findings.filter(
        ({ rule }) => rule === 'completeness/title-missing',
      );
    expect(titleOf(report, '一、发展目标', '到2030年建成夜市30处。').map(({ severity }) => severity)).toEqual([
      'should',
    ]);
    expect(titleOf('一、发展目标', '到2030年建成夜市30处。').map(({ severity }) => severity)).toEqual(['must']);
    const dated = ['云川市商务局关于登记夜市摊位的通知', '（2026年3月）', `全市夜市${notice[0]}`, ...notice.slice(1)];
    expect(rulesOf(dated.join('\n'))).not.toContain('completeness/elements-missing');
    const garbled = [
      '云川市商务局关于登记夜市摊位的通知',
      '各有关单位：',
      ...notice.slice(1),
      '云川局市商务',
      '2026年3月16日',
    ];
    expect(rulesOf(garbled.join('\n'))).not.toContain('completeness/elements-missing');
    expect(rulesOf(garbled.toSpliced(-2, 1).join('\n'))).toContain('completeness/elements-missing');
  });

  it('says once that a text is half-width throughout, and not at its number', () => {
    const text =
      '云川市人民政府关于推进标准化工作的意见\n云政发(2026)5号\n各县(市、区)人民政府:\n现就推进标准化工作,提出如下意见。\n一、总体安排\n(一)制定标准。由市市场监管局牵头,制定电机标准。\n(二)推广标准。由市农业农村局牵头,推广茶叶标准。';
    const rules = rulesOf(text);
    expect(rules.filter((rule) => rule === 'form/half-width')).toHaveLength(1);
    expect(rules).not.toContain('form/document-number');
  });

  it('gives no fix inside a table, whose text is put together from its cells', () => {
    const cell = (text: string) => ({ type: 'cell' as const, children: [{ text }] });
    const { findings } = runChecks(
      documentOf([
        { type: 'table', id: 'table-1', children: [{ type: 'row', children: [cell('序号'), cell('其它事项')] }] },
      ]),
    );
    const [found] = findings.filter(({ rule }) => rule === 'wording/others');
    expect(found).toMatchObject({ blockId: 'table-1', start: 3, end: 5 });
    expect(found?.fix).toBeUndefined();
  });
});

describe('the place of a finding', () => {
  it('is said in numbers of headings and paragraphs', () => {
    const { document } = recogniseText(
      '云川市人民政府关于推进标准化工作的意见\n各县（市、区）人民政府：\n现提出如下意见。\n一、总体要求\n围绕两个产业推进标准化。\n二、重点任务\n（一）制定标准。由市市场监管局牵头。\n每年制定五项。\n（二）推广标准。建设标准化茶园。\n云川市人民政府\n2026年3月16日',
    );
    const places = describePlaces(document);
    expect(document.parts[0]!.children.map((block) => places.get(block.id))).toEqual([
      '标题',
      '主送机关',
      '第1段',
      '一',
      '一第1段',
      '二',
      '二（一）',
      '二（一）第2段',
      '二（二）',
      '署名',
      '成文日期',
    ]);
  });
});

describe('the summary of a document', () => {
  it('says what the library shows', () => {
    const summary = summarise(instantiate(opinion, values, { samples: true }));
    expect(summary).toMatchObject({
      title: '云川市人民政府关于推进质量提升的实施意见',
      genre: 'implementation-opinion',
      issuer: '云川市人民政府',
      counts: { must: 0 },
    });
    expect(summary.functions.safeguards).not.toBe('missing');
    expect(summary.characters).toBeGreaterThan(600);
  });
});

describe.skipIf(!hasShared)(`real documents${hasShared ? '' : ` (${whySkipped})`}`, () => {
  const seed = (name: string) => {
    const file = readdirSync(join(sharedFolder, 'seeds')).find((entry) => entry.startsWith(name))!;
    return runChecks(recogniseText(readShared(`seeds/${file}`)).document);
  };
  const rules = (name: string) => seed(name).findings.map(({ rule }) => rule);

  it('seed 4 lacks its safeguards and nothing else that is a must', () => {
    const musts = seed('4-').findings.filter(({ severity }) => severity === 'must');
    expect(musts.map(({ rule }) => rule)).toEqual(['completeness/safeguards-missing']);
    expect(musts[0]?.message).toContain('缺少“保障措施”');
  });

  it('seeds 1, 2, 3 and 5 have all four functions and no must', () => {
    for (const name of ['1-', '2-', '3-', '5-']) {
      const { functions, counts } = seed(name);
      expect(Object.values(functions).map(({ state }) => state)).not.toContain('missing');
      expect(counts.must).toBe(0);
    }
  });

  it('the slips known in the seeds are found', () => {
    expect(rules('1-')).toEqual(expect.arrayContaining(['consistency/quoted-numbers', 'wording/until']));
    expect(rules('2-')).toEqual(
      expect.arrayContaining([
        'consistency/number-without-hao',
        'consistency/sibling-stops',
        'consistency/issuer-name',
      ]),
    );
    expect(rules('5-')).toContain('form/unpaired-marks');
  });

  it('published documents have at most one must in the median, and few in all', () => {
    const files = readShared('corpus/INDEX.tsv')
      .split('\n')
      .map((row) => row.split('\t'))
      .filter((row) => row[6]?.trim() === 'target')
      .map((row) => row[0]!);
    const musts = files.map((file) => runChecks(recogniseText(readShared(`corpus/${file}`)).document).counts.must);
    musts.sort((one, other) => one - other);
    expect(musts[Math.floor(musts.length / 2)]).toBeLessThanOrEqual(1);
    expect(musts.reduce((sum, count) => sum + count, 0)).toBeLessThan(musts.length / 2);
  });
});

describe('the words beside the text', () => {
  it('are checked as the text is: footnotes and captions of tables', () => {
    const document = documentOf([
      {
        type: 'paragraph',
        id: 'with-notes',
        children: [
          { text: '标准数据见注。' },
          { text: footnoteSign, footnote: { id: 'note-1', text: '截止2025年底，其它口径同此。' } },
        ],
      },
      {
        type: 'table',
        id: 'with-caption',
        caption: '其它标准数量',
        children: [{ type: 'row', children: [{ type: 'cell', children: [{ text: '标准' }] }] }],
      },
    ]);
    const beside = runChecks(document).findings.filter(({ message }) => /^(?:脚注|表题)：/.test(message));
    expect(beside.map(({ rule, blockId, fix }) => [rule, blockId, fix])).toEqual(
      expect.arrayContaining([
        ['wording/until', 'with-notes', undefined],
        ['wording/others', 'with-notes', undefined],
        ['wording/others', 'with-caption', undefined],
      ]),
    );
  });
});

describe('figures in tables', () => {
  const said = (rows: string) =>
    runChecks(exampleDocument(`表格：${rows}`))
      .findings.filter(({ rule }) => /table-(?:growth|share)$/.test(rule))
      .map(({ message }) => message);

  it('of growth a year are those that the years between give', () => {
    const table = (average: string) => `指标\t2025年\t2028年\t年均增长（%）|标准数\t100\t133\t${average}`;
    expect(said(table('10'))).toEqual([]);
    expect(said(table('11'))).toEqual(['年均增幅写作11，按100和133计算为10.0%，请核对。']);
  });

  it('of shares are those of the total, as exactly as they are written', () => {
    const table = (share: string) => `县区\t标准数\t占比|东山县\t1\t${share}|南河县\t2\t66.7%|合计\t3\t100%`;
    expect(said(table('33.3%'))).toEqual([]);
    expect(said(table('34.3%'))).toEqual(['占比写作34.3%，按1和合计计算为33.3%，请核对。']);
    // Shares of something else do not make up a hundred.
    expect(said(table('34.3%').replace('100%', '42%'))).toEqual([]);
  });
});

it('puts the dash back between two years, also where a quoted title lost it', () => {
  const fixes = (text: string) =>
    runChecks(exampleDocument(text)).findings.flatMap(({ rule, fix }) =>
      rule === 'form/year-range' && fix?.kind === 'replace' ? [fix.text] : [],
    );
  expect(fixes('贯彻《质量发展纲要（20262030年）》，实施2026-2028年行动。')).toEqual(['2026—2030', '2026—2028']);
  expect(fixes('《质量发展纲要（2026-2030年）》由编号120262030年检的单位执行。')).toEqual([]);
});
