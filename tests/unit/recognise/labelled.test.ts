import { describe, expect, it } from 'vitest';
import { hasShared, type LabelSet, ownLabels, whySkipped } from '../../recognition/labels';
import { describeFigures, type Figures, measure, shareOf } from '../../recognition/measure';
import { measureNotes } from '../../recognition/measure-notes';

describe.skipIf(!hasShared)(hasShared ? 'against labelled documents' : whySkipped, () => {
  const figuresOf = (at: number): Figures => {
    const set: LabelSet = ownLabels()[at]!;
    const figures = measure(set);
    process.stdout.write(`${set.name}: ${describeFigures(figures)}\n`);
    return figures;
  };

  it('the units of two hundred notes are found in their roles', () => {
    const { f1, mistakes } = measureNotes();
    process.stdout.write(`unit notes F1 ${f1.toFixed(4)}\n`);
    expect(f1, mistakes.join('\n')).toBeGreaterThanOrEqual(0.95);
  });

  it.each([
    [0, 'the eight given ones'],
    [1, 'thirty-five of our own'],
  ])('the figures hold for set %i, %s', (at) => {
    const figures = figuresOf(at);
    expect(figures.headings.f1, figures.mistakes.join('\n')).toBeGreaterThanOrEqual(0.99);
    expect(shareOf(figures.runIn), figures.mistakes.join('\n')).toBeGreaterThanOrEqual(0.99);
    for (const name of ['title', 'number', 'signature', 'date'] as const)
      expect(shareOf(figures[name]), name).toBeGreaterThanOrEqual(0.97);
    for (const name of ['parts', 'recipients', 'functions'] as const)
      expect(shareOf(figures[name]), name).toBeGreaterThanOrEqual(0.93);
  });
});
