import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';

/** The shared folder beside the checkout, with real documents; absent in a clone elsewhere. */
export const sharedFolder = resolve(import.meta.dirname, '../../../shared');
export const hasShared = existsSync(join(sharedFolder, 'corpus/LABELS.json'));
export const whySkipped = 'skipped: no ../shared with real documents beside this checkout';

export const readShared = (path: string): string => readFileSync(join(sharedFolder, path), 'utf8');

/** A text of the source, or # and the first 16 hex digits of its SHA-256 without white space. */
const text = z.string();
const place = z.object({ line: z.number() });

const labelledSchema = z.object({
  file: z.string(),
  title: text.nullable(),
  parts: z.array(z.object({ start_line: z.number(), title: text.nullable() })),
  wenhao: text.nullable(),
  zhusong: text.nullable(),
  issuer_signature: z.array(text).nullable(),
  chengwen_date: text.nullable(),
  /** null: no heading fulfils it; missing: not judged. */
  functions: z.record(z.string(), z.array(place).nullable()),
  headings: z.array(
    z.object({
      line: z.number(),
      level: z.number(),
      number: z.string(),
      text,
      run_in: z.boolean(),
      part: z.number(),
    }),
  ),
});
export type LabelledDocument = z.infer<typeof labelledSchema>;

/** Labelled documents and the folder their file names are relative to. */
export type LabelSet = Readonly<{ name: string; folder: string; documents: readonly LabelledDocument[] }>;

/** Reads LABELS.json of a folder; its files lie in the folder, or in `root`. */
export const readLabels = (folder: string, root: string = folder): LabelSet => {
  const read: unknown = JSON.parse(readFileSync(join(folder, 'LABELS.json'), 'utf8'));
  return {
    name: folder,
    folder: root,
    documents: z.object({ documents: z.array(labelledSchema) }).parse(read).documents,
  };
};

/** The eight documents that came with their labels, and the thirty-five labelled in this folder. */
export const ownLabels = (): LabelSet[] => [
  { ...readLabels(join(sharedFolder, 'corpus')), name: 'given' },
  { ...readLabels(import.meta.dirname, sharedFolder), name: 'own' },
];

const notesSchema = z.object({
  notes: z.array(z.object({ file: z.string(), line: z.number(), lead: z.array(text), support: z.array(text) })),
});
export type LabelledNote = z.infer<typeof notesSchema>['notes'][number];

/** The two hundred labelled unit notes; their files lie in the shared folder. */
export const labelledNotes = (): LabelledNote[] =>
  notesSchema.parse(JSON.parse(readFileSync(join(import.meta.dirname, 'NOTES.json'), 'utf8'))).notes;

const bare = (value: string): string => value.replace(/\s/g, '');

/** A found text in the spelling of the label it is compared with: hashed where the label is a hash. */
const asLabelled = (found: string, label: string): string =>
  /^#[0-9a-f]{16}$/.test(label)
    ? `#${createHash('sha256').update(bare(found)).digest('hex').slice(0, 16)}`
    : bare(found);

/** Whether a text that was found is the labelled one, white space aside. */
export const isLabelled = (found: string | null, label: string | null): boolean =>
  label === null ? found === null : found !== null && asLabelled(found, label) === bare(label);
