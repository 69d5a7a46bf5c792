import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { runTool } from './tools';

/** Elements and attributes of extension namespaces go, as a consumer that knows only the standard would drop them. */
const withoutExtensions = (xml: string): string =>
  xml.replace(/ mc:Ignorable="[^"]*"/g, '').replace(/ w1[0-9]\w*:[A-Za-z]+="[^"]*"/g, '');

/** What the transitional schema (ISO/IEC 29500-4) says against the parts of a Word file; empty when nothing. */
export const schemaErrors = (docx: Uint8Array, schemas: string): string[] => {
  const schema = join(schemas, 'ISO-IEC29500-4_2016', 'wml.xsd');
  if (!existsSync(schema)) return [];
  return Object.entries(unzipSync(docx)).flatMap(([path, bytes]) => {
    if (!/^word\/[^/]+\.xml$/.test(path)) return [];
    try {
      runTool(
        'xmllint',
        ['--noout', '--nonet', '--huge', '--schema', schema, '-'],
        withoutExtensions(strFromU8(bytes)),
      );
      return [];
    } catch (error) {
      const said = String((error as { stderr?: string }).stderr ?? error);
      return [`${path}: ${said.split('\n').slice(0, 3).join(' ')}`];
    }
  });
};
