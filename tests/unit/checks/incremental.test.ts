import { describe, expect, it } from 'vitest';
import { allChecks } from '../../../shared/checks/all-checks';
import { createChecker, runChecks } from '../../../shared/checks/run-checks';
import type { Block } from '../../../shared/document/block';
import type { GovDocument } from '../../../shared/document/document';
import { blockText } from '../../../shared/document/plain-text';
import { exampleDocument } from './example-document';

const editable = (block: Block): boolean => block.type !== 'table';

const withText = (document: GovDocument, at: number, text: string): GovDocument => {
  let index = -1;
  return {
    ...document,
    parts: document.parts.map((part) => ({
      ...part,
      children: part.children.map((block) => {
        index += 1;
        return index === at && editable(block) ? ({ ...block, children: [{ text }] } as Block) : block;
      }),
    })),
  };
};

/** States a document goes through: each block emptied, lengthened, and put back. */
const states = (document: GovDocument): GovDocument[] => {
  const blocks = document.parts.flatMap((part) => part.children);
  return blocks.flatMap((block, at) => [
    withText(document, at, ''),
    withText(document, at, `${blockText(block)}，其它事项截止2025年底完成`),
    document,
  ]);
};

describe('a checker that follows a document', () => {
  it.each(allChecks.map((check) => [check.id, check] as const))(
    '%s: says at every state what a check from the start says',
    (_id, check) => {
      const follow = createChecker();
      for (const state of states(exampleDocument(check.examples.wrong)).slice(0, 60))
        expect(follow(state)).toEqual(runChecks(structuredClone(state)));
    },
  );

  it('follows blocks that are moved, and parts that come and go', () => {
    const follow = createChecker();
    const { right, wrong } = allChecks.find(({ id }) => id === 'completeness/attachment-empty')!.examples;
    const document = exampleDocument(wrong);
    const turned = {
      ...document,
      parts: document.parts.map((part) => ({ ...part, children: part.children.toReversed() })),
    };
    const shorter = { ...document, parts: document.parts.slice(0, 1) };
    for (const state of [document, turned, shorter, exampleDocument(right), document])
      expect(follow(state)).toEqual(runChecks(structuredClone(state)));
  });
});

describe('a rule that is switched off', () => {
  const document = exampleDocument('其它单位截止2025年底完成。');

  it('says nothing, and the others go on', () => {
    const rules = runChecks(document, { off: new Set(['wording/others']) }).findings.map(({ rule }) => rule);
    expect(rules).not.toContain('wording/others');
    expect(rules).toContain('wording/until');
  });

  it('of the regulation tier goes on all the same', () => {
    const impossible = exampleDocument('2026年2月30日前完成。');
    const { findings, counts } = runChecks(impossible, { off: new Set(['form/date-impossible']) });
    expect(findings.map(({ rule }) => rule)).toContain('form/date-impossible');
    expect(counts.must).toBe(findings.filter(({ severity }) => severity === 'must').length);
  });
});
