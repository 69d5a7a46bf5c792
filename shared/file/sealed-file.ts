import { strFromU8, strToU8, zipSync } from 'fflate';
import { z } from 'zod';
import { AppError } from '../ipc/app-error';
import { maxPackageBytes } from './limits';
import { nigaoMimetype } from './nigao-file';
import { readZip } from './read-zip';

/** Version of the layout of a file with a password; what is sealed inside is a .nigao file of its own. */
const sealedVersion = 2;
const bytesAsText = (length: number) => z.base64().length(4 * Math.ceil(length / 3));

/**
 * How a file was sealed: a key from the password by scrypt (RFC 7914), the content under AES-256-GCM. The cost of
 * scrypt is fixed, so that no file can ask for more memory than this: 128 MB. Bytes as Base64.
 */
const sealSchema = z.strictObject({
  kdf: z.literal('scrypt'),
  cost: z.literal(131_072),
  blockSize: z.literal(8),
  parallel: z.literal(1),
  salt: bytesAsText(16),
  cipher: z.literal('aes-256-gcm'),
  iv: bytesAsText(12),
  tag: bytesAsText(16),
});
export type Seal = Readonly<z.infer<typeof sealSchema>>;
export type Sealed = Readonly<{ seal: Seal; content: Uint8Array }>;

const manifestSchema = z.looseObject({ format: z.literal('nigao'), version: z.literal(sealedVersion) });

/**
 * A .nigao file with a password. Its empty document.json is for earlier versions of the app: they come as far as the
 * manifest and say that a later version is needed.
 */
export const packSealedFile = ({ seal, content }: Sealed): Uint8Array =>
  zipSync(
    {
      mimetype: [strToU8(nigaoMimetype), { level: 0 }],
      'manifest.json': strToU8(JSON.stringify({ format: 'nigao', version: sealedVersion, seal })),
      'document.json': strToU8('{}'),
      content: [content, { level: 0 }],
    },
    { mtime: '1980-01-01T00:00:00' },
  );

const readManifest = (bytes: Uint8Array): unknown => {
  try {
    const manifest = readZip(bytes, (name) => name === 'manifest.json', 64 * 1024).get('manifest.json');
    return manifest && JSON.parse(strFromU8(manifest));
  } catch {
    return null;
  }
};

/**
 * What is sealed in a .nigao file with a password; null for any other file, which is read, or refused, without one.
 * @throws AppError (`file`) when it is damaged, or sealed in a way that only a later version knows
 */
export const readSealedFile = (bytes: Uint8Array): Sealed | null => {
  const manifest = manifestSchema.safeParse(readManifest(bytes));
  if (!manifest.success) return null;
  const seal = sealSchema.safeParse(manifest.data.seal);
  if (!seal.success) throw new AppError('file', '这份文稿由更新版本的拟稿加密，本版本打不开。请升级拟稿后再打开。');
  try {
    const content = readZip(bytes, (name) => name === 'content', maxPackageBytes).get('content');
    if (content) return { seal: seal.data, content };
  } catch (cause) {
    throw damagedSealed(cause);
  }
  throw damagedSealed();
};

const damagedSealed = (cause?: unknown) =>
  new AppError('file', '设有密码的文稿文件不完整或已损坏。请重新取得这个文件，或改用备份。', { cause });
