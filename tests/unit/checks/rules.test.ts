import { describe, expect, it } from 'vitest';
import { allChecks } from '../../../shared/checks/all-checks';
import { runChecks } from '../../../shared/checks/run-checks';
import type { Finding } from '../../../shared/checks/types';
import { blockText } from '../../../shared/document/plain-text';
import { exampleDocument } from './example-document';

const findingsOf = (rule: string, example: string): Finding[] =>
  runChecks(exampleDocument(example)).findings.filter((finding) => finding.rule === rule);

describe('every check', () => {
  it('has its own id in one of the five groups', () => {
    const ids = allChecks.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^(?:completeness|template|depth|form|consistency|wording)\/[a-z-]+$/);
  });

  it.each(allChecks.map((check) => [check.id, check] as const))('%s reports its wrong example', (id, check) => {
    const findings = findingsOf(id, check.examples.wrong);
    expect(findings).not.toEqual([]);
    for (const finding of findings) {
      expect(finding.message).toMatch(/[。]$/);
      expect(finding.source).toEqual(check.source);
    }
  });

  it.each(allChecks.map((check) => [check.id, check] as const))('%s is silent on its right example', (id, check) => {
    expect(findingsOf(id, check.examples.right)).toEqual([]);
  });

  it.each(allChecks.map((check) => [check.id, check] as const))('%s is content with its own fix', (id, check) => {
    const document = exampleDocument(check.examples.wrong);
    const fixes = runChecks(document).findings.flatMap(({ rule, fix }) => (rule === id && fix ? [fix] : []));
    if (fixes.length === 0) return;
    const fixed = {
      ...document,
      parts: document.parts.map((part) => ({
        ...part,
        children: part.children.map((block) => {
          const own = fixes.filter(
            (fix) =>
              fix.blockId === block.id || (fix.kind === 'clear-source-number' && fix.followers?.includes(block.id)),
          );
          if (own.length === 0 || block.type === 'table') return block;
          if (own.some(({ kind }) => kind === 'clear-source-number')) {
            const { sourceNumber, ...rest } = block as Extract<typeof block, { type: 'clause' }>;
            return rest;
          }
          let text = blockText(block);
          for (const fix of own.toReversed())
            if (fix.kind === 'replace') text = text.slice(0, fix.start) + fix.text + text.slice(fix.end);
          return { ...block, children: [{ text }] };
        }),
      })),
    };
    expect(runChecks(fixed).findings.filter(({ rule }) => rule === id)).toEqual([]);
  });
});
