import { type FontFace, fontFaces } from '../../shared/layout/font-faces';
import type { PieceFont } from '../../shared/layout/paginate/page';

/** How a face of the official format is there on this machine. */
export type FoundFont = Readonly<{
  role: PieceFont;
  face: FontFace;
  state: 'present' | 'substituted' | 'missing';
  /** The face that stands in. */
  substitute?: string;
}>;

/** Letters of which every two generic faces have other widths. */
const sample = 'mwilMW0123456789';

/** Whether a family is installed: with it, text is as wide whatever generic face stands behind it. */
const createProbe = (): ((family: string) => boolean) => {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return () => false;
  const width = (families: string): number => {
    context.font = `40px ${families}`;
    return context.measureText(sample).width;
  };
  const bare = [width('monospace'), width('serif'), width('sans-serif')];
  return (family) => {
    const quoted = `"${family}"`;
    const behind = [width(`${quoted}, monospace`), width(`${quoted}, serif`), width(`${quoted}, sans-serif`)];
    return behind.every((each) => each === behind[0]) && bare.some((each) => each !== bare[0]);
  };
};

/** The faces the official format needs, and which of them this machine has. Asks no network and no permission. */
export const findFonts = (isInstalled: (family: string) => boolean = createProbe()): FoundFont[] =>
  (Object.entries(fontFaces) as [PieceFont, FontFace][]).map(([role, face]) => {
    if (face.names.some(isInstalled)) return { role, face, state: 'present' };
    const substitute = face.substitutes.find(isInstalled);
    return substitute === undefined
      ? { role, face, state: 'missing' }
      : { role, face, state: 'substituted', substitute };
  });
