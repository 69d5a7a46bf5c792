import { describe, expect, it } from 'vitest';
import { documentSchema } from '../../../shared/document/document';
import { blockText } from '../../../shared/document/plain-text';
import { documentFunctions } from '../../../shared/functions/types';
import { computeLabels } from '../../../shared/numbering/compute-labels';
import { describeTemplate } from '../../../shared/templates/describe-template';
import { guidanceFor } from '../../../shared/templates/guidance';
import { instantiate } from '../../../shared/templates/instantiate';
import { templateSchema } from '../../../shared/templates/template';
import { findTemplate, templates } from '../../../shared/templates/templates';

const opinion = findTemplate('implementation-opinion')!;
const examples = Object.fromEntries(opinion.placeholders.map((field) => [field.key, field.example]));

const lines = (document: ReturnType<typeof instantiate>) => {
  const labels = computeLabels(document);
  return document.parts.flatMap((part) =>
    part.children.map((block) => `${labels.get(block.id) ?? ''}${blockText(block)}`),
  );
};

describe('a shipped template', () => {
  it('serves all four functions, each with guidance', () => {
    for (const template of templates)
      for (const name of documentFunctions) {
        const sections = template.parts.flatMap((part) => part.sections);
        expect(sections.some((section) => section.function === name)).toBe(true);
        expect(guidanceFor(template, name)?.what).toBeTruthy();
      }
  });

  it('becomes a valid document with and without values', () => {
    for (const template of templates) {
      documentSchema.parse(instantiate(template, {}));
      documentSchema.parse(
        instantiate(
          template,
          examples,
          template.parts.flatMap((p) => p.sections.map((s) => s.id)),
        ),
      );
    }
  });

  it('is described for gallery and form', () => {
    const row = describeTemplate(opinion);
    expect(row.headings.map((heading) => heading.text)).toEqual([
      '总体要求',
      '指导思想',
      '主要目标',
      '任务领域一',
      '任务领域二',
      '保障措施',
    ]);
    expect(row.placeholders).toContainEqual({ key: 'city', label: '城市', kind: 'city', example: '云川市' });
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

  it('numbers its sections straight through the chapters', () => {
    const text = lines(instantiate(opinion, examples));
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
    const headings = (include: string[]) => lines(instantiate(opinion, {}, include)).join('\n');
    expect(headings([])).not.toContain('基本原则');
    expect(headings(['principles'])).toContain('（二）基本原则。');
    expect(headings(['division-of-work'])).toContain('重点任务分工表');
  });

  it('finds guidance by the words of a heading or a usual variant', () => {
    expect(guidanceFor(opinion, '组织保障')).toBe(guidanceFor(opinion, 'safeguards'));
    expect(guidanceFor(opinion, '营商环境')).toBeNull();
  });
});

describe('a template file', () => {
  const broken = (change: (data: ReturnType<typeof structuredClone<typeof opinion>>) => unknown): string => {
    const result = templateSchema.safeParse(change(structuredClone(opinion)));
    return result.success ? '' : (result.error.issues[0]?.message ?? '');
  };

  it('is refused when it names a field nobody declared', () => {
    expect(broken((data) => ({ ...data, placeholders: [] }))).toContain('no such placeholder: city');
  });

  it('is refused when two sections share an id', () => {
    expect(broken((data) => ({ ...data, parts: [...data.parts, data.parts[1]] }))).toContain('division-of-work');
  });
});
