import type { Block } from '../../../shared/document/block';
import type { GovDocument } from '../../../shared/document/document';

/** A plan whose body is made of these blocks. */
export const documentOf = (blocks: readonly Block[]): GovDocument => ({
  schemaVersion: 1,
  id: 'with-pictures',
  meta: { genre: 'implementation-opinion' },
  setAside: [],
  parts: [
    {
      type: 'part',
      id: 'main-part',
      kind: 'main',
      numbering: {},
      children: [
        { type: 'title', id: 'the-title', children: [{ text: '云川市推进市场监管服务站建设实施意见' }] },
        ...blocks,
      ],
    },
  ],
});

export const sentence = (id: string, text = '各区按站点分布安排服务力量。'): Block => ({
  type: 'paragraph',
  id,
  children: [{ text }],
});
