import { z } from 'zod';
import { bureauRulesSchema } from '../checks/bureau/bureau-rules';
import { rulePackSchema } from '../checks/bureau/rule-pack';
import { comparisonSchema } from '../compare/comparison';
import { blockIdSchema } from '../document/block';
import { documentChangesSchema } from '../document/changes';
import { documentSchema, reviewAnswerSchema } from '../document/document';
import { filingSchema } from '../document/filing';
import { pictureFileSchema } from '../document/picture';
import { searchHitSchema } from '../document/search-hit';
import { documentSummarySchema } from '../document/summary';
import { superiorSchema } from '../document/superior';
import { versionSchema } from '../document/version';
import { exportOptionsSchema } from '../export/export-options';
import { longestPassword, shortestPassword } from '../file/limits';
import { documentFunctions } from '../functions/types';
import { learnedSchema } from '../learn/learned';
import { lockSchema, shortestLockPassword } from '../settings';
import { templateSchema } from '../templates/template';
import { unitDictionarySchema } from '../units/unit-dictionary';

const nothing = z.strictObject({});
const byId = z.strictObject({ id: blockIdSchema });
const done = z.strictObject({});

/** One row of the library. */
export const libraryRowSchema = z.strictObject({
  id: blockIdSchema,
  /** Name given in the library; null while the document's own title is shown. */
  name: z.string().nullable(),
  summary: documentSummarySchema,
  /** Whether the summary is of the text and the rules as they are now; an older one is made again. */
  summaryOf: z.enum(['now', 'earlier-text', 'earlier-rules']),
  /** Milliseconds since 1970, UTC. */
  updatedAt: z.number().int(),
  trashedAt: z.number().int().nullable(),
  filing: filingSchema,
  /** The year the document belongs to. */
  year: z.number().int(),
});
export type LibraryRow = Readonly<z.infer<typeof libraryRowSchema>>;

/** A template of the gallery: shipped, or the bureau's own. */
const listedTemplateSchema = z.strictObject({ template: templateSchema, own: z.boolean() });
export type ListedTemplate = Readonly<z.infer<typeof listedTemplateSchema>>;

/** A file that waits for its password, and the key by which the machine knows it. */
const lockedFileSchema = z.strictObject({ key: z.uuid(), file: z.string() });
export type LockedFile = Readonly<z.infer<typeof lockedFileSchema>>;

const importedSchema = z.strictObject({
  imported: z.array(z.strictObject({ id: blockIdSchema, title: z.string(), doubts: z.number().int().min(0) })),
  failed: z.array(z.strictObject({ file: z.string(), message: z.string() })),
  /** Those that a password opens. */
  locked: z.array(lockedFileSchema),
});
export type Imported = Readonly<z.infer<typeof importedSchema>>;

/** What follows from a plan, as a Word file of its own or a workbook: 分工表, 会签单, 指标, 对照, 覆盖, 起草说明, 政策解读. */
const planFileSchema = z.enum([
  'table-docx',
  'table-xlsx',
  'countersign',
  'indicators-docx',
  'indicators-xlsx',
  'superior-docx',
  'superior-xlsx',
  'coverage-docx',
  'coverage-xlsx',
  'drafting-note',
  'interpretation',
]);
export type PlanFile = z.infer<typeof planFileSchema>;

/** What can be made of findings: 核稿单 as a Word file or as data, a copy of the document with them as comments. */
const reviewKindSchema = z.enum(['docx', 'json', 'comments']);
export type ReviewKind = z.infer<typeof reviewKindSchema>;

/** What came of reading a whole folder. */
const importedFolderSchema = importedSchema.omit({ locked: true }).extend({
  /** Files that were read before and not again: the library has their documents. */
  known: z.array(z.strictObject({ id: blockIdSchema, file: z.string() })),
  /** Whether the person ended it before the last file. */
  cancelled: z.boolean(),
});
export type ImportedFolder = Readonly<z.infer<typeof importedFolderSchema>>;

/** A folder chosen for the library: the chosen one, or a new one in it; `bytes` is what would be copied there. */
const chosenFolderSchema = z.strictObject({
  folder: z.string(),
  holds: z.enum(['library', 'nothing']),
  bytes: z.number().int(),
  drive: z.enum(['fixed', 'removable', 'network']),
});
export type ChosenFolder = Readonly<z.infer<typeof chosenFolderSchema>>;

const versionNameSchema = z.string().trim().min(1).max(60);
const aVersion = byId.extend({ version: z.number().int() });
/** What lies between two states, and the state that is not the stored one, to take blocks from. */
const comparedSchema = z.strictObject({ comparison: comparisonSchema, other: documentSchema });

/**
 * Every call through the door between window and machine: what goes in, what comes out.
 * `register` parses the input of each call; a channel without a handler does not compile.
 */
export const contract = {
  'app:start': {
    input: nothing,
    /** `problem`: why the library cannot be opened, as a sentence; null when all is well. */
    output: z.strictObject({
      problem: z.string().nullable(),
      /** A sentence the person should read once, e.g. that a backup was restored. */
      notice: z.string().nullable(),
      dataFolder: z.string(),
      /** The file of what is set up on this machine. */
      settingsFile: z.string(),
      version: z.string(),
      /** Document to open at once (started by double click), if any. */
      openDocument: blockIdSchema.nullable(),
      /** Files it was started with that wait for their password. */
      locked: z.array(lockedFileSchema),
      lock: lockSchema,
    }),
  },
  /** What of others the app contains, with the licence in full; empty where a package brings none. */
  'app:licences': {
    input: nothing,
    output: z.array(z.strictObject({ name: z.string(), version: z.string(), licence: z.string(), text: z.string() })),
  },
  'app:quit': { input: nothing, output: done },
  'app:show-data-folder': { input: nothing, output: done },
  /** The window's answer to the event `closing`: everything is handed over. */
  'app:ready-to-close': { input: nothing, output: done },
  /** Asks where, and writes what helps to find a fault, without any text of a document; null when the person cancels. */
  'app:save-diagnostics': { input: nothing, output: z.strictObject({ path: z.string().nullable() }) },
  /** An error the window has met; logged under the returned short id. Never document text. */
  'app:report-error': {
    input: z.strictObject({ kind: z.string().max(60), message: z.string().max(500) }),
    output: z.strictObject({ id: z.string() }),
  },

  /** What is set up on this machine. `backupFolder`: where the daily backup goes besides the app's own folder. */
  'settings:get': {
    input: nothing,
    output: z.strictObject({
      version: z.string(),
      backupFolder: z.string().nullable(),
      lock: lockSchema,
    }),
  },
  /** Asks for a folder, and backs up into it at once and every day; null when the person cancels. */
  'settings:choose-backup-folder': { input: nothing, output: z.strictObject({ folder: z.string().nullable() }) },
  'settings:leave-backup-folder': { input: nothing, output: done },
  /** Where the library is. `before`: where it was, while one lies there; `isCopy`: left behind by moving. */
  'data-folder:state': {
    input: nothing,
    output: z.strictObject({
      folder: z.string(),
      isMoved: z.boolean(),
      before: z.strictObject({ folder: z.string(), isCopy: z.boolean() }).nullable(),
    }),
  },
  /** Asks for a folder and looks at it; null when the person cancels. `usual`: the one where a library is at first. */
  'data-folder:choose': { input: z.strictObject({ usual: z.boolean() }), output: chosenFolderSchema.nullable() },
  /** Copies the library into the folder chosen last, checks it and goes on there. Progress as `move-progress`. */
  'data-folder:move': { input: nothing, output: done },
  'data-folder:cancel': { input: nothing, output: done },
  /** Goes on with the library in the folder chosen last, or with a new one where there is none. */
  'data-folder:use': { input: nothing, output: done },
  /** Goes on with what lies where the library was before. */
  'data-folder:go-back': { input: nothing, output: done },
  /** Deletes what moving left behind. */
  'data-folder:remove-copy': { input: nothing, output: done },
  'lock:set': { input: lockSchema.pick({ after: true }), output: lockSchema },
  /** Sets the password that uncovers the windows, or (null) takes it away. @throws 'password' when `current` is wrong */
  'lock:set-password': {
    input: z.strictObject({
      current: z.string().max(longestPassword),
      password: z.string().min(shortestLockPassword).max(longestPassword).nullable(),
    }),
    output: lockSchema,
  },
  /** @throws 'password' when it is another one */
  'lock:open': { input: z.strictObject({ password: z.string().max(longestPassword) }), output: done },

  /** So many documents from a place on, the last changed first, those in the 回收站 among them. */
  'library:list': {
    input: z.strictObject({ from: z.number().int().min(0), most: z.number().int().min(1).max(2000) }),
    output: z.array(libraryRowSchema),
  },
  /** These documents, as far as they are there. */
  'library:rows': {
    input: z.strictObject({ ids: z.array(blockIdSchema).max(20_000) }),
    output: z.array(libraryRowSchema),
  },
  /** Files documents: folder, tags, status; all or none. */
  'library:file': {
    input: z.strictObject({
      filings: z
        .array(filingSchema.extend({ id: blockIdSchema }))
        .min(1)
        .max(20_000),
    }),
    output: done,
  },
  'library:rename': { input: byId.extend({ name: z.string().max(200).nullable() }), output: done },
  'library:duplicate': { input: byId, output: byId },
  /** Into the 回收站; undone by `library:restore`. */
  'library:trash': { input: byId, output: done },
  'library:restore': { input: byId, output: done },
  /** Deletes for good what lies in the 回收站. */
  'library:purge': { input: byId, output: done },

  /**
   * Texts that hold every word, `within` only where a function is served; `complete` is false while documents are
   * still being indexed.
   */
  'library:search': {
    input: z.strictObject({ query: z.string().max(200), within: z.enum(documentFunctions).nullable() }),
    output: z.strictObject({ hits: z.array(searchHitSchema), complete: z.boolean() }),
  },

  /** Backups of the whole library in the app's own folder, the newest first; times in milliseconds since 1970, UTC. */
  'backups:list': {
    input: nothing,
    output: z.array(z.strictObject({ name: z.string(), time: z.number().int(), bytes: z.number().int() })),
  },
  /** Backs up now; `elsewhere` asks for the folder. The file's path; null when the person cancels. */
  'backups:make': {
    input: z.strictObject({ elsewhere: z.boolean() }),
    output: z.strictObject({ path: z.string().nullable() }),
  },
  /**
   * Puts a backup in the library's place: one of the list, or (null) a file the person is asked for. What the library
   * was is backed up first. False when the person cancels. @throws 'conflict' while a document is open
   */
  'backups:restore': {
    input: z.strictObject({ name: z.string().max(80).nullable() }),
    output: z.strictObject({ restored: z.boolean() }),
  },

  /** The bureau's own first, then the shipped ones. */
  'templates:list': { input: nothing, output: z.array(listedTemplateSchema) },
  /** Stores a bureau's own template; a change raises its version. */
  'templates:save': { input: z.strictObject({ template: templateSchema }), output: templateSchema },
  'templates:delete': { input: z.strictObject({ id: z.string().max(60) }), output: done },
  /** Asks where, and writes a template as a file; null when the person cancels. */
  'templates:export': {
    input: z.strictObject({ template: templateSchema }),
    output: z.strictObject({ path: z.string().nullable() }),
  },
  /** Asks for a template file and reads it, storing nothing; null when the person cancels. */
  'templates:import': { input: nothing, output: z.strictObject({ template: templateSchema.nullable() }) },

  /** Asks for documents of the past and says what they have in common; null when the person cancels. */
  'templates:learn': {
    input: nothing,
    output: z.strictObject({ learned: learnedSchema.nullable(), failed: importedSchema.shape.failed }).nullable(),
  },

  'units:list': { input: nothing, output: unitDictionarySchema },
  'units:save': { input: z.strictObject({ units: unitDictionarySchema }), output: done },
  /** Asks where, and writes a .csv; null when the person cancels. */
  'units:export': {
    input: z.strictObject({ units: unitDictionarySchema }),
    output: z.strictObject({ path: z.string().nullable() }),
  },
  /** Asks for a .csv and reads it, storing nothing; null when the person cancels. */
  'units:import': { input: nothing, output: z.strictObject({ units: unitDictionarySchema.nullable() }) },

  /** Rules the bureau does without, and its own packs. */
  'rules:list': { input: nothing, output: bureauRulesSchema },
  'rules:save': { input: z.strictObject({ rules: bureauRulesSchema }), output: done },
  /** Asks where, and writes a pack as a file; null when the person cancels. */
  'rules:export': {
    input: z.strictObject({ pack: rulePackSchema }),
    output: z.strictObject({ path: z.string().nullable() }),
  },
  /** Asks for a rule pack and reads it, storing nothing; null when the person cancels. */
  'rules:import': { input: nothing, output: z.strictObject({ pack: rulePackSchema.nullable() }) },

  /** Adds a new document to the library. */
  'document:create': { input: z.strictObject({ document: documentSchema }), output: byId },
  /** A document to be read, not written in. */
  'document:read': { input: byId, output: z.strictObject({ document: documentSchema }) },
  /** Puts it on this window's desk. `conflict` while another window has it. `name`: as in the library's row. */
  'document:open': {
    input: byId,
    output: z.strictObject({ document: documentSchema, revision: z.number().int(), name: z.string().nullable() }),
  },
  /** The window has left its document. */
  'document:close': { input: nothing, output: done },
  /** Writes what changed; answers when it is on disk. `conflict` when `revision` is not the stored one. */
  'document:save': {
    input: byId.extend({ revision: z.number().int(), changes: documentChangesSchema }),
    output: z.strictObject({ revision: z.number().int(), savedAt: z.number().int() }),
  },
  /** Asks where, and writes a .nigao file with so many versions, under a password if one is given; null: cancelled. */
  'document:save-as': {
    input: byId.extend({ password: z.string().min(shortestPassword).max(longestPassword).nullable().default(null) }),
    output: z.strictObject({ path: z.string().nullable(), versions: z.number().int() }),
  },

  /** Keeps a picture for a document, from its bytes. @throws 'file' with why it is not one */
  'pictures:add': { input: byId.extend({ bytes: z.instanceof(Uint8Array) }), output: pictureFileSchema },
  /** Asks for a picture file, and reads it; null when the person cancels. */
  'pictures:choose': { input: nothing, output: z.strictObject({ bytes: z.instanceof(Uint8Array).nullable() }) },

  'versions:list': { input: byId, output: z.array(versionSchema) },
  /** Keeps the stored state: under a name, or (null) as the one before another is put in its place. */
  'versions:keep': { input: byId.extend({ name: versionNameSchema.nullable() }), output: done },
  /** Gives a version a name, or (null) takes it away. */
  'versions:rename': { input: aVersion.extend({ name: versionNameSchema.nullable() }), output: done },
  'versions:open': { input: aVersion, output: z.strictObject({ document: documentSchema }) },
  /** From a version to the stored state. */
  'compare:version': { input: aVersion, output: comparedSchema },
  /** From the stored state to a file the person is asked for; null when they cancel. Nothing enters the library. */
  'compare:file': { input: byId, output: comparedSchema.extend({ file: z.string() }).nullable() },
  /** Asks where, and writes the 对照表 of a comparison as an official Word file. */
  'compare:export': {
    input: z.strictObject({
      title: z.string().max(200),
      before: z.string().max(200),
      after: z.string().max(200),
      comparison: comparisonSchema,
    }),
    output: z.strictObject({ path: z.string().nullable() }),
  },

  /** Asks for files and reads them into the library. */
  'files:open': { input: nothing, output: importedSchema },
  /** Asks for a folder and reads every document in it and below; null when the person cancels at the question. */
  'files:open-folder': { input: nothing, output: importedFolderSchema.nullable() },
  /** Ends the reading of files at once, of a folder after the file in hand; what was read stays. */
  'files:cancel': { input: nothing, output: done },
  /** Reads a file that was dragged into the window. */
  'files:import': {
    input: z.strictObject({ name: z.string().max(255), bytes: z.instanceof(Uint8Array) }),
    output: importedSchema,
  },

  /** Reads a file that waits for its password. @throws 'password' when it is another one; the file waits on */
  'files:unlock': {
    input: z.strictObject({ key: lockedFileSchema.shape.key, password: z.string().min(1).max(longestPassword) }),
    output: importedSchema,
  },
  /** The person does without a file that waits for its password. */
  'files:leave-locked': { input: lockedFileSchema.pick({ key: true }), output: done },

  /** What is to be asked about a document that was just read from a file; null when nothing. */
  'arrival:ask': {
    input: byId,
    output: z
      .discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('changes'), count: z.number().int().min(1) }),
        z.strictObject({ kind: z.literal('returned'), file: z.string() }),
      ])
      .nullable(),
  },
  /** It was asked about. */
  'arrival:forget': { input: byId, output: done },
  /** The file again with its tracked changes read otherwise; nothing is stored. */
  'arrival:read-again': {
    input: byId.extend({ revisions: z.enum(['rejected', 'review']) }),
    output: z.strictObject({ document: documentSchema }),
  },
  /** From the stored state to the file that came back. */
  'arrival:compare': { input: byId, output: comparedSchema.extend({ file: z.string() }) },
  /** Adds the file that came back as a document of its own. */
  'arrival:keep-apart': { input: byId, output: byId },

  /** Asks where, writes the official Word file, shows it in its folder. Progress comes as `export-progress`. */
  'export:docx': {
    input: byId.extend({ options: exportOptionsSchema }),
    output: z.strictObject({ path: z.string().nullable(), messages: z.array(z.string()) }),
  },
  /** Asks where, writes the pages as PDF, shows it in its folder. Progress as above. */
  'export:pdf': {
    input: byId.extend({ options: exportOptionsSchema }),
    output: z.strictObject({ path: z.string().nullable() }),
  },
  /** Prints the pages: the system asks on which printer. `printed` is false when the person cancels there. */
  'export:print': {
    input: byId.extend({ options: exportOptionsSchema }),
    output: z.strictObject({ printed: z.boolean() }),
  },
  /** Asks where, and writes what can be made of the findings; null when the person cancels. */
  'export:review': {
    input: byId.extend({ kind: reviewKindSchema }),
    output: z.strictObject({ path: z.string().nullable() }),
  },
  /** Asks where, and writes a table that follows from the plan; null when the person cancels. */
  'export:plan': {
    input: byId.extend({ file: planFileSchema }),
    output: z.strictObject({ path: z.string().nullable() }),
  },
  /** Asks for superior documents and reads what they ask for, storing nothing; none when the person cancels. */
  'plan:superiors': {
    input: nothing,
    output: z.strictObject({
      superiors: z.array(superiorSchema),
      failed: z.array(z.strictObject({ file: z.string(), message: z.string() })),
    }),
  },
  /** 核对来稿: asks for a file and reads it, storing nothing; null when the person cancels. */
  'review:open': {
    input: nothing,
    output: z.strictObject({ file: z.string(), document: documentSchema, doubts: z.number().int() }).nullable(),
  },
  /** Reads the file that was checked last into the library after all, with what the person has answered. */
  'review:keep': {
    input: z.strictObject({ answers: z.array(reviewAnswerSchema).max(50) }),
    output: importedSchema,
  },
  /** The same of a document that is not in the library. */
  'review:export': {
    input: z.strictObject({ document: documentSchema, file: z.string().max(255), kind: reviewKindSchema }),
    output: z.strictObject({ path: z.string().nullable() }),
  },
  /**
   * 出稿: asks for a folder and puts Word file, PDF and manifest into a new one there; keeps a named version.
   * @throws 'conflict' with what is still open
   */
  'export:circulate': {
    input: byId.extend({ options: exportOptionsSchema }),
    output: z.strictObject({ path: z.string().nullable(), files: z.array(z.string()), messages: z.array(z.string()) }),
  },
  /**
   * Asks for a folder and circulates documents into it one by one, their numbers fixed. What cannot go out is told
   * with the reason; `left` were not come to when it was cancelled; no folder: the person cancelled there.
   */
  'export:circulate-many': {
    input: z.strictObject({ ids: z.array(byId.shape.id).min(1).max(500), options: exportOptionsSchema }),
    output: z.strictObject({
      folder: z.string().nullable(),
      done: z.array(z.strictObject({ id: z.string(), title: z.string(), messages: z.array(z.string()) })),
      failed: z.array(z.strictObject({ id: z.string(), title: z.string(), reason: z.string() })),
      left: z.number().int().min(0),
    }),
  },
  'export:cancel': { input: nothing, output: done },
} as const;

export type Channel = keyof typeof contract;
export type Input<C extends Channel> = z.input<(typeof contract)[C]['input']>;
export type Output<C extends Channel> = z.output<(typeof contract)[C]['output']>;

/** What the machine tells the window unasked. */
export const events = {
  /** Hand over what is unsaved, then call `app:ready-to-close`. */
  closing: nothing,
  /** A second start or a double click asks for this document. */
  'open-document': byId,
  /** A second start or a double click brings files that wait for their password. */
  'files-locked': z.strictObject({ locked: z.array(lockedFileSchema) }),
  /** Documents of the library have been checked again, because the rules changed. */
  'library-checked': z.strictObject({ ids: z.array(blockIdSchema) }),
  /** A file could not be opened at the request of a second start. */
  message: z.strictObject({ text: z.string() }),
  /** Reading files: so many of so many, and the one in hand. */
  'import-progress': z.strictObject({ done: z.number().int(), total: z.number().int(), file: z.string() }),
  /** Moving the data folder. */
  'move-progress': z.strictObject({ done: z.number().min(0).max(1), step: z.string() }),
  /** The library is another one now. */
  'library-replaced': nothing,
  'export-progress': z.strictObject({ done: z.number().min(0).max(1), step: z.string() }),
} as const;
export type EventName = keyof typeof events;
export type EventPayload<E extends EventName> = Readonly<z.output<(typeof events)[E]>>;
