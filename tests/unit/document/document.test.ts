import { describe, expect, it } from 'vitest';
import type { Block, Clause } from '../../../shared/document/block';
import { documentSchema } from '../../../shared/document/document';
import { headingText } from '../../../shared/document/heading-text';
import { computeLead } from '../../../shared/document/lead';
import { blockText } from '../../../shared/document/plain-text';

const clause = (text: string, more: Partial<Clause> = {}): Block => ({
  type: 'clause',
  id: 'clause-1',
  level: 2,
  children: [{ text }],
  ...more,
});
const minimal = {
  schemaVersion: 1,
  id: 'document',
  meta: { genre: 'plan' },
  parts: [{ type: 'part', id: 'main00', kind: 'main', numbering: {}, children: [clause('总体要求')] }],
  setAside: [],
};

describe('the lead', () => {
  it('of a run-in clause goes up to and including the first 。', () => {
    const block = clause('加强统筹。各区分头实施。', { runIn: true });
    expect(blockText(block).slice(0, computeLead(block))).toBe('加强统筹。');
    expect(headingText(block)).toBe('加强统筹');
  });

  it('of a run-in clause whose first sentence is still being written is all of it', () => {
    expect(computeLead(clause('加强统', { runIn: true }))).toBe(3);
  });

  it('of a heading that stands alone is its whole text', () => {
    expect(computeLead(clause('总体要求'))).toBe(4);
  });

  it('is counted across leaves', () => {
    const block = clause('', { runIn: true, children: [{ text: '加强' }, { text: '统筹。各区', bold: true }] });
    expect(computeLead(block)).toBe(5);
  });

  it('is nothing for a numbered sentence that is no heading', () => {
    expect(computeLead(clause('到2028年，建成站点120个。逐年评估。', { runIn: true }))).toBe(0);
  });

  it('is nothing for a paragraph', () => {
    expect(computeLead({ type: 'paragraph', id: 'paragraph-1', children: [{ text: '加强统筹。' }] })).toBe(0);
  });
});

describe('a stored document', () => {
  it('is accepted with a main part alone', () => {
    expect(documentSchema.safeParse(minimal).success).toBe(true);
  });

  it.each([
    ['no main part', { parts: [{ ...minimal.parts[0], kind: 'notice' }] }],
    ['two main parts', { parts: [minimal.parts[0], { ...minimal.parts[0], id: 'main01' }] }],
    ['a part without blocks', { parts: [{ ...minimal.parts[0], children: [] }] }],
    ['an id used twice', { parts: [{ ...minimal.parts[0], children: [clause('甲'), clause('乙')] }] }],
    ['an unknown block type', { parts: [{ ...minimal.parts[0], children: [{ ...clause('甲'), type: 'video' }] }] }],
    ['an unknown field', { parts: [{ ...minimal.parts[0], children: [{ ...clause('甲'), onclick: 'x' }] }] }],
    ['a later schema version', { schemaVersion: 2 }],
    [
      'an attachment before the main part',
      {
        parts: [
          { ...minimal.parts[0], id: 'attach', kind: 'attachment', children: [{ ...clause('甲'), id: 'clause-2' }] },
          minimal.parts[0],
        ],
      },
    ],
  ])('is refused with %s', (_, change) => {
    expect(documentSchema.safeParse({ ...minimal, ...change }).success).toBe(false);
  });
});
