import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges, diffDocuments, documentChangesSchema } from '../../../shared/document/changes';
import { documentSchema, type GovDocument } from '../../../shared/document/document';
import { arbitraryDocument } from '../../helpers/arbitrary-document';

/** The second document under the first one's identity, as one edited state of it. */
const edited = fc
  .tuple(arbitraryDocument, arbitraryDocument)
  .map(([before, after]): [GovDocument, GovDocument] => [before, { ...after, id: before.id }]);

describe('changes between two states of a document', () => {
  it('every generated document is valid', () => {
    fc.assert(fc.property(arbitraryDocument, (document) => void documentSchema.parse(document)));
  });

  it('lead from one state exactly to the other, also after crossing the door as JSON', () => {
    fc.assert(
      fc.property(edited, ([before, after]) => {
        const changes = diffDocuments(before, after);
        const received = documentChangesSchema.parse(JSON.parse(JSON.stringify(changes)));
        expect(applyChanges(before, received)).toEqual(after);
      }),
    );
  });

  it('are null when nothing changed', () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        expect(diffDocuments(document, document)).toBeNull();
        expect(diffDocuments(document, { ...document })).toBeNull();
      }),
    );
  });

  it('hold one block and no order when one block was typed in', () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        const parts = document.parts.map((part, index) =>
          index > 0
            ? part
            : {
                ...part,
                children: part.children.map((block, at) => (at > 0 ? block : { ...block, children: [{ text: '改' }] })),
              },
        ) as GovDocument['parts'];
        const changes = diffDocuments(document, { ...document, parts });
        expect(changes?.parts).toBeUndefined();
        expect(changes?.blocks).toHaveLength(1);
      }),
    );
  });

  it('are refused when their order names an unknown block', () => {
    const [document] = fc.sample(arbitraryDocument, 1);
    const parts = [{ id: 'main00', kind: 'main' as const, numbering: {}, blockIds: ['nowhere'] }];
    expect(() => applyChanges(document!, { parts, blocks: [] })).toThrow('nowhere');
  });
});
