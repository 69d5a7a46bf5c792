import { readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';

type Node = Readonly<Record<string, unknown>>;

const collect = (nodes: readonly Node[]): string =>
  nodes
    .map((node) => {
      const [name, value] = Object.entries(node).find(([key]) => key !== ':@') ?? ['', []];
      if (name === '#text') return '';
      if (name === 'w:t') return (value as { '#text'?: unknown }[]).map((text) => String(text['#text'] ?? '')).join('');
      if (name === 'w:pict' || name === 'w:instrText') return '';
      return Array.isArray(value) ? collect(value as Node[]) : '';
    })
    .join('');

/** All text of a Word file's body in order, read without this project's own code. */
export const docxText = (path: string): string => {
  const xml = strFromU8(unzipSync(readFileSync(path))['word/document.xml']!);
  const parser = new XMLParser({ preserveOrder: true, trimValues: false, parseTagValue: false, processEntities: true });
  return collect(parser.parse(xml) as Node[]);
};
