import { z } from 'zod';
import { layoutOptionsSchema } from '../layout/layout-options';
import { blockIdSchema, blockSchema } from './block';
import { editedPartSchema, mostEditedParts } from './edited-part';
import { mostReviewItems, reviewItemSchema } from './review-item';
import { mostSuperiors, superiorSchema } from './superior';
import { waiverSchema } from './waiver';

/** Version of the stored JSON. */
export const schemaVersion = 1;
/**
 * Raised with whatever is added to the stored JSON, together with a migration of the database (which may have nothing
 * to do): an earlier version of the app takes what it does not know for damage, and is to say instead that a later
 * version is needed.
 */
export const schemaEdition = 2;

/** Genres the product knows (`nigao` answers with the same words). */
export const genres = [
  'plan',
  'action-plan',
  'opinion',
  'implementation-opinion',
  'implementation-scheme',
  'measures',
  'notice',
  'other',
] as const;
export const genreSchema = z.enum(genres);
export type Genre = z.infer<typeof genreSchema>;

/**
 * How far a level's numbers run: `parent` starts again under each parent, `chapter` runs on under one
 * level-1 clause, `part` runs through the whole part. All three are common in published documents.
 */
export const numberingScopes = ['parent', 'chapter', 'part'] as const;
export type NumberingScope = (typeof numberingScopes)[number];

/** Scope of levels 2 to 4; level 1 always runs through its part. A missing level means `parent`. */
export const numberingSchema = z.strictObject({
  2: z.enum(numberingScopes).optional(),
  3: z.enum(numberingScopes).optional(),
  4: z.enum(numberingScopes).optional(),
  /** The numbers of a circulated draft stay: each has its `fixedLabel`, what is put in between moves no other. */
  frozen: z.literal(true).optional(),
});
export type Numbering = Readonly<z.infer<typeof numberingSchema>>;

export const partKinds = ['notice', 'main', 'attachment'] as const;
/** 印发通知 (none or one, first) · main text (exactly one) · 附件 (any number, last). */
export const partSchema = z.strictObject({
  type: z.literal('part'),
  id: blockIdSchema,
  kind: z.enum(partKinds),
  numbering: numberingSchema,
  children: z.array(blockSchema).min(1).max(20_000),
});
export type Part = Readonly<z.infer<typeof partSchema>>;
export type PartKind = (typeof partKinds)[number];

/** What of an earlier text does not belong into the one begun from it. */
export const leftoverKinds = ['year', 'place', 'unit', 'leader', 'document'] as const;
const leftoverSchema = z.strictObject({
  kind: z.enum(leftoverKinds),
  /** The words as the earlier text has them. */
  text: z.string().min(1).max(200),
  /** The person has seen them and wants them here. */
  kept: z.literal(true).optional(),
});
export type Leftover = Readonly<z.infer<typeof leftoverSchema>>;

/** A chapter that was taken over from another document, with where it came from. */
const takenOverSchema = z.strictObject({
  /** Its heading here; the chapter may have gone since. */
  blockId: blockIdSchema,
  /** Its heading there, with the number it had. */
  heading: z.string().max(200),
  /** The other document, as the library called it. */
  title: z.string().max(300),
  /** Milliseconds since 1970, UTC. */
  at: z.number().int(),
});
export type TakenOver = Readonly<z.infer<typeof takenOverSchema>>;
/** Most chapters whose source is kept; the oldest give way. */
export const mostTakenOver = 200;

/** An answer to a question of the 核稿单, by the question's id; a note may stand alone. */
export const reviewAnswerSchema = z.strictObject({
  question: z.string().max(40),
  answer: z.enum(['yes', 'no']).optional(),
  note: z.string().max(200).optional(),
});
export type ReviewAnswer = Readonly<z.infer<typeof reviewAnswerSchema>>;

/** A goal or safeguard (block, or key of an indicator) and a task (block) that belong together, or do not. */
const planLinkSchema = z.strictObject({
  from: z.string().max(300),
  to: blockIdSchema,
  not: z.literal(true).optional(),
});
export type PlanLink = Readonly<z.infer<typeof planLinkSchema>>;

/** A row of the 指标 as the person has set it right. */
const correctedIndicatorSchema = z.strictObject({
  key: z.string().max(300),
  name: z.string().min(1).max(100),
  value: z.string().min(1).max(40),
  unit: z.string().max(40),
  year: z.number().int().min(1900).max(2200).nullable(),
  base: z
    .strictObject({
      value: z.string().min(1).max(40),
      unit: z.string().max(40),
      year: z.number().int().min(1900).max(2200).nullable(),
    })
    .optional(),
  kind: z.enum(['constrained', 'expected']).optional(),
});
export type CorrectedIndicator = Readonly<z.infer<typeof correctedIndicatorSchema>>;

/** Form fields that are not themselves a line of the text. All texts as they are printed. */
export const metaSchema = z.strictObject({
  genre: genreSchema,
  /** 发文字号, e.g. 云政发〔2026〕5号 (GB/T 9704-2012, 7.2.5). */
  documentNumber: z.string().max(60).optional(),
  /** 发文机关标志: organ name without 文件 (7.2.4); several of a joint issue by 、 or on lines of their own. */
  issuingOrgan: z.string().max(600).optional(),
  /** 份号 (7.2.1): six digits. */
  copyNumber: z.string().max(12).optional(),
  /** 密级和保密期限 (7.2.2); filled, the app warns that it is not for classified text. */
  secrecy: z.string().max(30).optional(),
  /** 紧急程度 (7.2.3). */
  urgency: z.string().max(10).optional(),
  /** 签发人 (7.2.6), upward documents only. */
  signers: z.array(z.string().max(20)).max(12).optional(),
  /** 抄送机关 (7.4.2). */
  copyTo: z.string().max(1000).optional(),
  /** 印发机关 (7.4.3). */
  printingOrgan: z.string().max(120).optional(),
  /** 印发日期 (7.4.3), e.g. 2026年3月5日. */
  printingDate: z.string().max(30).optional(),
  /** How its pages are set, as last chosen for it; without it as the machine sets its pages. */
  layout: z.object(layoutOptionsSchema.shape).optional(),
  /** Findings let stand, each with its reason. */
  waivers: z.array(waiverSchema).max(2000).optional(),
  /** What a person has answered that no program can judge, for the 核稿单. */
  reviewAnswers: z.array(reviewAnswerSchema).max(50).optional(),
  /** Rules this document does without, by id. */
  rulesOff: z.array(z.string().max(80)).max(300).optional(),
  /** Phrases that read like indicators and are none (`indicatorKey`). */
  rejectedIndicators: z.array(z.string().max(300)).max(1000).optional(),
  /** What an indicator is in truth that was read otherwise (`indicatorKey` of what was read). */
  correctedIndicators: z.array(correctedIndicatorSchema).max(1000).optional(),
  /** What the person has said of goals, tasks and safeguards: which serve which. */
  planLinks: z.array(planLinkSchema).max(4000).optional(),
  /** 上级文件 this one answers, with what was decided of each thing they ask for. */
  superiors: z.array(superiorSchema).max(mostSuperiors).optional(),
  /** What the person has edited of 起草说明 and 政策解读; every other part of them follows the text. */
  editedParts: z.array(editedPartSchema).max(mostEditedParts).optional(),
  /** Words of the document this one was begun from, to be dealt with one by one. */
  leftovers: z.array(leftoverSchema).max(500).optional(),
  /** Where chapters come from that were taken over from other documents, the oldest first. */
  takenOver: z.array(takenOverSchema).max(mostTakenOver).optional(),
  /** What of the file it was read from is still to be looked at. */
  review: z.array(reviewItemSchema).max(mostReviewItems).optional(),
});
export type DocumentMeta = Readonly<z.infer<typeof metaSchema>>;

/** A line of an imported source that is not part of the document (web lines, metadata tables). */
export const setAsideLineSchema = z.strictObject({ line: z.number().int().min(1), text: z.string() });

export type SetAsideLine = Readonly<z.infer<typeof setAsideLineSchema>>;

/**
 * The template a document was written with. `copy` is that template as it was, so that guidance, checks and the offer
 * of a newer version need nothing but the document; `templateOf` reads it.
 */
export const templateRefSchema = z.strictObject({
  id: z.string().max(60),
  version: z.number().int().min(1),
  copy: z.record(z.string().max(60), z.unknown()).optional(),
  /** What the start form was filled in with, for parts that are added later. */
  values: z.record(z.string().max(60), z.string().max(200)).optional(),
});
export type TemplateRef = Readonly<z.infer<typeof templateRefSchema>>;

/** What keeps a list of parts with the order of their blocks from being a document; empty when nothing does. */
export const structureProblems = (
  parts: readonly Readonly<{ id: string; kind: PartKind; blockIds: readonly string[] }>[],
): readonly string[] => {
  const ranks = parts.map((part) => partKinds.indexOf(part.kind));
  const ids = parts.flatMap((part) => [part.id, ...part.blockIds]);
  return [
    ...(parts.filter((part) => part.kind === 'main').length === 1 ? [] : ['exactly one main part']),
    ...(parts.filter((part) => part.kind === 'notice').length <= 1 ? [] : ['at most one notice']),
    ...(ranks.every((rank, index) => rank >= (ranks[index - 1] ?? 0)) ? [] : ['order: notice, main, attachments']),
    ...(new Set(ids).size === ids.length ? [] : ['ids must be unique']),
  ];
};

/** A whole document as stored, exchanged and edited. `parts` has the shape of a Slate value. */
export const documentSchema = z
  .strictObject({
    schemaVersion: z.literal(schemaVersion),
    id: blockIdSchema,
    template: templateRefSchema.optional(),
    meta: metaSchema,
    parts: z.array(partSchema).min(1).max(200),
    setAside: z.array(setAsideLineSchema).max(20_000),
  })
  .superRefine((document, context) => {
    const parts = document.parts.map(({ id, kind, children }) => ({
      id,
      kind,
      blockIds: children.map(({ id }) => id),
    }));
    for (const message of structureProblems(parts)) context.addIssue({ code: 'custom', path: ['parts'], message });
  });
export type GovDocument = Readonly<z.infer<typeof documentSchema>>;
