import type { PictureMime, Pictures } from '../../document/picture';
import type { FlowPicture } from '../../layout/flow';
import { escapeXml } from './escape-xml';

/** A picture of the file: what the text refers to it by, and where it lies below word/. */
type MediaPart = Readonly<{ id: string; path: string; bytes: Uint8Array }>;

/** The pictures of a file, gathered while it is written: one that stands there twice lies there once. */
export type Media = {
  /** Drawings are numbered through the document (docPr must be unique). */
  drawings: number;
  readonly pictures: Pictures;
  readonly parts: Map<string, MediaPart>;
  /** How many had no bytes. */
  missing: number;
};

export const noMedia = (pictures: Pictures): Media => ({ drawings: 0, pictures, parts: new Map(), missing: 0 });

/** Endings, which the package's list of contents gives their types. */
export const mediaEndings: Readonly<Record<PictureMime, string>> = { 'image/png': 'png', 'image/jpeg': 'jpeg' };

const drawing = 'http://schemas.openxmlformats.org/drawingml/2006';
/** English metric units of a twip: 914,400 to the inch. */
const emu = 635;

const partOf = ({ sha256, mime }: FlowPicture, media: Media): MediaPart | null => {
  const known = media.parts.get(sha256);
  if (known) return known;
  const bytes = media.pictures.get(sha256);
  if (!bytes) return null;
  const number = media.parts.size + 1;
  const part = { id: `rIdPicture${number}`, path: `media/image${number}.${mediaEndings[mime]}`, bytes };
  media.parts.set(sha256, part);
  return part;
};

/** What of the picture is not shown. */
const cropXml = ({ crop }: FlowPicture): string =>
  crop ? `<a:srcRect l="${crop.left}" t="${crop.top}" r="${crop.right}" b="${crop.bottom}"/>` : '';

/** A run with a picture in the line (DrawingML inline) and its 替代文字; nothing where its bytes are missing. */
export const pictureXml = (picture: FlowPicture, media: Media): string => {
  const part = partOf(picture, media);
  if (!part) {
    media.missing += 1;
    return '';
  }
  media.drawings += 1;
  const extent = `cx="${picture.width * emu}" cy="${picture.height * emu}"`;
  const name = `id="${media.drawings}" name="图片 ${media.drawings}"`;
  return (
    `<w:r><w:drawing><wp:inline xmlns:wp="${drawing}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">` +
    `<wp:extent ${extent}/><wp:docPr ${name} descr="${escapeXml(picture.altText ?? '')}"/>` +
    `<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="${drawing}/main" noChangeAspect="1"/></wp:cNvGraphicFramePr>` +
    `<a:graphic xmlns:a="${drawing}/main"><a:graphicData uri="${drawing}/picture">` +
    `<pic:pic xmlns:pic="${drawing}/picture"><pic:nvPicPr><pic:cNvPr ${name}/><pic:cNvPicPr/></pic:nvPicPr>` +
    `<pic:blipFill><a:blip r:embed="${part.id}"/>${cropXml(picture)}<a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>` +
    '</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
  );
};
