import type { XmlElement } from '../../file/parse-xml';

/** Elements whose content is not part of the text: codes of fields, properties, what only older programs show. */
const silent: ReadonlySet<string> = new Set([
  'instrText',
  'delInstrText',
  'rPr',
  'pPr',
  'sdtPr',
  'sdtEndPr',
  'rt',
  'Fallback',
]);

/** Whether what stands in an element is no text of the document. */
export const isSilent = (element: XmlElement): boolean => silent.has(element.name);
