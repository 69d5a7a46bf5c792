import { describe, expect, it } from 'vitest';
import { compareTemplates, settleDifference } from '../../../shared/templates/compare-templates';
import type { Template } from '../../../shared/templates/template';
import { findTemplate, shippedTemplates } from '../../../shared/templates/templates';

const shipped = findTemplate('implementation-scheme')!;
const main = (template: Template) => template.parts.findIndex(({ kind }) => kind === 'main');
const changeMain = (
  template: Template,
  change: (sections: Template['parts'][number]['sections']) => Template['parts'][number]['sections'],
): Template => ({
  ...template,
  parts: template.parts.map((part) => (part.kind === 'main' ? { ...part, sections: change(part.sections) } : part)),
});

/** A bureau's copy with one change of every kind. */
const own = (): Template => {
  const changed = changeMain({ ...shipped, length: { min: 1000, max: 3000 } }, (sections) => {
    const [first, ...rest] = sections.filter(({ id }) => id !== 'scope');
    const at = rest.findIndex(({ id }) => id === 'schedule');
    const schedule = rest[at]!;
    const moved = rest.toSpliced(at, 1).toSpliced(1, 0, { ...schedule, requirement: 'required' });
    return [
      first!,
      ...moved.map((section) =>
        section.id === 'goals' && section.heading
          ? { ...section, heading: { ...section.heading, text: '行动目标' } }
          : section,
      ),
      {
        id: 'part-risk',
        requirement: 'required',
        included: true,
        heading: { level: 1, text: '风险防范', alternatives: [] },
        blocks: [{ type: 'paragraph', text: '[风险和对策]' }],
      },
    ];
  });
  return {
    ...changed,
    parts: changed.parts.map((part, at) => (at === main(changed) ? { ...part, numbering: { 2: 'part' } } : part)),
  };
};

describe('two templates compared', () => {
  it('do not differ from themselves', () => {
    for (const template of shippedTemplates()) expect(compareTemplates(template, template)).toEqual([]);
  });

  it('differ in sentences that name the place', () => {
    expect(compareTemplates(shipped, own()).map(({ sentence }) => sentence)).toEqual([
      '篇幅有改动',
      '编号方式有改动',
      '“进度安排”换了位置',
      '“进度安排”由建议改为必备',
      '“工作目标”改为“行动目标”',
      '增加“风险防范”',
      '删去“实施范围”',
    ]);
  });

  it('are the same again when every difference is settled, in any order', () => {
    for (const order of [(list: readonly unknown[]) => list, (list: readonly unknown[]) => list.toReversed()]) {
      let template = own();
      const all = order(compareTemplates(shipped, template)) as ReturnType<typeof compareTemplates>;
      for (const difference of all) template = settleDifference(template, shipped, difference);
      expect(compareTemplates(shipped, template)).toEqual([]);
    }
  });

  it('take back a deleted attachment as a part of its own', () => {
    const without: Template = { ...shipped, parts: shipped.parts.filter(({ kind }) => kind !== 'attachment') };
    const [difference, ...others] = compareTemplates(shipped, without);
    expect(others).toEqual([]);
    expect(settleDifference(without, shipped, difference!).parts).toEqual(shipped.parts);
  });
});
