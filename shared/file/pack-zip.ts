import { strToU8, Zip, ZipPassThrough } from 'fflate';

/** Packs bytes as an entry of a zip holds them (raw deflate, RFC 1951). */
export type Deflate = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;

/** One fixed date: the same content gives the same file. */
const date = new Date(1980, 0, 1);

/** An entry that is packed in one piece, in place of passed through. */
class PackedEntry extends ZipPassThrough {
  readonly #deflate: Deflate;

  constructor(path: string, deflate: Deflate) {
    super(path);
    this.#deflate = deflate;
    this.compression = 8;
    this.mtime = date;
  }

  protected override process(bytes: Uint8Array<ArrayBuffer>, final: boolean): void {
    this.ondata(null, this.#deflate(bytes), final);
  }
}

/** A zip of texts by path, in their order, and behind them of what is packed already, as it is. */
export const packZip = (
  files: ReadonlyMap<string, string>,
  deflate: Deflate,
  packed: ReadonlyMap<string, Uint8Array> = new Map(),
): Uint8Array<ArrayBuffer> => {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const [path, text] of files) {
    const entry = new PackedEntry(path, deflate);
    zip.add(entry);
    entry.push(strToU8(text), true);
  }
  for (const [path, bytes] of packed) {
    const entry = new ZipPassThrough(path);
    entry.mtime = date;
    zip.add(entry);
    entry.push(new Uint8Array(bytes), true);
  }
  zip.end();
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
};
