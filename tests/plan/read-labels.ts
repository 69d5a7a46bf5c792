import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { decodeText } from '../../electron/files/decode-text';
import { sharedFolder } from '../recognition/labels';

const line = z.number().int().min(1);

/** [line, first column counted from 0, length]: a stretch of a line of the labelled file, in UTF-16 units. */
const ranges = z.array(z.tuple([line, z.number().int().min(0), z.number().int().min(1)])).min(1);

/** At most thirteen characters may be written out; longer texts are ranges of the file, joined. */
const short = z.string().min(1).max(13);
const year = z.string().regex(/^(\d{4})?$/);

const indicatorShape = {
  line,
  name: short.optional(),
  nameAt: ranges.optional(),
  value: z.string().min(1),
  unit: z.string(),
  year,
};

const storedIndicator = z
  .strictObject({
    ...indicatorShape,
    /** A year that may be found just as well. */
    orYear: year.optional(),
    base: z.strictObject({ value: z.string(), unit: z.string(), year }).optional(),
    kind: z.enum(['constrained', 'expected']).optional(),
    /** The value is the amount by which the quantity changes. */
    change: z.literal(true).optional(),
    /** The value is meant for each year. */
    yearly: z.literal(true).optional(),
    /** What had been reached before: the base of an indicator that the document has a target for. */
    past: z.literal(true).optional(),
  })
  .refine(({ name, nameAt }) => (name === undefined) !== (nameAt === undefined), 'name or nameAt');

const storedDisputed = z
  .strictObject({ ...indicatorShape, why: z.string().min(1) })
  .refine(({ name, nameAt }) => (name === undefined) !== (nameAt === undefined), 'name or nameAt');

const storedUnits = z.array(z.union([short, z.strictObject({ at: ranges })]));

const storedTask = z.strictObject({
  line,
  /** Line of the unit note where it is not the task's own. */
  noteLine: line.optional(),
  lead: storedUnits,
  support: storedUnits,
  deadline: z.string(),
  /** Other dates of the text that are as good: of earlier steps, of results (到2025年). */
  orDeadlines: z.array(z.string()).optional(),
  inherited: z.literal(true).optional(),
  /** Units of a note further up that says it holds for what follows. */
  inheritedSupport: storedUnits.optional(),
  disputed: z.string().optional(),
});

const storedSchema = z.strictObject({
  file: z.string(),
  /** `unseen`: labelled last, after the reader had been set with the others. */
  set: z.enum(['development', 'held-out', 'unseen']),
  /** The (last) year of the document's own title: as good as none where an indicator has none. */
  titleYear: year.optional(),
  /** Lines where what is found and not labelled counts neither way. */
  ignored: z.array(z.strictObject({ from: line, to: line, why: z.string() })).optional(),
  indicators: z.array(storedIndicator),
  disputed: z.array(storedDisputed),
  /** Missing: the tasks were not labelled. */
  tasks: z.array(storedTask).optional(),
});

type StoredName = Readonly<{ name?: string | undefined; nameAt?: z.infer<typeof ranges> | undefined }>;
type Named<T extends StoredName> = Readonly<Omit<T, 'name' | 'nameAt'> & { name: string }>;

export type LabelledIndicator = Named<z.infer<typeof storedIndicator>>;
export type DisputedIndicator = Named<z.infer<typeof storedDisputed>>;
export type LabelledTask = Readonly<
  Omit<z.infer<typeof storedTask>, 'lead' | 'support' | 'inheritedSupport'> & {
    lead: readonly string[];
    support: readonly string[];
    inheritedSupport: readonly string[];
  }
>;

/** The labels of one document, every text resolved. */
export type LabelledPlan = Readonly<
  Omit<z.infer<typeof storedSchema>, 'indicators' | 'disputed' | 'tasks' | 'ignored'> & {
    name: string;
    text: string;
    ignored: readonly Readonly<{ from: number; to: number; why: string }>[];
    indicators: readonly LabelledIndicator[];
    disputed: readonly DisputedIndicator[];
    tasks: readonly LabelledTask[] | null;
  }
>;

const labelFolder = join(import.meta.dirname, 'labels');

/** Names of the labelled documents, in a fixed order. */
export const labelledPlanNames = (): string[] =>
  readdirSync(labelFolder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort();

/** Lines of a text, as labels and `nigao outline` count them. */
export const splitLines = (text: string): string[] => text.split(/\r?\n/);

const resolveRanges = (lines: readonly string[], stretches: z.infer<typeof ranges>): string =>
  stretches
    .map(([number, start, length]) => {
      const found = lines[number - 1]?.slice(start, start + length) ?? '';
      if (found.length !== length) throw new Error(`range ${number}:${start}+${length} lies outside the file`);
      return found;
    })
    .join('');

/**
 * The labels of one document; its file lies in the shared folder.
 * @throws when the label file does not fit the schema or a range lies outside the document.
 */
export const readLabelledPlan = (name: string): LabelledPlan => {
  const stored = storedSchema.parse(JSON.parse(readFileSync(join(labelFolder, `${name}.json`), 'utf8')));
  const text = decodeText(readFileSync(join(sharedFolder, stored.file))) ?? '';
  const lines = splitLines(text);
  const named = <T extends StoredName>({ name: written, nameAt, ...rest }: T): Named<T> => ({
    ...rest,
    name: written ?? resolveRanges(lines, nameAt ?? []),
  });
  const units = (stretches: z.infer<typeof storedUnits> = []): string[] =>
    stretches.map((unit) => (typeof unit === 'string' ? unit : resolveRanges(lines, unit.at)));
  return {
    ...stored,
    name,
    text,
    ignored: stored.ignored ?? [],
    indicators: stored.indicators.map((row) => named(row)),
    disputed: stored.disputed.map((row) => named(row)),
    tasks:
      stored.tasks?.map((task) => ({
        ...task,
        lead: units(task.lead),
        support: units(task.support),
        inheritedSupport: units(task.inheritedSupport),
      })) ?? null,
  };
};
