import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerCheck } from '../../../shared/cli/answer-check';
import { answerOutline } from '../../../shared/cli/answer-outline';
import { checkAnswerSchema, outlineAnswerSchema } from '../../../shared/cli/answers';
import { numberBlocks } from '../../../shared/cli/number-blocks';
import { recogniseText } from '../../../shared/recognise/recognise';
import { instantiate } from '../../../shared/templates/instantiate';
import { shippedTemplates } from '../../../shared/templates/templates';

const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../../fixtures/cli', name), 'utf8');
const plan = fixture('plan.txt');
const planLines = plan.split('\n');

describe('the answer of nigao outline', () => {
  const answer = outlineAnswerSchema.parse(answerOutline('plan.txt', recogniseText(plan)));

  it('tells the head of the document with the characters of the source', () => {
    expect(answer).toMatchObject({
      file: 'plan.txt',
      genre: 'action-plan',
      title: planLines[1],
      documentNumber: '云政办发〔2026〕14号',
      recipients: '各县人民政府，云川高新区，市直各单位',
      signatures: ['云川市人民政府办公室'],
      date: '2026年4月8日',
      tables: 0,
      attachments: [],
    });
    expect(answer.setAside).toEqual([{ line: 1, text: planLines[0] }]);
    expect(answer.parts).toEqual([
      { kind: 'notice', title: planLines[1], line: 2 },
      { kind: 'main', title: planLines[7], line: 8 },
    ]);
  });

  it('lists headings with line, number, text without closing stop, and part', () => {
    expect(answer.headings.slice(0, 3)).toEqual([
      { line: 10, level: 1, number: '一、', text: '总体要求', runIn: false, part: 1 },
      { line: 11, level: 2, number: '（一）', text: '指导思想', runIn: true, part: 1 },
      { line: 12, level: 2, number: '（二）', text: '工作目标', runIn: true, part: 1 },
    ]);
    expect(answer.headings.map(({ number }) => number).join('')).toBe(
      '一、（一）（二）二、（三）（四）（五）三、（六）（七）（八）',
    );
  });

  it('names where each function is fulfilled', () => {
    expect(answer.functions.guidingIdeology[0]).toMatchObject({
      line: 11,
      heading: '（一）指导思想',
      evidence: 'heading',
    });
    expect(answer.functions.goals[0]).toMatchObject({ line: 12, heading: '（二）工作目标' });
    expect(answer.functions.tasks[0]).toMatchObject({ line: 13, heading: '二、重点任务' });
    expect(answer.functions.safeguards[0]).toMatchObject({ line: 20, heading: '三、保障措施' });
  });

  it('reads boxes and unit notes', () => {
    expect(answer.boxes).toEqual([{ line: 17, title: '标准领跑工程' }]);
    expect(answer.responsibilities[0]).toEqual({
      line: 14,
      lead: ['市市场监管局'],
      support: ['市科技局'],
      deadline: null,
    });
    expect(answer.responsibilities).toHaveLength(3);
  });

  it('counts the blocks of a document of our own as lines, under the numbers they are printed with', () => {
    const own = outlineAnswerSchema.parse(
      answerOutline('a.nigao', numberBlocks(instantiate(shippedTemplates()[0]!, {}))),
    );
    expect(own.parts[0]?.line).toBe(1);
    expect(own.headings.slice(0, 2)).toEqual([
      { line: 4, level: 1, number: '一、', text: '总体要求', runIn: false, part: 0 },
      { line: 5, level: 2, number: '（一）', text: '指导思想', runIn: true, part: 0 },
    ]);
  });
});

describe('the answer of nigao check', () => {
  it('points at line and column of the source', () => {
    const answer = checkAnswerSchema.parse(answerCheck('plan.txt', recogniseText(plan)));
    const others = answer.findings.find(({ rule }) => rule === 'wording/others')!;
    expect(others).toMatchObject({ line: 14, length: 2, excerpt: '其它' });
    const at = others.column - 1;
    expect(planLines[13]!.slice(at, at + 2)).toBe('其它');
    expect(others.fix).toEqual({ kind: 'replace', line: 14, column: others.column, length: 2, text: '其他' });
    for (const { line, column, length, excerpt } of answer.findings)
      if (length > 0 && !excerpt.endsWith('…'))
        expect(planLines[line - 1]!.slice(column - 1, column - 1 + length)).toBe(excerpt);
  });

  it('is silent on the functions that are there', () => {
    const answer = answerCheck('plan.txt', recogniseText(plan));
    expect(answer.counts.must).toBe(0);
    expect(Object.values(answer.functions)).not.toContain('missing');
  });

  it('says where the source had a numbered item at the end of another, and counts it', () => {
    const source =
      '云川市推进标准化工作实施方案\n一、工作任务\n1.编制电机标准体系表，年内发布。\n2.建设标准信息平台，免费开放。3.培训标准化专员，每年300名。\n4.开展标准化试点，建设园区3个。';
    const answer = checkAnswerSchema.parse(answerCheck('a.txt', recogniseText(source)));
    const glued = answer.findings.filter(({ rule }) => rule === 'consistency/glued-item');
    expect(glued).toMatchObject([{ line: 4, severity: 'should' }]);
    expect(answer.counts.should).toBe(answer.findings.filter(({ severity }) => severity === 'should').length);
    const without = answerCheck('a.txt', recogniseText(source), { off: new Set(['consistency/glued-item']) });
    expect(without.findings.map(({ rule }) => rule)).not.toContain('consistency/glued-item');
  });

  it('says of the whole file what stands nowhere in it', () => {
    const answer = checkAnswerSchema.parse(answerCheck('a.txt', recogniseText(fixture('no-safeguards.txt'))));
    expect(answer.functions.safeguards).toBe('missing');
    expect(answer.findings[0]).toMatchObject({
      rule: 'completeness/safeguards-missing',
      severity: 'must',
      line: 1,
      column: 1,
      length: 0,
    });
    expect(answer.counts.must).toBe(1);
  });
});
