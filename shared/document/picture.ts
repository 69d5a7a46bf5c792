import { z } from 'zod';

/** Formats a picture may have: those that Word, WPS and every browser draw alike. */
export const pictureMimes = ['image/png', 'image/jpeg'] as const;
export type PictureMime = (typeof pictureMimes)[number];

/** Longest side in pixels; what may be read at all is narrower still (`maxPicturePixels`). */
const longestSide = 65_535;
const pixels = z.number().int().min(1).max(longestSide);

export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** Narrowest and widest a picture is drawn, percent of the width of its column. */
export const pictureWidths = { least: 10, most: 100 } as const;

/** What of a picture's file follows from its bytes. */
export const pictureFileSchema = z.strictObject({
  /** Of its bytes: what they are found by, and checked with. */
  sha256: sha256Schema,
  mime: z.enum(pictureMimes),
  widthPx: pixels,
  heightPx: pixels,
});
export type PictureFile = Readonly<z.infer<typeof pictureFileSchema>>;

/** A picture as a document names it: the file, and how it is shown. */
export const pictureSchema = pictureFileSchema.extend({
  /** Percent of the width of the text, or of the 专栏 it stands in. */
  widthPercent: z.number().int().min(pictureWidths.least).max(pictureWidths.most),
  /** 替代文字: what is seen on it, for those who cannot see it. */
  altText: z.string().max(500).optional(),
});
export type Picture = Readonly<z.infer<typeof pictureSchema>>;

/** The bytes of pictures by sha256, as they go beside a document. */
export type Pictures = ReadonlyMap<string, Uint8Array>;
export const noPictures: Pictures = new Map();
