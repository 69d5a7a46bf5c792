import type { GovDocument } from '../document/document';
import { leavesText } from '../document/plain-text';
import { printable } from './printable';

/** The title of the document's first part on one line, for the properties of a file; empty when there is none. */
export const documentTitle = (document: GovDocument): string => {
  const title = document.parts[0]?.children.find((block) => block.type === 'title');
  return title && title.type === 'title' ? printable(leavesText(title.children)).replace(/\n/g, '') : '';
};
