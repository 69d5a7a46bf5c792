import { createCipheriv, createDecipheriv, randomBytes, scrypt, scryptSync } from 'node:crypto';
import { promisify } from 'node:util';
import type { Seal, Sealed } from '../../shared/file/sealed-file';
import { AppError } from '../../shared/ipc/app-error';

type Derived = Omit<Seal, 'iv' | 'tag'>;

const keyBytes = 32;
const costs = { cost: 131_072, blockSize: 8, parallel: 1 } as const;
/** scrypt takes 128 · cost · blockSize bytes and a little; Node allows 32 MB unless told otherwise. */
const options = { N: costs.cost, r: costs.blockSize, p: costs.parallel, maxmem: 160 * 1024 * 1024 };
const cipherName = 'aes-256-gcm';

/** The same password typed on another machine may come as other code points. */
const normal = (password: string): string => password.normalize('NFC');

/** What the seal says of itself is sealed along: one that was changed does not open. */
const boundTo = ({ kdf, cost, blockSize, parallel, salt, cipher }: Derived): Buffer =>
  Buffer.from(JSON.stringify({ kdf, cost, blockSize, parallel, salt, cipher }));

const deriveKey = promisify<string, Buffer, number, typeof options, Buffer>(scrypt);

/** Seals bytes with a password: each time with a salt and a start value of their own. About half a second. */
export const seal = async (bytes: Uint8Array, password: string): Promise<Sealed> => {
  const salt = randomBytes(16);
  const iv = randomBytes(12);
  const derived: Derived = { kdf: 'scrypt', ...costs, salt: salt.toString('base64'), cipher: cipherName };
  const cipher = createCipheriv(cipherName, await deriveKey(normal(password), salt, keyBytes, options), iv);
  cipher.setAAD(boundTo(derived));
  const content = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return {
    seal: { ...derived, iv: iv.toString('base64'), tag: cipher.getAuthTag().toString('base64') },
    content,
  };
};

/**
 * The bytes that were sealed. Runs in the engine's thread, which it holds for half a second.
 * @throws AppError (`password`) when the password is another one: damage was found before, by the file's checksums
 */
export const unseal = ({ seal: made, content }: Sealed, password: string): Uint8Array => {
  const bytesOf = (text: string) => Buffer.from(text, 'base64');
  const key = scryptSync(normal(password), bytesOf(made.salt), keyBytes, options);
  const decipher = createDecipheriv(cipherName, key, bytesOf(made.iv));
  decipher.setAAD(boundTo(made));
  decipher.setAuthTag(bytesOf(made.tag));
  try {
    return Buffer.concat([decipher.update(content), decipher.final()]);
  } catch (cause) {
    throw new AppError('password', '密码不对。请重新输入，注意大小写。', { cause });
  }
};

/** A file whose password nobody has been asked for. */
export const isLocked = (): AppError =>
  new AppError('password', '这份文稿设有密码。请先在文库中用“打开已有文稿”打开它。');
