import { z } from 'zod';
import { levels } from '../document/block';
import { genreSchema, numberingSchema } from '../document/document';
import { placeholderKinds } from '../document/text';
import { documentFunctions } from '../functions/types';
import { templateBlockSchema, textsOf } from './template-blocks';

const idSchema = z.string().regex(/^[a-z][a-z0-9-]{1,59}$/);
const phrase = z.string().min(1).max(60);
const sentences = z.string().min(1).max(1000);

/** Something the start form asks for. */
const placeholderFieldSchema = z.strictObject({
  key: z.string().regex(/^[a-zA-Z][a-zA-Z0-9]{0,59}$/),
  /** The prompt, shown in the form and in the text until it is filled. */
  label: z.string().min(1).max(40),
  kind: z.enum(placeholderKinds),
  /** Measure of a number, written behind it: 万元. */
  measure: z.string().min(1).max(10).optional(),
  example: z.string().min(1).max(200),
});

/** What belongs into a section and how it is judged. */
const guidanceSchema = z.strictObject({
  /** What belongs here. */
  what: sentences,
  /** What reviewers look for. */
  review: sentences,
  /** Usual length, as a phrase. */
  length: phrase.optional(),
  good: sentences.optional(),
  bad: sentences.optional(),
});
export type Guidance = Readonly<z.infer<typeof guidanceSchema>>;

const headingSchema = z.strictObject({
  level: z.literal(levels),
  text: z.string().min(1).max(120),
  /** The text goes on behind the heading, in the section's first block. */
  runIn: z.literal(true).optional(),
  /** Other usual wordings; guidance is found under them too. */
  alternatives: z.array(phrase).max(20).default([]),
});

export const requirements = ['required', 'recommended', 'optional'] as const;

const sectionSchema = z.strictObject({
  id: idSchema,
  function: z.enum(documentFunctions).optional(),
  requirement: z.enum(requirements),
  /** Whether a new draft has it. Required sections always do. */
  included: z.boolean().default(true),
  /** May stand several times. */
  repeatable: z.literal(true).optional(),
  /** Its wording is fixed: a draft that says it otherwise is told so. */
  locked: z.literal(true).optional(),
  heading: headingSchema.optional(),
  guidance: guidanceSchema.optional(),
  blocks: z.array(templateBlockSchema).max(100),
});
export type TemplateSection = Readonly<z.infer<typeof sectionSchema>>;

const templatePartSchema = z.strictObject({
  kind: z.enum(['notice', 'main', 'attachment']),
  /** How far the numbers of each level run; a level left out starts again under each parent. */
  numbering: numberingSchema,
  sections: z.array(sectionSchema).min(1).max(100),
});

const partRanks = { notice: 0, main: 1, attachment: 2 } as const;

/**
 * A template as data: structure, guidance and prompts, nothing that needs code.
 * Parsing names the place of what does not fit (a field nobody declared, two sections with one id); see
 * `describeTemplateProblem`.
 */
export const templateSchema = z
  .strictObject({
    id: idSchema,
    version: z.number().int().min(1).max(100_000),
    genre: genreSchema,
    name: z.string().min(1).max(40),
    description: z.string().min(1).max(200),
    /** Where its structure comes from: the kind of documents, never their text. */
    derivedFrom: z.string().min(1).max(200),
    /** A bureau's own: the shipped template it was copied from. */
    basedOn: z.strictObject({ id: idSchema, version: z.number().int().min(1).max(100_000) }).optional(),
    /** 发文机关标志; may name fields, and is set once they are filled. */
    issuingOrgan: z.string().min(1).max(120).optional(),
    /** Checks that make no sense for it, by id. */
    checksOff: z
      .array(z.string().regex(/^[a-z-]+\/[a-z-]+$/))
      .max(100)
      .default([]),
    /** Characters of the main text. */
    length: z
      .strictObject({ min: z.number().int().min(0).max(200_000), max: z.number().int().min(1).max(200_000) })
      .refine(({ min, max }) => min < max, { message: '篇幅下限要小于上限' })
      .optional(),
    placeholders: z.array(placeholderFieldSchema).max(40),
    parts: z.array(templatePartSchema).min(1).max(20),
  })
  .superRefine((template, context) => {
    const issue = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
    const keys = new Set(template.placeholders.map((field) => field.key));
    if (keys.size !== template.placeholders.length) issue(['placeholders'], '有两个填写项代号相同');
    if (template.parts.filter((part) => part.kind === 'main').length !== 1) issue(['parts'], '正文要有且只有一个');
    const ranks = template.parts.map((part) => partRanks[part.kind]);
    if (ranks.some((rank, at) => rank < (ranks[at - 1] ?? 0) || (rank === 0 && at > 0)))
      issue(['parts'], '次序应为印发通知、正文、附件，印发通知至多一个');
    const ids = new Set<string>();
    const checkText = (path: (string | number)[], text: string) => {
      for (const [, key] of text.matchAll(/\{([^}]*)\}/g))
        if (!keys.has(key ?? '')) issue(path, `用到了没有列出的填写项“${key}”`);
    };
    checkText(['issuingOrgan'], template.issuingOrgan ?? '');
    template.parts.forEach((part, partIndex) => {
      part.sections.forEach((section, sectionIndex) => {
        const path = ['parts', partIndex, 'sections', sectionIndex];
        if (ids.has(section.id)) issue(path, `与另一节代号相同：${section.id}`);
        ids.add(section.id);
        if (section.requirement === 'required' && !section.included) issue(path, '必备的一节不能默认不加入');
        if (section.heading?.runIn && !(section.blocks[0] && 'text' in section.blocks[0]))
          issue(path, '标题后接排的一节，第一段要有文字');
        if (!section.heading && section.blocks.length === 0) issue(path, '没有标题也没有内容');
        for (const text of [section.heading?.text ?? '', ...section.blocks.flatMap(textsOf)]) checkText(path, text);
      });
    });
  });
export type Template = Readonly<z.infer<typeof templateSchema>>;
