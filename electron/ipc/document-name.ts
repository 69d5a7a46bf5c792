import type { GovDocument } from '../../shared/document/document';
import { blockText } from '../../shared/document/plain-text';
import { safeFileName } from '../files/paths';
import type { Services } from './services';

/** The name that was given in the library; null also while the library cannot be read. */
const nameInLibrary = (services: Services, id: string): string | null => {
  try {
    return services.documents().row(id)?.name ?? null;
  } catch {
    return null;
  }
};

/**
 * Name under which a document is offered for writing: the library's, else its own title.
 * @param suffix what follows it, with the extension
 */
export const documentName = (services: Services, document: GovDocument, suffix = ''): string => {
  const title = document.parts.flatMap((part) => part.children).find((block) => block.type === 'title');
  return safeFileName(nameInLibrary(services, document.id) ?? (title ? blockText(title) : ''), suffix);
};
