import { Inflate, strFromU8 } from 'fflate';

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const localHeader = 0x04034b50;
const chunkBytes = 64 * 1024;

/** Why a zip could not be read; callers say it in their own words. */
export class ZipError extends Error {
  readonly reason: 'damaged' | 'too-large';

  constructor(reason: 'damaged' | 'too-large', detail: string) {
    super(detail);
    this.name = 'ZipError';
    this.reason = reason;
  }
}

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

type Entry = Readonly<{ name: string; method: number; crc: number; packed: number; unpacked: number; offset: number }>;

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** The checksum of zip archives and PNG chunks. */
export const crc32 = (bytes: Uint8Array): number => {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ crcTable[(crc ^ byte) & 0xff]!;
  return (crc ^ 0xffffffff) >>> 0;
};

/** The central directory: the one list of entries that a cut-off archive cannot have. */
const readDirectory = (bytes: Uint8Array): Entry[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== endOfDirectory) end -= 1;
  if (end < 0) throw new ZipError('damaged', 'no central directory');
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  return Array.from({ length: count }, () => {
    if (view.getUint32(at, true) !== directoryEntry) throw new ZipError('damaged', 'broken central directory');
    const nameLength = view.getUint16(at + 28, true);
    const entry = {
      name: strFromU8(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    return entry;
  });
};

/** Unpacks no further than the size the directory declares, so a small archive cannot swell without end. */
const inflate = (packed: Uint8Array, size: number): Uint8Array => {
  const unpacked = new Uint8Array(size);
  let length = 0;
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > size) throw new ZipError('damaged', 'entry larger than declared');
    unpacked.set(chunk, length);
    length += chunk.length;
  });
  for (let at = 0; at < packed.length; at += chunkBytes)
    stream.push(packed.subarray(at, at + chunkBytes), at + chunkBytes >= packed.length);
  if (length !== size) throw new ZipError('damaged', 'entry shorter than declared');
  return unpacked;
};

const readEntry = (bytes: Uint8Array, entry: Entry): Uint8Array => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(entry.offset, true) !== localHeader) throw new ZipError('damaged', 'no entry where one is listed');
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const packed = bytes.subarray(start, start + entry.packed);
  if (packed.length !== entry.packed) throw new ZipError('damaged', 'entry cut off');
  if (entry.method !== 0 && entry.method !== 8) throw new ZipError('damaged', `unknown method ${entry.method}`);
  const unpacked = entry.method === 0 ? packed : inflate(packed, entry.unpacked);
  if (crc32(unpacked) !== entry.crc) throw new ZipError('damaged', 'checksum differs');
  return unpacked;
};

/**
 * Reads the wanted entries of a zip archive by name.
 * @param maxBytes most that the wanted entries may unpack to, together.
 * @throws ZipError when the archive is damaged (checksums are compared) or unpacks to more.
 */
export const readZip = (
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  maxBytes: number,
): ReadonlyMap<string, Uint8Array> => {
  try {
    const entries = readDirectory(bytes).filter(({ name }) => wanted(name));
    const total = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
    if (total > maxBytes) throw new ZipError('too-large', `${total} bytes unpacked`);
    return new Map(entries.map((entry) => [entry.name, readEntry(bytes, entry)]));
  } catch (error) {
    throw error instanceof ZipError ? error : new ZipError('damaged', String(error));
  }
};

/** Names of all entries. @throws ZipError when the archive is damaged. */
export const listZip = (bytes: Uint8Array): string[] => {
  try {
    return readDirectory(bytes).map(({ name }) => name);
  } catch (error) {
    throw error instanceof ZipError ? error : new ZipError('damaged', String(error));
  }
};
