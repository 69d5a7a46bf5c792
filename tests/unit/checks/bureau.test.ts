import { describe, expect, it } from 'vitest';
import { type Bureau, noBureauRules } from '../../../shared/checks/bureau/bureau-rules';
import { readRulePack } from '../../../shared/checks/bureau/read-rule-pack';
import type { RulePack } from '../../../shared/checks/bureau/rule-pack';
import { samplePack } from '../../../shared/checks/bureau/sample-pack';
import { runChecks } from '../../../shared/checks/run-checks';
import type { GovDocument } from '../../../shared/document/document';
import { ownUnits, shippedUnits } from '../../../shared/units/unit-dictionary';
import { exampleDocument } from './example-document';

const pack = (parts: Partial<RulePack>): RulePack => ({
  format: 'nigao-rule-pack',
  version: 1,
  name: '云川市用语',
  ...parts,
});
const bureauOf = (parts: Partial<Bureau>): Bureau => ({ ...noBureauRules, units: [], ...parts });
const findingsOf = (document: GovDocument, bureau: Bureau) => runChecks(document, { bureau }).findings;

describe('a rule pack of the bureau', () => {
  const terms = [{ avoid: '老百姓', use: '群众', note: '见办文规范' }];

  it('asks for the words it wants, names itself, and its fix puts them in', () => {
    const [finding] = findingsOf(exampleDocument('方便老百姓办事。'), bureauOf({ packs: [pack({ terms })] })).filter(
      ({ rule }) => rule === 'bureau/terms',
    );
    expect(finding).toMatchObject({
      severity: 'should',
      message: '“老百姓”应写作“群众”（见办文规范）。',
      source: { tier: 'bureau', clause: '云川市用语' },
      fix: { kind: 'replace', start: 2, end: 5, text: '群众' },
    });
  });

  it('leaves a word alone within the wanted one and within a quoted title', () => {
    const bureau = bureauOf({ packs: [pack({ terms: [{ avoid: '党委', use: '党委（党组）' }, ...terms] })] });
    const rules = (text: string) => findingsOf(exampleDocument(text), bureau).map(({ rule }) => rule);
    expect(rules('各单位党委（党组）负责落实。')).not.toContain('bureau/terms');
    expect(rules('落实《方便老百姓办事的若干措施》要求。')).not.toContain('bureau/terms');
    expect(rules('各单位党委负责落实。')).toContain('bureau/terms');
  });

  it('asks about near misses of its formulations, with their date', () => {
    const formulas = [{ text: '工业立市、产业强市战略', kind: 'exact' as const }];
    const bureau = bureauOf({ packs: [pack({ formulas, date: '2026-01-15' })] });
    const [finding] = findingsOf(exampleDocument('实施工业立市、产业兴市战略。'), bureau).filter(
      ({ rule }) => rule === 'bureau/formulas',
    );
    expect(finding).toMatchObject({ severity: 'hint', source: { tier: 'bureau', clause: '云川市用语（2026-01-15）' } });
    expect(finding?.fix).toBeUndefined();
  });

  it('speaks only to documents of its templates, where it names some', () => {
    const document = exampleDocument('方便老百姓办事。');
    const bureau = bureauOf({ packs: [pack({ terms, templates: ['opinion'] })] });
    const rules = (one: GovDocument) => findingsOf(one, bureau).map(({ rule }) => rule);
    expect(rules(document)).not.toContain('bureau/terms');
    expect(rules({ ...document, template: { id: 'opinion', version: 1 } })).toContain('bureau/terms');
  });

  it('softens shipped rules, but none that a regulation lays down', () => {
    const bureau = bureauOf({
      packs: [
        pack({
          soften: [
            { rule: 'wording/others', to: 'hint' },
            { rule: 'form/date-impossible', to: 'hint' },
          ],
        }),
      ],
    });
    const severity = (text: string, rule: string) =>
      findingsOf(exampleDocument(text), bureau).find((finding) => finding.rule === rule)?.severity;
    expect(severity('其它单位配合。', 'wording/others')).toBe('hint');
    expect(severity('2026年2月30日前完成。', 'form/date-impossible')).toBe('must');
  });
});

describe('reading a rule pack', () => {
  const problemOf = (data: unknown) => {
    const read = readRulePack(data);
    return 'problem' in read ? read.problem : null;
  };

  it('takes a good one', () => {
    expect(readRulePack(pack({ soften: [{ rule: 'wording/others', to: 'hint' }] }))).toHaveProperty('pack');
  });

  it('takes the sample that a bureau begins its own from', () => {
    expect(readRulePack(JSON.parse(JSON.stringify(samplePack)))).toEqual({ pack: samplePack });
  });

  it.each([
    ['is something else', { name: '模板' }, '这不是规则包文件：开头没有写明 "format": "nigao-rule-pack"。'],
    [
      'lacks a word',
      pack({ terms: [{ avoid: '好', use: '良好' }] }),
      '规则包有误，没有读入。用语第1条avoid：缺少内容，或字数太少。',
    ],
    ['holds something unknown', { ...pack({}), 用语: [] }, '规则包有误，没有读入。有认不得的内容“用语”。'],
    [
      'softens a regulation',
      pack({ soften: [{ rule: 'form/date-impossible', to: 'hint' }] }),
      '规则包有误，没有读入。放宽的规则：“写出的日期确有其日”是条例的要求，不能放宽。',
    ],
    [
      'softens what there is not',
      pack({ soften: [{ rule: 'wording/nothing', to: 'hint' }] }),
      '规则包有误，没有读入。放宽的规则：没有“wording/nothing”这条规则。',
    ],
  ])('says in a sentence why not, when it %s', (_why, data, sentence) => {
    expect(problemOf(data)).toBe(sentence);
  });
});

describe('a rule switched off', () => {
  const document = exampleDocument('其它单位2026年2月30日前完成。');

  it('for one document or for the bureau is not asked, and is listed with who switched it off', () => {
    const own = { ...document, meta: { ...document.meta, rulesOff: ['wording/others'] } };
    for (const [result, by] of [
      [runChecks(own), 'document'],
      [runChecks(document, { bureau: bureauOf({ off: ['wording/others'] }) }), 'bureau'],
      [runChecks(document, { off: new Set(['wording/others']) }), 'caller'],
    ] as const) {
      expect(result.findings.map(({ rule }) => rule)).not.toContain('wording/others');
      expect(result.off).toEqual([{ rule: 'wording/others', title: '用“其他”，不用“其它”', by }]);
    }
  });

  it('of the regulation tier is asked all the same, and not listed', () => {
    const own = { ...document, meta: { ...document.meta, rulesOff: ['form/date-impossible', 'nothing/there'] } };
    const { findings, off } = runChecks(own, { bureau: bureauOf({ off: ['form/date-impossible'] }) });
    expect(findings.map(({ rule }) => rule)).toContain('form/date-impossible');
    expect(off).toEqual([]);
  });
});

describe('the dictionary of units', () => {
  const units = [
    {
      name: '云川市大数据发展管理局',
      short: '市大数据局',
      old: ['市数管局'],
      kind: 'government' as const,
      pinyin: 'shi da shu ju ju',
    },
    {
      name: '云川市市场监督管理局',
      short: '市市场监管局',
      kind: 'government' as const,
      pinyin: 'shi shi chang jian guan ju',
    },
  ];

  it('says how a unit is named here', () => {
    const spoken = findingsOf(exampleDocument('由市数管局牵头。'), bureauOf({ units })).find(
      ({ rule }) => rule === 'wording/unit-spoken',
    );
    expect(spoken?.message).toContain('市数管局（市大数据局）');
    expect(runChecks(exampleDocument('由市数管局牵头。')).findings.map(({ rule }) => rule)).not.toContain(
      'wording/unit-spoken',
    );
  });

  it('finds two names of one body in a text', () => {
    const draft = exampleDocument('云川市数据工作实施方案\n一、任务\n市大数据局建设平台。\n二、保障\n市数管局统筹。');
    expect(findingsOf(draft, bureauOf({ units })).map(({ rule }) => rule)).toContain('consistency/unit-mixed');
  });

  it('finds a responsible unit that is a character off', () => {
    const draft = exampleDocument(
      '云川市数据工作实施方案\n一、任务\n（一）建设平台。年内建成。（责任单位：市市场监督局）\n（二）培训专员。每年300名。（责任单位：市大数据局）',
    );
    const near = findingsOf(draft, bureauOf({ units })).find(({ rule }) => rule === 'consistency/unit-near');
    expect(near?.message).toBe('“市市场监督局”不在单位名录里，名录中有“市市场监管局”，请核对。');
  });

  it('that is the shipped example says nothing about a text', () => {
    expect(ownUnits(shippedUnits)).toEqual([]);
    expect(ownUnits(units)).toEqual(units);
  });
});
