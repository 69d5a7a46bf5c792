import { describe, expect, it } from 'vitest';
import { metaTakenBack } from '../../../renderer/screens/editor/session/meta-taken-back';
import type { DocumentMeta } from '../../../shared/document/document';

describe('form fields when a change is taken back', () => {
  it('are as before, but for those written in since', () => {
    const before: DocumentMeta = { genre: 'opinion', documentNumber: '云政发〔2026〕5号', urgency: '特急' };
    const after: DocumentMeta = { genre: 'plan', copyTo: '市人大常委会办公室' };
    expect(metaTakenBack(before, after, after)).toEqual(before);
    expect(metaTakenBack(before, after, { ...after, issuingOrgan: '云川市人民政府' })).toEqual({
      ...before,
      issuingOrgan: '云川市人民政府',
    });
    expect(metaTakenBack(before, after, { ...after, documentNumber: '云政发〔2026〕6号' })).toEqual({
      ...before,
      documentNumber: '云政发〔2026〕6号',
    });
  });
});
