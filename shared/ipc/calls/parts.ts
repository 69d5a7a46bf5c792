import { z } from 'zod';
import { blockIdSchema } from '../../document/block';

/** What goes in or comes out of many calls. */
export const nothing = z.strictObject({});
export const byId = z.strictObject({ id: blockIdSchema });
export const done = z.strictObject({});
