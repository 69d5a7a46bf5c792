import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../electron/files/decode-text';

const text = '云川市人民政府\n关于推进标准化工作的意见（2026—2030年）\n';
const utf8 = new TextEncoder().encode(text);
/** The first line in GB18030, a 4-byte character (㐂) and a line feed. */
const gb18030 = Uint8Array.from([
  0xd4, 0xc6, 0xb4, 0xa8, 0xca, 0xd0, 0xc8, 0xcb, 0xc3, 0xf1, 0xd5, 0xfe, 0xb8, 0xae, 0x81, 0x39, 0xee, 0x38, 0x0a,
]);

const utf16 = (littleEndian: boolean): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index += 1) view.setUint16(index * 2, text.charCodeAt(index), littleEndian);
  return bytes;
};

describe('decoding a text file', () => {
  it('reads UTF-8 with and without a byte order mark', () => {
    expect(decodeText(utf8)).toBe(text);
    expect(decodeText(Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8]))).toBe(text);
  });

  it('reads GB18030', () => {
    expect(decodeText(gb18030)).toMatch(/^云川市人民政府.\n$/u);
  });

  it('reads UTF-16 in both byte orders with and without a mark', () => {
    expect(decodeText(utf16(true))).toBe(text);
    expect(decodeText(utf16(false))).toBe(text);
    expect(decodeText(Uint8Array.from([0xff, 0xfe, ...utf16(true)]))).toBe(text);
    expect(decodeText(Uint8Array.from([0xfe, 0xff, ...utf16(false)]))).toBe(text);
  });

  it('keeps a text whose last character was cut', () => {
    const long = new TextEncoder().encode(text.repeat(20));
    expect(decodeText(long.subarray(0, -2))).toContain('云川市人民政府\n');
  });

  it('is null for what is no text', () => {
    expect(decodeText(Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256))).toBeNull();
    expect(decodeText(Uint8Array.from([1, 0, 2, 0, 3, 0, 4]))).toBeNull();
  });
});
