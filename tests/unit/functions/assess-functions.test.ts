import { describe, expect, it } from 'vitest';
import type { GovDocument } from '../../../shared/document/document';
import { headingText } from '../../../shared/document/heading-text';
import { assessFunctions } from '../../../shared/functions/assess-functions';
import { blockFunctions } from '../../../shared/functions/block-functions';
import { findFunctions } from '../../../shared/functions/find-functions';
import type { DocumentFunction, FunctionAssessment } from '../../../shared/functions/types';
import { recogniseText } from '../../../shared/recognise/recognise';

const read = (...lines: string[]): GovDocument => recogniseText(lines.join('\n')).document;
const assess = (name: DocumentFunction, ...lines: string[]): FunctionAssessment =>
  assessFunctions(read(...lines))[name];

/** Headings under which a function was found, null where none covers it. */
const places = (document: GovDocument, name: DocumentFunction): (string | null)[] => {
  const blocks = new Map(document.parts.flatMap((part) => part.children.map((block) => [block.id, block] as const)));
  return findFunctions(document)
    .filter((place) => place.function === name)
    .map((place) => (place.headingId === null ? null : headingText(blocks.get(place.headingId)!)));
};

const title = '云川市人民政府关于发展夜间经济的实施意见';
const ideology =
  '以新发展理念为指导，贯彻市委九届七次全会精神，坚持便民优先、有序放开，把夜市办成市民愿来、摊主愿留、街坊不嫌的去处，让老街在夜里重新亮起来，带动就业和消费。';
const item = (number: string, name: string): string =>
  `${number}${name}。由街道逐户登记，公示十日后统一编号，收费标准写进公约，超时经营的先提醒后处罚，每月把结果张贴在街口公告栏，接受居民监督和评议。`;
const tasks = ['二、主要任务', item('（一）', '划定街区'), item('（二）', '改造水电'), item('（三）', '规范摊位')];
const safeguards = ['三、保障措施', item('（一）', '加强领导'), item('（二）', '安排资金'), item('（三）', '严格考核')];

describe('findFunctions', () => {
  it('finds a function by the words of its heading, in any of the usual wordings', () => {
    for (const heading of ['主要目标', '发展目标', '工作目标', '目标任务', '定位与目标', '主要指标'])
      expect(places(read(title, `一、${heading}`, '到2028年建成夜市30处。', ...tasks), 'goals')).toEqual([heading]);
    for (const heading of ['保障措施', '组织实施', '工作要求', '强化组织保障', '实施保障'])
      expect(places(read(title, '一、主要任务', '抓好落实。', `二、${heading}`, '加强领导。'), 'safeguards')).toEqual([
        heading,
      ]);
    for (const heading of ['重点任务', '主要举措', '工作重点', '重点工程', '主要行动'])
      expect(places(read(title, '一、总体要求', '稳步推进。', `二、${heading}`, '抓好落实。'), 'tasks')).toEqual([
        heading,
      ]);
  });

  it('prefers the sub-heading where the chapter names two functions', () => {
    const document = read(
      title,
      '一、指导思想和主要目标',
      `（一）指导思想。${ideology}`,
      '（二）主要目标。到2028年建成夜市30处。',
      ...tasks,
    );
    expect(places(document, 'guidingIdeology')).toEqual(['指导思想']);
    expect(places(document, 'goals')).toEqual(['主要目标']);
  });

  it('counts prose under 总体要求', () => {
    const document = read(
      title,
      '一、总体要求',
      ideology,
      '到2028年，全市建成夜市30处，夜间营业额达到50亿元。',
      ...tasks,
    );
    expect(places(document, 'guidingIdeology')).toEqual(['总体要求']);
    expect(places(document, 'goals')).toEqual(['总体要求']);
    expect(findFunctions(document)[0]).toMatchObject({ evidence: 'prose' });
  });

  it('counts strong prose above the first heading, with no heading of its own', () => {
    expect(places(read(title, ideology, ...tasks), 'guidingIdeology')).toEqual([null]);
  });

  it('takes chapters named after their content for tasks', () => {
    const document = read(
      title,
      '一、总体要求',
      ideology,
      '二、打造特色街区',
      '抓。',
      '三、激活文旅消费',
      '抓。',
      '四、保障措施',
      '抓。',
    );
    expect(places(document, 'tasks')).toEqual(['打造特色街区', '激活文旅消费']);
  });

  it('takes neither background nor schedule for tasks', () => {
    const document = read(
      title,
      '一、发展基础',
      '有。',
      '二、打造特色街区',
      '抓。',
      '三、进度安排',
      '分三步。',
      '四、组织领导',
      '抓。',
    );
    expect(places(document, 'tasks')).toEqual(['打造特色街区']);
  });

  it('does not take the safeguard of a field for a safeguard of the plan', () => {
    expect(places(read(title, '一、做优产业', '抓。', '二、提升医疗保障水平', '抓。'), 'safeguards')).toEqual([]);
  });

  it('knows a last chapter by its items', () => {
    const document = read(
      title,
      '一、打造街区',
      '抓。',
      '二、形成工作合力',
      '（一）加强组织领导。抓。',
      '（二）强化资金支持。抓。',
      '（三）抓好宣传引导。抓。',
    );
    expect(places(document, 'safeguards')).toEqual(['形成工作合力']);
    expect(places(document, 'tasks')).toEqual(['打造街区']);
  });

  it('matches traditional characters', () => {
    const document = read(
      '雲川市人民政府關於夜間經濟的意見',
      '一、指導思想',
      '以新理念為指導。',
      '二、主要任務',
      '抓。',
      '三、保障措施',
      '抓。',
    );
    expect(places(document, 'guidingIdeology')).toEqual(['指導思想']);
    expect(places(document, 'tasks')).toEqual(['主要任務']);
    expect(places(document, 'safeguards')).toEqual(['保障措施']);
  });
});

describe('assessFunctions', () => {
  const whole = [
    title,
    '一、总体要求',
    `（一）指导思想。${ideology}`,
    '（二）主要目标。到2028年，建成夜市30处。',
    ...tasks,
    ...safeguards,
  ];

  it('finds everything in a whole opinion', () => {
    const states = Object.values(assessFunctions(read(...whole))).map((assessment) => assessment.state);
    expect(states).toEqual(['present', 'present', 'present', 'present']);
  });

  it('says what is missing', () => {
    expect(assess('safeguards', title, '一、总体要求', ideology, ...tasks)).toMatchObject({
      state: 'missing',
      requirement: 'required',
      reason: '未写保障措施',
      characters: 0,
      places: [],
    });
  });

  it.each([
    ['guidingIdeology', '不足60字', ['一、指导思想', '贯彻市委部署。']],
    [
      'guidingIdeology',
      '未写依据',
      [
        '一、指导思想',
        '把夜市办成市民愿来、摊主愿留、街坊不嫌的去处，让老街在夜里重新亮起来，带动就业和消费，让群众有看头、有吃头、有玩头，也让经营户有赚头。',
      ],
    ],
    ['goals', '未写数值', ['一、主要目标', '到2028年，夜市更加热闹。']],
    ['goals', '未写年份', ['一、主要目标', '建成夜市30处。']],
    ['goals', '未写数值和年份', ['一、主要目标', '夜市更加热闹。']],
    ['tasks', '不足三项', ['一、主要任务', item('（一）', '划定街区'), item('（二）', '改造水电')]],
    ['tasks', '每项平均不足60字', ['一、主要任务', '（一）划街。抓。', '（二）改电。抓。', '（三）定摊。抓。']],
    ['safeguards', '不足两条', ['一、主要任务', '抓。', '二、保障措施', item('', '加强领导')]],
    [
      'safeguards',
      '不足150字',
      ['一、主要任务', '抓。', '二、保障措施', '（一）加强领导。抓。', '（二）安排资金。抓。'],
    ],
  ] as const)('%s is thin: %s', (name, reason, lines) => {
    expect(assess(name, title, ...lines)).toMatchObject({ state: 'thin', reason });
  });

  it('asks action plans for units with their tasks', () => {
    const plan = '云川市夜市提升三年行动计划';
    expect(assess('tasks', plan, ...tasks)).toMatchObject({ state: 'thin', reason: '半数以上未写责任单位' });
    const withUnits = tasks.map((line, at) => (at === 0 ? line : `${line}（责任单位：市商务局）`));
    expect(assess('tasks', plan, ...withUnits)).toMatchObject({ state: 'present', reason: null });
  });

  it('lets the year in the title of an annual plan stand for the goals', () => {
    expect(assess('goals', '云川市夜市提升2026年行动计划', '一、工作目标', '建成夜市30处。', ...tasks).state).toBe(
      'present',
    );
  });

  it('asks by genre', () => {
    expect(assess('guidingIdeology', '云川市夜市提升工作方案', ...tasks)).toMatchObject({
      requirement: 'recommended',
      state: 'missing',
    });
    expect(assess('goals', '云川市支持夜市若干措施', ...tasks)).toMatchObject({
      requirement: 'not-asked',
      state: 'not-required',
    });
    expect(assess('tasks', '云川市夜市管理办法', '一、总则', '抓。').state).toBe('not-required');
  });
});

describe('blockFunctions', () => {
  it('marks every block of a function, each once', () => {
    const document = read(title, '一、总体要求', ideology, '到2028年，建成夜市30处。', ...tasks, ...safeguards);
    const marks = blockFunctions(assessFunctions(document));
    const inOrder = document.parts[0]!.children.map((block) => marks.get(block.id) ?? '-');
    expect(inOrder).toEqual([
      '-',
      '-',
      'guidingIdeology',
      'goals',
      'tasks',
      'tasks',
      'tasks',
      'tasks',
      'safeguards',
      'safeguards',
      'safeguards',
      'safeguards',
    ]);
  });
});

describe('what stands without a heading of its own', () => {
  const plan = '云川市夜间经济三年行动计划（2026—2028年）';
  const goals = '一、工作目标';
  const full = [plan, goals, '到2028年建成夜市30处。', ...tasks];

  it('counts an opening paragraph that says what the work turns on as guiding ideology, a mere basis not', () => {
    const opening =
      '为深入贯彻市委关于繁荣消费的部署，以便民利民为总牵引，围绕老街更新的目标，推动夜市由散到聚、由乱到治，把街坊的去处留住，让摊主有稳定的收入，特制定本行动计划。';
    expect(assess('guidingIdeology', plan, opening, goals, '到2028年建成夜市30处。', ...tasks).state).toBe('present');
    expect(
      assess('guidingIdeology', plan, '根据省有关文件精神，结合我市实际，制定本行动计划。', goals, ...tasks).state,
    ).toBe('missing');
  });

  it('calls safeguards thin, not missing, where a closing paragraph speaks of them', () => {
    const closing = '本行动计划各项任务由市商务局统筹协调，安排专项资金，每季度评估进展，结果予以通报。';
    expect(assess('safeguards', ...full, closing)).toMatchObject({ state: 'thin', reason: '不足两条' });
    expect(assess('safeguards', ...full, '夜市让老街重新热闹起来。').state).toBe('missing');
  });

  it('asks no unit of a task where an attachment or one sentence assigns them all', () => {
    const attached = ['附件：任务分工表', '附件', '任务分工表', '划定街区由市商务局负责。'];
    const bare = { state: 'thin', reason: '半数以上未写责任单位' };
    expect(assess('tasks', ...full, ...safeguards)).toMatchObject(bare);
    expect(assess('tasks', ...full, ...safeguards, ...attached).state).toBe('present');
    expect(assess('tasks', ...full, ...safeguards, '本计划由市商务局负责组织实施。').state).toBe('present');
    expect(assess('tasks', ...full, ...safeguards, '本计划由市商务局负责解释。')).toMatchObject(bare);
  });

  it('takes a span of years for the year of the goals', () => {
    expect(assess('goals', title, '一、工作目标', '通过三年时间，建成夜市30处。', ...tasks).state).toBe('present');
  });
});
