import { z } from 'zod';
import { placeholderSchema } from '../document/text';

/** Custom properties of an exported Word file that say what its prompts (占位) stand for are called so, and numbered. */
export const promptProperty = '待填';

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The value of such a property: kind and key of the placeholder, and its words as they are printed. */
export const promptSchema = z
  .string()
  .max(1000)
  .transform(parseJson)
  .pipe(z.tuple([placeholderSchema.shape.kind, placeholderSchema.shape.key, z.string().min(1)]));
