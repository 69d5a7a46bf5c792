import { describe, expect, it } from 'vitest';
import { learnFromDocuments } from '../../../shared/learn/learn-from-documents';
import { learnedSchema } from '../../../shared/learn/learned';
import { makeTemplate } from '../../../shared/learn/make-template';
import { kindOfHeading } from '../../../shared/learn/section-kinds';
import { recogniseText } from '../../../shared/recognise/recognise';
import { instantiate } from '../../../shared/templates/instantiate';
import { templateSchema } from '../../../shared/templates/template';

const plan = (subject: string, goals: string | null, publicity: boolean) =>
  recogniseText(
    [
      `云川市关于推进${subject}的实施意见`,
      '各区人民政府，市政府各部门：',
      `为推进${subject}，结合我市实际，现提出如下意见。`,
      '一、总体要求',
      '（一）指导思想。以便民利民为主线，统筹布局。',
      ...(goals === null ? [] : [`（二）${goals}。到2030年全部完成。`]),
      `二、建好${subject}站点`,
      '（一）摸清底数。逐户登记。（责任单位：市商务局）',
      `三、管好${subject}秩序`,
      '（一）公开标准。名单上墙。（责任单位：市城管局、市商务局）',
      '四、保障措施',
      '（一）加强组织领导。各区要把工作列入重要日程，明确专人负责。',
      ...(publicity ? ['（二）做好宣传引导。及时公布进展。'] : []),
      '本意见自印发之日起施行，由市商务局负责解释。',
      '云川市人民政府',
      '2026年3月1日',
    ].join('\n'),
  ).document;

const documents = [
  plan('早市', '主要目标', true),
  plan('夜市', '工作目标', false),
  plan('集市', '主要目标', false),
  plan('花市', null, false),
];
const learned = learnFromDocuments(documents);
const shown = learned.sections.map(({ kind, level, count, times, requirement }) => [
  kind,
  level,
  count,
  times,
  requirement,
]);

describe('learning from documents of the past', () => {
  it('finds the common outline in order, with how often each part occurs and what it proposes', () => {
    expect(shown).toEqual([
      ['requirements', 1, 4, 1, 'required'],
      ['ideology', 2, 4, 1, 'required'],
      ['goals', 2, 3, 1, 'recommended'],
      [null, 1, 4, 2, 'required'],
      ['safeguards', 1, 4, 1, 'required'],
      ['organisation', 2, 4, 1, 'required'],
      ['publicity', 2, 1, 1, null],
    ]);
    expect(learned.genre).toBe('implementation-opinion');
  });

  it('keeps wordings, units and sentences that stand in several, and how numbers run', () => {
    expect(learned.sections[2]?.headings).toEqual([
      { text: '主要目标', count: 2 },
      { text: '工作目标', count: 1 },
    ]);
    expect(learned.units).toEqual([
      { text: '市商务局', count: 4 },
      { text: '市城管局', count: 4 },
    ]);
    expect(learned.sentences.map(({ text }) => text)).toContain('各区要把工作列入重要日程，明确专人负责。');
    expect(learned.runsOn).toBe(0);
    expect(learnedSchema.parse(learned)).toEqual(learned);
  });

  it('makes a template that can be saved and gives a draft with the parts in order', () => {
    const template = templateSchema.parse(makeTemplate(learned));
    const headings = template.parts[0]!.sections.flatMap(({ heading }) => (heading ? [heading.text] : []));
    expect(headings).toEqual(['总体要求', '指导思想', '主要目标', '[一项任务的名称]', '保障措施', '加强组织领导']);
    const draft = instantiate(template, { subject: '早市' });
    expect(draft.parts[0]?.children.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['title', 'paragraph', 'clause', 'signature', 'dateLine']),
    );
  });

  it('of one document its own outline is what is asked for', () => {
    const one = learnFromDocuments([documents[0]!]);
    expect(one.sections.every(({ requirement }) => requirement === 'required')).toBe(true);
    expect(templateSchema.safeParse(makeTemplate(one)).success).toBe(true);
  });

  it('of documents without headings there is still a template', () => {
    const bare = learnFromDocuments([recogniseText('云川市通知\n请各区照此办理。').document]);
    expect(bare.sections).toEqual([]);
    expect(templateSchema.safeParse(makeTemplate(bare)).success).toBe(true);
  });

  it.each([
    ['总体要求和主要目标', 'requirements'],
    ['发展目标', 'goals'],
    ['基本原则', 'principles'],
    ['强化组织领导', 'organisation'],
    ['加大资金投入', 'support'],
    ['严格督导考核', 'supervision'],
    ['营造良好氛围', 'publicity'],
    ['建设智慧市场', null],
  ])('%s', (heading, kind) => {
    expect(kindOfHeading(heading)).toBe(kind);
  });
});
