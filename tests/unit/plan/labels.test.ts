import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { labelledPlanNames, readLabelledPlan, splitLines } from '../../plan/read-labels';
import { hasShared, sharedFolder, whySkipped } from '../../recognition/labels';

describe.skipIf(!hasShared)(hasShared ? 'the labelled plans' : whySkipped, () => {
  const names = labelledPlanNames();

  it('fifteen are for development, sixteen held out and eight unseen, ten or more have tasks', () => {
    const plans = names.map((name) => readLabelledPlan(name));
    expect(plans.filter(({ set }) => set === 'development')).toHaveLength(15);
    expect(plans.filter(({ set }) => set === 'held-out')).toHaveLength(16);
    expect(plans.filter(({ set }) => set === 'unseen')).toHaveLength(8);
    expect(plans.filter(({ tasks }) => tasks !== null).length).toBeGreaterThanOrEqual(10);
  });

  it.each(names)('%s: every value, unit and deadline stands where its label says', (name) => {
    const plan = readLabelledPlan(name);
    const lines = splitLines(plan.text);
    const wrong: string[] = [];
    const expectOn = (from: number, to: number, found: string): void => {
      if (!lines.slice(from - 1, to).some((line) => line.includes(found))) wrong.push(`${from}: ${found}`);
    };
    for (const { line, value, unit, name: indicator } of [...plan.indicators, ...plan.disputed]) {
      expectOn(line, line, value);
      expectOn(line, line, unit);
      if (indicator === '') wrong.push(`${line}: no name`);
    }
    for (const { line, noteLine = line, lead, support, deadline, orDeadlines = [] } of plan.tasks ?? []) {
      for (const unit of [...lead, ...support]) expectOn(noteLine, noteLine, unit);
      for (const date of [deadline, ...orDeadlines]) expectOn(line, noteLine, date);
    }
    for (const { from, to } of plan.ignored) if (from > to || to > lines.length) wrong.push(`${from}-${to}`);
    expect(wrong).toEqual([]);
  });

  it.each(names)('%s: no row is labelled twice', (name) => {
    const { indicators } = readLabelledPlan(name);
    const keys = indicators.map((row) => [row.line, row.name, row.value, row.unit, row.year].join('|'));
    expect(keys).toEqual([...new Set(keys)]);
  });

  it.each(names)('%s: the labels copy no fourteen characters in a row', (name) => {
    const copied = readFileSync(join(import.meta.dirname, '../../plan/labels', `${name}.json`), 'utf8');
    const source = readFileSync(join(sharedFolder, readLabelledPlan(name).file), 'utf8');
    const texts = [...copied.matchAll(/"([^"\\]{14,})"/g)]
      .map((match) => match[1]!)
      .filter((text) => /[一-鿿]/.test(text));
    expect(texts.filter((text) => source.includes(text))).toEqual([]);
  });
});
