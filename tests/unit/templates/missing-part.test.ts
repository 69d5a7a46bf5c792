import { describe, expect, it } from 'vitest';
import type { Block } from '../../../shared/document/block';
import { documentSchema, type GovDocument } from '../../../shared/document/document';
import { blockText } from '../../../shared/document/plain-text';
import { type DocumentFunction, documentFunctions } from '../../../shared/functions/types';
import { computeLabels } from '../../../shared/numbering/compute-labels';
import { instantiate } from '../../../shared/templates/instantiate';
import { buildMissingPart, placeForMissingPart } from '../../../shared/templates/missing-part';
import { shippedTemplates } from '../../../shared/templates/templates';

const draft = () => instantiate(shippedTemplates()[0]!, {});

const withoutChapter = (document: GovDocument, heading: string): GovDocument => {
  const part = document.parts[0]!;
  const start = part.children.findIndex((block) => blockText(block).startsWith(heading));
  const behind = part.children.findIndex(
    (block, index) =>
      index > start &&
      ((block.type === 'clause' && block.level <= (part.children[start] as { level: number }).level) ||
        block.type === 'signature' ||
        blockText(block).startsWith('本意见自')),
  );
  return { ...document, parts: [{ ...part, children: part.children.filter((_, at) => at < start || at >= behind) }] };
};

const putIn = (document: GovDocument, missing: DocumentFunction): string[] => {
  const { partId, index } = placeForMissingPart(document, missing);
  const blocks = buildMissingPart(document, missing);
  const parts = document.parts.map((part) =>
    part.id === partId ? { ...part, children: part.children.toSpliced(index, 0, ...blocks) } : part,
  );
  const filled = documentSchema.parse({ ...document, parts });
  const labels = computeLabels(filled);
  return filled.parts[0]!.children.filter(
    (block) => block.type === 'clause' || block.type === 'signature' || block.type === 'paragraph',
  ).map((block) => `${labels.get(block.id) ?? ''}${blockText(block)}`.slice(0, 8));
};

describe('the skeleton of a missing part', () => {
  it.each([
    ['safeguards', '保障措施'],
    ['guidingIdeology', '指导思想'],
  ] as const)('puts %s back where the template had it, with the same numbers', (missing, heading) => {
    const full = draft();
    const expected = putIn(withoutChapter(full, heading), missing);
    const labels = computeLabels(full);
    expect(expected).toEqual(
      full.parts[0]!.children.filter(
        (block) => block.type === 'clause' || block.type === 'signature' || block.type === 'paragraph',
      ).map((block) => `${labels.get(block.id) ?? ''}${blockText(block)}`.slice(0, 8)),
    );
  });

  it('writes stand-alone headings in a document that has them', () => {
    const document = draft();
    const part = document.parts[0]!;
    const children = part.children.map((block): Block => {
      if (block.type !== 'clause' || block.level !== 2) return block;
      const { runIn, ...heading } = block;
      return { ...heading, children: [{ text: '推进标准化' }] };
    });
    const blocks = buildMissingPart({ ...document, parts: [{ ...part, children }] }, 'safeguards');
    expect(blocks.map((block) => block.type)).toEqual([
      'clause',
      'clause',
      'paragraph',
      'clause',
      'paragraph',
      'clause',
      'paragraph',
    ]);
    expect(blockText(blocks[1]!)).toBe('加强组织领导');
  });

  it('is a chapter of its own where there are no general requirements', () => {
    const document = draft();
    const part = document.parts[0]!;
    const plain: GovDocument = {
      ...document,
      parts: [
        {
          ...part,
          children: [
            { type: 'title', id: 'title-1', children: [{ text: '云川市标准化工作方案' }] },
            { type: 'clause', id: 'clause-1', level: 1, children: [{ text: '工作内容' }] },
            { type: 'paragraph', id: 'text-01', children: [{ text: '制定云川电机标准。' }] },
          ],
        },
      ],
    };
    expect(putIn(plain, 'guidingIdeology').slice(0, 2)).toEqual(['一、指导思想', '以按最新提法写明']);
    expect(placeForMissingPart(plain, 'safeguards').index).toBe(3);
    for (const missing of documentFunctions) expect(putIn(plain, missing).length).toBeGreaterThan(2);
  });

  it('consists of prompts that count as unfinished', () => {
    for (const missing of documentFunctions)
      expect(
        buildMissingPart(draft(), missing)
          .flatMap((block) => (block.type === 'table' ? [] : block.children))
          .some((leaf) => leaf.placeholder),
      ).toBe(true);
  });
});
