import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BlockTake } from '../../../renderer/editor/commands/take-blocks';
import { createEditorSession } from '../../../renderer/editor/editor-session';
import { compareDocuments } from '../../../shared/compare/compare-documents';
import { type ComparedBlock, kindOf } from '../../../shared/compare/comparison';
import type { Block } from '../../../shared/document/block';
import { documentSchema, type GovDocument } from '../../../shared/document/document';
import { blockText } from '../../../shared/document/plain-text';
import { recogniseText } from '../../../shared/recognise/recognise';
import { arbitraryDocument } from '../../helpers/arbitrary-document';

const host = () => ({
  functions: new Map(),
  missing: [],
  buildMissing: () => [],
  onChange: () => undefined,
  onCaret: () => undefined,
});
const edit = (document: GovDocument) => createEditorSession(document, host());
const blocksOf = (document: GovDocument): readonly Block[] => document.parts.flatMap((part) => part.children);
const textsOf = (document: GovDocument): string[] => blocksOf(document).map(blockText).filter(Boolean);

/** Back to the earlier state, seen from the later one. */
const takeBack = (change: ComparedBlock, earlier: GovDocument): BlockTake | null => {
  const of = (id: string) => blocksOf(earlier).find((block) => block.id === id)!;
  if (!change.after) return { kind: 'put', block: of(change.before!.blockId), behind: change.behind };
  if (!change.before) return { kind: 'remove', id: change.after.blockId };
  return kindOf(change) === 'changed'
    ? { kind: 'replace', id: change.after.blockId, block: of(change.before.blockId) }
    : null;
};

const lines = [
  '云川市关于发展社区食堂的实施意见',
  '为发展社区食堂，现提出如下意见。',
  '一、总体要求',
  '（一）主要目标。到2028年，建成食堂60家。',
  '二、重点任务',
  '（二）合理布局。每个街道至少一家。',
  '（三）落实补助。按照就餐人次给予补助。',
];
const read = (change: (texts: string[]) => void): GovDocument => {
  const texts = [...lines];
  change(texts);
  return recogniseText(texts.join('\n')).document;
};

describe('taking over differences from another state', () => {
  it('leads back to its words in one step, and undo leads to ours again', () => {
    const earlier = read(() => undefined);
    const later = read((texts) => {
      texts[3] = texts[3]!.replace('60家', '50家');
      texts.splice(5, 2);
      texts.splice(2, 0, '本意见所称社区食堂，是指向居民供餐的场所。');
    });
    const session = edit(later);
    const before = structuredClone(session.editor.children);
    const { blocks } = compareDocuments(earlier, later);
    const takes = blocks.flatMap((change) => takeBack(change, earlier) ?? []);
    expect(takes.map(({ kind }) => kind)).toEqual(['remove', 'replace', 'put', 'put']);
    session.run({ type: 'takeBlocks', takes });
    expect(textsOf(session.getDocument())).toEqual(textsOf(earlier));
    session.run({ type: 'undo' });
    expect(session.editor.children).toEqual(before);
  });

  it('leaves a valid document whatever the two states are', () => {
    fc.assert(
      fc.property(arbitraryDocument, arbitraryDocument, (earlier, later) => {
        const session = edit(later);
        for (const change of compareDocuments(earlier, later).blocks) {
          const take = takeBack(change, earlier);
          if (take) session.run({ type: 'takeBlocks', takes: [take] });
          documentSchema.parse(session.getDocument());
        }
      }),
      { numRuns: 60 },
    );
  });

  it('of a block that is gone meanwhile does nothing', () => {
    const session = edit(read(() => undefined));
    const before = session.getDocument();
    session.run({ type: 'takeBlocks', takes: [{ kind: 'remove', id: 'gone-long-ago' }] });
    expect(session.getDocument().parts).toEqual(before.parts);
  });
});

describe('putting an earlier state in the place of the text', () => {
  it('is one step of undo', () => {
    fc.assert(
      fc.property(arbitraryDocument, arbitraryDocument, (earlier, later) => {
        const session = edit(later);
        const before = structuredClone(session.editor.children);
        session.run({ type: 'replaceParts', parts: earlier.parts });
        expect(session.getDocument().parts.map(({ kind }) => kind)).toEqual(earlier.parts.map(({ kind }) => kind));
        expect(textsOf(session.getDocument())).toEqual(textsOf(earlier));
        session.run({ type: 'undo' });
        expect(session.editor.children).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });
});
