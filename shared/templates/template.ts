import { z } from 'zod';
import { levels } from '../document/block';
import { genreSchema, numberingSchema } from '../document/document';
import { placeholderKinds } from '../document/text';
import { documentFunctions } from '../functions/types';

const idSchema = z.string().regex(/^[a-z][a-z0-9-]{1,59}$/);

/** Something the start form asks for. */
const placeholderFieldSchema = z.strictObject({
  key: z.string().regex(/^[a-zA-Z][a-zA-Z0-9]{0,59}$/),
  /** The prompt, shown in the form and in the text until it is filled. */
  label: z.string().min(1).max(40),
  kind: z.enum(placeholderKinds),
  example: z.string().min(1).max(200),
});

/** What belongs into a section and how it is judged. */
const guidanceSchema = z.strictObject({
  /** What belongs here. */
  what: z.string().min(1),
  /** What reviewers look for. */
  review: z.string().min(1),
  /** Usual length, as a phrase. */
  length: z.string().min(1).optional(),
  good: z.string().min(1).optional(),
  bad: z.string().min(1).optional(),
});
export type Guidance = Readonly<z.infer<typeof guidanceSchema>>;

const textTypes = [
  'title',
  'salutation',
  'paragraph',
  'dash',
  'responsibility',
  'signature',
  'dateLine',
  'note',
] as const;

/**
 * One block of a section. In its text `{key}` stands for a field of the form, `[提示]` for a prompt that is
 * filled in while writing.
 */
const templateBlockSchema = z.union([
  z.strictObject({ type: z.enum(textTypes), text: z.string().min(1) }),
  z.strictObject({
    type: z.literal('clause'),
    level: z.literal(levels),
    runIn: z.literal(true).optional(),
    text: z.string().min(1),
  }),
  z.strictObject({
    type: z.literal('box'),
    title: z.string().min(1),
    blocks: z.array(z.strictObject({ type: z.enum(['paragraph', 'dash']), text: z.string().min(1) })).min(1),
  }),
  z.strictObject({
    type: z.literal('table'),
    header: z.array(z.string().min(1)).min(1).max(20),
    rows: z.array(z.array(z.string().min(1)).min(1).max(20)).min(1),
  }),
]);
export type TemplateBlock = Readonly<z.infer<typeof templateBlockSchema>>;

const headingSchema = z.strictObject({
  level: z.literal(levels),
  text: z.string().min(1),
  /** The text goes on behind the heading, in the section's first block. */
  runIn: z.literal(true).optional(),
  /** Other usual wordings; guidance is found under them too. */
  alternatives: z.array(z.string().min(1)).default([]),
});

const sectionSchema = z.strictObject({
  id: idSchema,
  function: z.enum(documentFunctions).optional(),
  requirement: z.enum(['required', 'recommended', 'optional']),
  /** Whether a new draft has it. Required sections always do. */
  included: z.boolean().default(true),
  heading: headingSchema.optional(),
  guidance: guidanceSchema.optional(),
  blocks: z.array(templateBlockSchema),
});
export type TemplateSection = Readonly<z.infer<typeof sectionSchema>>;

const templatePartSchema = z.strictObject({
  kind: z.enum(['notice', 'main', 'attachment']),
  numbering: numberingSchema,
  sections: z.array(sectionSchema).min(1),
});

/** Texts of a template in document order, without guidance. */
const textsOf = (block: TemplateBlock): string[] => {
  switch (block.type) {
    case 'box':
      return [block.title, ...block.blocks.map((inner) => inner.text)];
    case 'table':
      return [...block.header, ...block.rows.flat()];
    default:
      return [block.text];
  }
};

/**
 * A template as data: structure, guidance and prompts, nothing that needs code.
 * Parsing names the place of what does not fit (a field nobody declared, two sections with one id).
 */
export const templateSchema = z
  .strictObject({
    id: idSchema,
    version: z.number().int().min(1),
    genre: genreSchema,
    name: z.string().min(1).max(40),
    description: z.string().min(1).max(200),
    /** Where its structure comes from. */
    derivedFrom: z.string().min(1).max(200),
    /** 发文机关标志; may name fields, and is set once they are filled. */
    issuingOrgan: z.string().min(1).max(120).optional(),
    placeholders: z.array(placeholderFieldSchema),
    parts: z.array(templatePartSchema).min(1),
  })
  .superRefine((template, context) => {
    const issue = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
    const keys = new Set(template.placeholders.map((field) => field.key));
    if (keys.size !== template.placeholders.length) issue(['placeholders'], 'keys must be unique');
    if (template.parts.filter((part) => part.kind === 'main').length !== 1) issue(['parts'], 'exactly one main part');
    const ids = new Set<string>();
    template.parts.forEach((part, partIndex) => {
      part.sections.forEach((section, sectionIndex) => {
        const path = ['parts', partIndex, 'sections', sectionIndex];
        if (ids.has(section.id)) issue(path, `id is used twice: ${section.id}`);
        ids.add(section.id);
        if (section.requirement === 'required' && !section.included)
          issue(path, 'a required section is always included');
        if (section.heading?.runIn && !(section.blocks[0] && 'text' in section.blocks[0]))
          issue(path, 'a run-in heading needs a first block with text');
        const texts = [section.heading?.text ?? '', ...section.blocks.flatMap(textsOf)];
        for (const [, key] of texts.join('\n').matchAll(/\{([^}]*)\}/g))
          if (!keys.has(key ?? '')) issue(path, `no such placeholder: ${key}`);
      });
    });
  });
export type Template = Readonly<z.infer<typeof templateSchema>>;
