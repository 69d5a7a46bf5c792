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

/** What of a picture is not shown, at each side, in thousandths of a percent of its width or height, as Word has it. */
const cut = z.number().int().min(0).max(99_000);
const cropSchema = z
  .strictObject({ left: cut, top: cut, right: cut, bottom: cut })
  .refine(({ left, right, top, bottom }) => left + right <= 99_000 && top + bottom <= 99_000, 'nothing is left');
export type Crop = Readonly<z.infer<typeof cropSchema>>;
/** A crop that can be kept; null for one that cuts nothing, or everything. */
export const keptCrop = (crop: Crop): Crop | null =>
  cropSchema.safeParse(crop).success && Object.values(crop).some((side) => side > 0) ? crop : null;

/** A picture as a document names it: the file, and how it is shown. */
export const pictureSchema = pictureFileSchema.extend({
  /** Percent of the width of the text, or of the 专栏 it stands in. */
  widthPercent: z.number().int().min(pictureWidths.least).max(pictureWidths.most),
  /** 替代文字: what is seen on it, for those who cannot see it. */
  altText: z.string().max(500).optional(),
  /** 裁剪: the file keeps its pixels, as in Word. */
  crop: cropSchema.optional(),
});
export type Picture = Readonly<z.infer<typeof pictureSchema>>;

/** Pixels of what is shown of a picture. */
export const shownPixels = ({
  widthPx,
  heightPx,
  crop,
}: Pick<Picture, 'widthPx' | 'heightPx' | 'crop'>): Readonly<{ widthPx: number; heightPx: number }> =>
  crop
    ? {
        widthPx: Math.max(1, Math.round((widthPx * (100_000 - crop.left - crop.right)) / 100_000)),
        heightPx: Math.max(1, Math.round((heightPx * (100_000 - crop.top - crop.bottom)) / 100_000)),
      }
    : { widthPx, heightPx };

/** How a picture is to be turned: mirrored left to right first, then to the right by so many degrees. */
export const pictureTurnSchema = z.strictObject({
  degrees: z.number().int().min(0).max(359),
  mirrored: z.literal(true).optional(),
});
export type PictureTurn = Readonly<z.infer<typeof pictureTurnSchema>>;

/** What is not shown of a picture once its pixels are turned by quarters. */
export const turnedCrop = (crop: Crop, { degrees, mirrored }: PictureTurn): Crop => {
  let turned = mirrored ? { ...crop, left: crop.right, right: crop.left } : crop;
  for (let quarter = 0; quarter < Math.round(degrees / 90) % 4; quarter += 1)
    turned = { left: turned.bottom, top: turned.left, right: turned.top, bottom: turned.right };
  return turned;
};

/** The bytes of pictures by sha256, as they go beside a document. */
export type Pictures = ReadonlyMap<string, Uint8Array>;
export const noPictures: Pictures = new Map();
