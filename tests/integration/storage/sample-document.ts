import type { Block } from '../../../shared/document/block';
import type { GovDocument } from '../../../shared/document/document';
import type { DocumentSummary } from '../../../shared/document/summary';

export const paragraph = (id: string, text: string): Block => ({ type: 'paragraph', id, children: [{ text }] });

/** A short document of one part. */
export const sampleDocument = (id: string, texts: readonly string[] = ['完善街道服务网络。']): GovDocument => ({
  schemaVersion: 1,
  id,
  meta: { genre: 'implementation-opinion', documentNumber: '云政发〔2026〕5号' },
  parts: [
    {
      type: 'part',
      id: 'main-part',
      kind: 'main',
      numbering: { 2: 'chapter' },
      children: [
        { type: 'title', id: 'the-title', children: [{ text: '云川市关于发展社区食堂的实施意见' }] },
        ...texts.map((text, index) => paragraph(`block-${String(index).padStart(3, '0')}`, text)),
      ],
    },
  ],
  setAside: [{ line: 3, text: '来源：云川市人民政府网' }],
});

export const sampleSummary = (title: string): DocumentSummary => ({
  title,
  genre: 'implementation-opinion',
  issuer: '云川市人民政府',
  characters: 120,
  functions: { guidingIdeology: 'present', goals: 'thin', tasks: 'present', safeguards: 'missing' },
  counts: { must: 1, should: 0, hint: 2 },
});
