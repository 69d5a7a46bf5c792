import type { Block } from './block';
import type { GovDocument } from './document';
import type { Picture } from './picture';

/** The pictures among blocks, in their order. */
export const picturesIn = (blocks: readonly Block[]): Picture[] =>
  blocks.flatMap((block) => (block.type === 'picture' ? [block.picture] : []));

/** The pictures of a document in reading order; one that stands there twice comes twice. */
export const listPictures = (document: Pick<GovDocument, 'parts'>): Picture[] =>
  document.parts.flatMap((part) => picturesIn(part.children));
