import { describe, expect, it } from 'vitest';
import { readField } from '../../../shared/templates/read-field';
import { shippedTemplates } from '../../../shared/templates/templates';

describe('a field of the start form', () => {
  it.each([
    [{ kind: 'year' }, ['2030'], '2030年'],
    [{ kind: 'year' }, ['２０３０年'], '2030年'],
    [{ kind: 'period' }, ['2026', '2030年'], '2026—2030年'],
    [{ kind: 'date' }, ['2026-3-16'], '2026年3月16日'],
    [{ kind: 'date' }, ['20260316'], '2026年3月16日'],
    [{ kind: 'date' }, ['2026年03月16日'], '2026年3月16日'],
    [{ kind: 'superior' }, ['云岭省节水办法', '云岭政发[2025]12'], '《云岭省节水办法》（云岭政发〔2025〕12号）'],
    [{ kind: 'superior' }, ['《云岭省节水办法》', ''], '《云岭省节水办法》'],
    [{ kind: 'number', measure: '万元' }, ['3600'], '3600万元'],
    [{ kind: 'number', measure: '万元' }, ['3,600万元'], '3,600万元'],
    [{ kind: 'text' }, ['  推进节水 '], '推进节水'],
    [{ kind: 'bureau' }, [], ''],
  ] as const)('%j reads %j as %j', (field, typed, value) => {
    expect(readField(field, typed)).toEqual({ value, problem: null });
  });

  it.each([
    [{ kind: 'year' }, ['30'], '四位年份'],
    [{ kind: 'period' }, ['2026', ''], '起止两个'],
    [{ kind: 'period' }, ['2030', '2026'], '晚于'],
    [{ kind: 'date' }, ['2026-2-30'], '年、月、日'],
    [{ kind: 'superior' }, ['', '云岭政发〔2025〕12号'], '先写文件名称'],
    [{ kind: 'number' }, ['很多'], '请写数字'],
  ] as const)('%j refuses %j and says what to write', (field, typed, words) => {
    const { value, problem } = readField(field, typed);
    expect(value).toBe('');
    expect(problem).toContain(words);
  });

  it('can be filled in with the examples of every template', () => {
    for (const field of shippedTemplates().flatMap(({ placeholders }) => placeholders)) {
      const typed =
        field.kind === 'superior'
          ? /^《(.+)》（(.+)）$/.exec(field.example)!.slice(1)
          : field.kind === 'period'
            ? field.example.match(/\d{4}/g)!
            : [field.example];
      expect(readField(field, typed)).toEqual({ value: field.example, problem: null });
    }
  });
});
