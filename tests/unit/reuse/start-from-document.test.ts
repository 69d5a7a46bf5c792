import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runChecks } from '../../../shared/checks/run-checks';
import { documentSchema, type GovDocument } from '../../../shared/document/document';
import { blockText } from '../../../shared/document/plain-text';
import { recogniseText } from '../../../shared/recognise/recognise';
import { markFigures } from '../../../shared/reuse/mark-figures';
import { listReusable, startFromDocument } from '../../../shared/reuse/start-from-document';
import { shippedUnits } from '../../../shared/units/unit-dictionary';

const earlier = recogniseText(`青山市人民政府办公室关于印发青山市标准化工作2021年行动计划的通知
各县（市、区）人民政府：
《青山市标准化工作2021年行动计划》经市政府同意，现予印发。
青山市人民政府办公室
2021年3月5日
青山市标准化工作2021年行动计划
为落实《青岭省标准化纲要（2016—2020年）》（青岭政发〔2016〕9号），制定本计划。
一、工作目标
（一）制定标准。2021年制定地方标准12项，经费增长8.5%。
二、重点任务
（一）开展试点。6月底前建设试点30个，由李青山同志负责。（责任单位：市市场监管局、市标准化院）
三、保障措施
（一）加强领导。每季度调度1次，拨打12345热线反映问题。`).document;
const all = () => new Set(listReusable(earlier).map(({ id }) => id));
const textOf = (document: GovDocument) => document.parts.flatMap((part) => part.children.map(blockText)).join('\n');
const marked = (text: string) =>
  markFigures([{ text }])
    .map((leaf) => (leaf.placeholder ? `[${leaf.text}]` : leaf.text))
    .join('');

describe('figures of an earlier text', () => {
  it.each([
    ['到2021年，制定标准12项。', '到[原2021年]，制定标准[原12]项。'],
    ['增长8.5%，培训1-2万人。', '增长[原8.5]%，培训[原1-2]万人。'],
    ['2021年3月5日印发，6月底前完成。', '[原2021年3月5日]印发，[原6月]底前完成。'],
    ['2016—2020年规划', '[原2016—2020年]规划'],
    ['《纲要（2016—2020年）》（青岭政发〔2016〕9号）', '《纲要（2016—2020年）》（青岭政发〔2016〕9号）'],
    ['围绕“3+3”产业和第3季度', '围绕“3+3”产业和第3季度'],
  ])('%s becomes %s', (text, expected) => {
    expect(marked(text)).toBe(expected);
  });
});

describe('a document begun from an earlier one', () => {
  const document = documentSchema.parse(startFromDocument(earlier, all(), shippedUnits));

  it('has its structure under ids of its own', () => {
    expect(listReusable(document).map(({ name }) => name)).toEqual([
      '印发通知',
      '一、工作目标',
      '二、重点任务',
      '三、保障措施',
    ]);
    const ids = (one: GovDocument) => one.parts.flatMap((part) => [part.id, ...part.children.map(({ id }) => id)]);
    expect(ids(document).filter((id) => ids(earlier).includes(id))).toEqual([]);
  });

  it('leaves figures to be filled in, and says what stood there', () => {
    const text = textOf(document);
    expect(text).toContain('制定地方标准原12项，经费增长原8.5%');
    expect(text).toContain('青山市标准化工作原2021年行动计划');
    expect(text).toContain('《青山市标准化工作原2021年行动计划》');
    expect(text).toContain('12345热线');
    expect(text).not.toMatch(/(?<!原)2021年/);
  });

  it('lists what is left over, and the check finds each until it is gone or kept', () => {
    expect(document.meta.leftovers).toEqual([
      { kind: 'document', text: '《青岭省标准化纲要（2016—2020年）》（青岭政发〔2016〕9号）' },
      { kind: 'place', text: '青山市' },
      { kind: 'place', text: '青山' },
      { kind: 'unit', text: '市标准化院' },
      { kind: 'leader', text: '李青山' },
    ]);
    const left = (one: GovDocument) => runChecks(one).findings.filter(({ rule }) => rule === 'consistency/leftover');
    expect(left(document).length).toBeGreaterThan(5);
    const leftovers = document.meta.leftovers!.map((leftover) => ({ ...leftover, kept: true as const }));
    expect(left({ ...document, meta: { ...document.meta, leftovers } })).toEqual([]);
  });

  it('takes over only the chosen parts', () => {
    const [notice, , tasks] = listReusable(earlier);
    const part = startFromDocument(earlier, new Set([notice!.id, tasks!.id]), shippedUnits);
    expect(listReusable(part).map(({ name }) => name)).toEqual(['印发通知', '一、重点任务']);
    expect(startFromDocument(earlier, new Set(), shippedUnits).parts.map(({ kind }) => kind)).toEqual(['main']);
  });
});

const seed = '../shared/seeds/2-nantong-action-plan-2017.txt';
describe.skipIf(!existsSync(seed))('seed 2 as the start of a new plan (skipped without ../shared/seeds)', () => {
  it('keeps no year and no figure of the goals, and lists city, units and documents', () => {
    const old = recogniseText(readFileSync(seed, 'utf8')).document;
    const document = documentSchema.parse(
      startFromDocument(old, new Set(listReusable(old).map(({ id }) => id)), shippedUnits),
    );
    const kinds = new Set(document.meta.leftovers?.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(['document', 'place', 'unit']);
    const words = document.meta.leftovers?.map(({ text }) => text) ?? [];
    expect(words).toContain('南通');
    expect(words.some((text) => text.includes('质量发展纲要'))).toBe(true);
    const years = document.parts
      .flatMap((part) => part.children)
      .flatMap((block) => (block.type === 'table' ? [] : block.children))
      .filter((leaf) => !leaf.placeholder && /(?<![〔(（-])20\d\d年/.test(leaf.text.replace(/《[^》]*》/g, '')));
    expect(years).toEqual([]);
  });
});
