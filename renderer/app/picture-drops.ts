/** Where on the screen something was dropped. */
export type ScreenPoint = Readonly<{ x: number; y: number }>;

/** Takes a picture that was dropped on the window; false where it was not dropped on the paper. */
type TakePicture = (file: File, point: ScreenPoint) => boolean;

let taker: TakePicture | null = null;

/** Says who takes dropped pictures while a document is open; returns how to take it back. */
export const onPictureDrop = (take: TakePicture): (() => void) => {
  taker = take;
  return () => {
    if (taker === take) taker = null;
  };
};

/** Hands over a single picture. False when there is no document open that takes it, or it is something else. */
export const dropPicture = (files: readonly File[], point: ScreenPoint): boolean => {
  const [file] = files;
  return files.length === 1 && file !== undefined && file.type.startsWith('image/') && taker?.(file, point) === true;
};
