import type { GovDocument } from '../../shared/document/document';
import { blockText } from '../../shared/document/plain-text';
import { safeFileName } from '../files/paths';
import type { Services } from './services';

/**
 * Name under which a document is offered for writing: the library's, else its own title.
 * @param suffix what follows it, with the extension
 */
export const documentName = (services: Services, document: GovDocument, suffix = ''): string => {
  const row = services.documents().row(document.id);
  const title = document.parts.flatMap((part) => part.children).find((block) => block.type === 'title');
  return safeFileName(row?.name ?? (title ? blockText(title) : ''), suffix);
};
