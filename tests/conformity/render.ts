import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { runTool } from './tools';

/**
 * LibreOffice reads `overflowPunct` the wrong way round (its importer sets hanging punctuation when the value is 0,
 * in every version up to now), and also hangs punctuation when nothing is said. Word and WPS follow the schema, so the
 * exported file says 0 and the copy LibreOffice renders says 1: only so do its pages show what Word's show.
 */
const forLibreOffice = (docx: Uint8Array): Uint8Array => {
  const files = unzipSync(docx);
  const styles = strFromU8(files['word/styles.xml']!);
  files['word/styles.xml'] = strToU8(styles.replaceAll('<w:overflowPunct w:val="0"/>', '<w:overflowPunct w:val="1"/>'));
  return zipSync(files, { level: 1 });
};

/** Renders Word files to PDF with one LibreOffice run; gives the PDFs' paths by name. */
export const renderAll = (documents: ReadonlyMap<string, Uint8Array>, folder: string): Map<string, string> => {
  const sources = [...documents].map(([name, bytes]) => {
    const file = join(folder, `${name}.docx`);
    writeFileSync(file, forLibreOffice(bytes));
    return file;
  });
  const profile = `-env:UserInstallation=file://${join(folder, 'libreoffice')}`;
  runTool('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...sources]);
  return new Map([...documents.keys()].map((name) => [name, join(folder, `${name}.pdf`)]));
};
