import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runChecks } from '../../../shared/checks/run-checks';
import { documentSchema } from '../../../shared/document/document';
import { blockText } from '../../../shared/document/plain-text';
import { documentFunctions } from '../../../shared/functions/types';
import { computeLabels } from '../../../shared/numbering/compute-labels';
import { guidedSection } from '../../../shared/templates/guidance';
import { instantiate } from '../../../shared/templates/instantiate';
import type { Template } from '../../../shared/templates/template';
import { templateOf } from '../../../shared/templates/template-of';
import { findTemplate, shippedTemplates } from '../../../shared/templates/templates';

const opinion = findTemplate('implementation-opinion')!;
const examplesOf = (template: Template) =>
  Object.fromEntries(template.placeholders.map((field) => [field.key, field.example]));
const allSections = (template: Template) => template.parts.flatMap((part) => part.sections);
const everySection = (template: Template) => allSections(template).map((section) => section.id);

const lines = (document: ReturnType<typeof instantiate>) => {
  const labels = computeLabels(document);
  return document.parts.flatMap((part) =>
    part.children.map((block) => `${labels.get(block.id) ?? ''}${blockText(block)}`),
  );
};

describe.each(shippedTemplates().map((template) => [template.name, template] as const))(
  'the template %s',
  (_, template) => {
    it('has a section with guidance for every function its genre asks for', () => {
      const required = runChecks(instantiate(template, {})).functions;
      for (const name of documentFunctions) {
        if (required[name].requirement === 'not-asked') continue;
        expect(allSections(template).some((section) => section.function === name)).toBe(true);
        const guidance = guidedSection(template, name)?.guidance;
        expect(guidance?.good, `${name} has a good example`).toBeTruthy();
        expect(guidance?.bad, `${name} has a bad example`).toBeTruthy();
      }
    });

    it('becomes a valid document with and without values', () => {
      documentSchema.parse(instantiate(template, {}));
      documentSchema.parse(
        instantiate(template, examplesOf(template), { include: everySection(template), samples: true }),
      );
    });

    it.each([
      ['as it is', [] as string[]],
      ['with every part', everySection(template)],
    ])('passes the checker with its samples, %s', (_name, include) => {
      const document = instantiate(template, examplesOf(template), { include, samples: true });
      expect(JSON.stringify(document.parts)).not.toContain('"placeholder"');
      // Hints are taste: whether a plan needs a sentence on publicity is for its drafter to say.
      const findings = runChecks(document).findings.filter(({ severity }) => severity !== 'hint');
      expect(findings.map(({ severity, rule, message }) => `${severity} ${rule} ${message}`)).toEqual([]);
    });

    it('has nothing that must be done without values but to fill in its placeholders', () => {
      const { findings } = runChecks(instantiate(template, {}));
      const musts = new Set(findings.filter(({ severity }) => severity === 'must').map(({ rule }) => rule));
      expect([...musts]).toEqual(['completeness/placeholder-left']);
    });

    it('goes with the document', () => {
      const document = documentSchema.parse(JSON.parse(JSON.stringify(instantiate(template, {}))));
      expect(templateOf(document)).toEqual(template);
    });

    it.skipIf(!existsSync('../shared/seeds'))('has no sentence of the seeds (skipped without ../shared/seeds)', () => {
      const fold = (text: string) => text.replace(/[^\p{Script=Han}\d]/gu, '');
      const seeds = readdirSync('../shared/seeds')
        .filter((name) => name.endsWith('.txt'))
        .map((name) => fold(readFileSync(join('../shared/seeds', name), 'utf8')))
        .join(' ');
      const texts = [JSON.stringify(template.parts), JSON.stringify(template.placeholders)].flatMap((json) =>
        [...json.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((match) => fold(match[1]!)),
      );
      const length = 14;
      for (const text of texts)
        for (let at = 0; at + length <= text.length; at += 1)
          expect(seeds.includes(text.slice(at, at + length)), text.slice(at, at + length)).toBe(false);
    });
  },
);

describe('the shipped templates', () => {
  it('are the seven kinds, each under its own name', () => {
    expect(shippedTemplates().map(({ name }) => name)).toEqual([
      '实施意见',
      '贯彻上级文件的实施意见',
      '五年规划',
      '年度行动计划',
      '实施方案',
      '若干措施',
      '战略意见',
    ]);
    expect(new Set(shippedTemplates().map(({ id }) => id)).size).toBe(shippedTemplates().length);
    expect(readdirSync('assets/templates')).toHaveLength(shippedTemplates().length);
  });

  it('number their sections as their kind does', () => {
    const numbers = (id: string, pattern: RegExp) =>
      lines(instantiate(findTemplate(id)!, {})).flatMap((line) => pattern.exec(line)?.[0] ?? []);
    expect(numbers('action-plan', /^\d\./)).toEqual(['1.', '2.', '3.', '4.']);
    expect(numbers('superior-implementation', /^\d\./)).toEqual(['1.', '2.', '3.', '1.', '2.', '1.', '2.']);
    expect(numbers('measures', /^[一二三四五六]、/)).toEqual(['一、', '二、', '三、', '四、', '五、']);
  });

  it('type the cells of their tables by column', () => {
    const tables = instantiate(findTemplate('superior-implementation')!, {}).parts.flatMap((part) =>
      part.children.filter((block) => block.type === 'table'),
    );
    expect(tables.map((table) => table.children[1]!.children.map((cell) => cell.kind ?? ''))).toEqual([
      ['', '', '', 'number', 'number', 'number', ''],
      ['', '', '', 'number', '', ''],
    ]);
  });
});

describe('a draft of the implementation opinion', () => {
  it('has the given values as text and leaves the others as placeholders', () => {
    const [title] = instantiate(opinion, { city: '云川市' }).parts[0]!.children;
    expect(title!.children).toEqual([
      { text: '云川市人民政府关于' },
      { text: '事由', placeholder: { key: 'subject', kind: 'text' } },
      { text: '的实施意见' },
    ]);
  });

  it('types its prompts by what they ask for', () => {
    const kinds = new Map(
      instantiate(opinion, {}).parts[0]!.children.flatMap((block) =>
        block.type === 'table'
          ? []
          : block.children.flatMap((leaf) => (leaf.placeholder ? [[leaf.text, leaf.placeholder.kind] as const] : [])),
      ),
    );
    expect(kinds.get('其他责任单位')).toBe('bureau');
    expect(kinds.get('目标数值')).toBe('number');
    expect(kinds.get('施行日期')).toBe('date');
    expect(kinds.get('任务一')).toBe('text');
  });

  it('numbers its sections straight through the chapters', () => {
    const text = lines(instantiate(opinion, examplesOf(opinion)));
    expect(text[0]).toBe('云川市人民政府关于推进质量提升的实施意见');
    expect(text.filter((line) => /^[一二三四五]、/.test(line))).toEqual([
      '一、总体要求',
      '二、任务领域一',
      '三、任务领域二',
      '四、保障措施',
    ]);
    expect(text.filter((line) => /^（[一二三四五六七八九十]+）/.test(line)).map((line) => line.slice(0, 3))).toEqual([
      '（一）',
      '（二）',
      '（三）',
      '（四）',
      '（五）',
      '（六）',
      '（七）',
      '（八）',
      '（九）',
    ]);
  });

  it('names the issuing organ once the city is known', () => {
    expect(instantiate(opinion, {}).meta.issuingOrgan).toBeUndefined();
    expect(instantiate(opinion, { city: ' 云川市 ' }).meta.issuingOrgan).toBe('云川市人民政府');
  });

  it('has sections that are off by default only when they are asked for', () => {
    const headings = (include: string[]) => lines(instantiate(opinion, {}, { include })).join('\n');
    expect(headings([])).not.toContain('基本原则');
    expect(headings(['principles'])).toContain('（二）基本原则。');
    expect(headings(['division-of-work'])).toContain('重点任务分工表');
  });

  it('finds guidance by the words of a heading or a usual variant', () => {
    expect(guidedSection(opinion, '组织保障')).toBe(guidedSection(opinion, 'safeguards'));
    expect(guidedSection(opinion, '营商环境')).toBeNull();
  });
});
