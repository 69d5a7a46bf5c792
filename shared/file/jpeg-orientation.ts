/**
 * How a camera says its photo is to be turned (Exif, tag 0x0112): 1 upright, 2 to 8 turned or mirrored; 1 where it says
 * nothing. Never throws: whatever is not as it should be says nothing.
 */
export const jpegOrientation = (bytes: Uint8Array): number => {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return 1;
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== 0xda) {
    const end = at + 2 + data.getUint16(at + 2);
    if (bytes[at + 1] === 0xe1 && end <= bytes.length && isExif(bytes, at + 4))
      return readTag(new DataView(bytes.buffer, bytes.byteOffset + at + 10, end - at - 10));
    at = end;
  }
  return 1;
};

/** `Exif` and two zeros. */
const isExif = (bytes: Uint8Array, at: number): boolean =>
  [0x45, 0x78, 0x69, 0x66, 0, 0].every((byte, index) => bytes[at + index] === byte);

const orientationTag = 0x0112;

/** The tag in the first directory of a TIFF header. */
const readTag = (tiff: DataView): number => {
  if (tiff.byteLength < 8) return 1;
  const little = tiff.getUint16(0) === 0x4949;
  const directory = tiff.getUint32(4, little);
  if (directory + 2 > tiff.byteLength) return 1;
  const count = tiff.getUint16(directory, little);
  for (let entry = 0; entry < count; entry += 1) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > tiff.byteLength) return 1;
    if (tiff.getUint16(at, little) !== orientationTag) continue;
    const value = tiff.getUint16(at + 8, little);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
};
