import { expect, test } from 'vitest';
import { circulationObstacles } from '../../../shared/checks/circulation-obstacles';
import { runChecks } from '../../../shared/checks/run-checks';
import { waive } from '../../../shared/checks/waivers';
import type { Block } from '../../../shared/document/block';
import type { GovDocument } from '../../../shared/document/document';

const text = (id: string, ...children: Block['children']): Block => ({ type: 'paragraph', id, children }) as Block;
const documentOf = (...blocks: readonly Block[]): GovDocument => ({
  schemaVersion: 1,
  id: 'document',
  meta: { genre: 'other' },
  parts: [
    {
      type: 'part',
      id: 'main-part',
      kind: 'main',
      numbering: {},
      children: [{ type: 'title', id: 'title', children: [{ text: '云川市夜市管理工作要点' }] }, ...blocks],
    },
  ],
  setAside: [],
});

test('nothing stands in the way of a text without open prompts and findings of severity must', () => {
  expect(circulationObstacles(documentOf(text('one', { text: '夜市摊位按季公布。' })))).toEqual([]);
});

test('open prompts and findings of severity must are counted and named', () => {
  const prompt = { text: '目标年份', placeholder: { key: 'year', kind: 'number' } } as const;
  const open = documentOf(text('one', { text: '自2026年2月30日起，到' }, prompt, { text: '完成。' }));
  const [must, prompts, ...more] = circulationObstacles(open);
  expect(must).toMatch(/^还有 1 处必改的问题：.+。$/);
  expect(prompts).toBe('还有 1 处待填：目标年份。');
  expect(more).toEqual([]);
});

test('what stands with a reason is no obstacle', () => {
  const open = documentOf(text('one', { text: '自2026年2月30日起公布。' }));
  const findings = runChecks(open).findings.filter(({ severity }) => severity === 'must');
  expect(findings).toHaveLength(1);
  expect(
    circulationObstacles({
      ...open,
      meta: waive(open, findings, { reason: 'checked', text: '原文如此', by: '', at: 0 }),
    }),
  ).toEqual([]);
});
