import { strFromU8, unzipSync } from 'fflate';
import { comparable } from './expected-text';

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** The paragraphs of a Word file's document part, comparable and without empty ones. */
export const readDocxParagraphs = (docx: Uint8Array): string[] => {
  const xml = strFromU8(unzipSync(docx)['word/document.xml']!);
  return xml
    .split('</w:p>')
    .map((paragraph) => [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((match) => match[1]!).join(''))
    .map((text) => comparable(text.replace(/&(\w+);/g, (_, name: string) => entities[name] ?? '')))
    .filter((text) => text !== '');
};
