import { describe, expect, it } from 'vitest';
import { jpegOrientation } from '../../../shared/file/jpeg-orientation';
import { makeJpeg, makePng, withOrientation } from '../../helpers/make-picture';

describe('the way a photo is to be turned', () => {
  it('is read in both orders of bytes', () => {
    for (const order of ['little', 'big'] as const)
      for (const value of [1, 3, 6, 8])
        expect(jpegOrientation(withOrientation(makeJpeg(16, 8), value, order))).toBe(value);
  });

  it('is upright where nothing is said, or nonsense', () => {
    expect(jpegOrientation(makeJpeg(16, 8))).toBe(1);
    expect(jpegOrientation(makePng(16, 8))).toBe(1);
    expect(jpegOrientation(withOrientation(makeJpeg(16, 8), 77, 'big'))).toBe(1);
    const whole = withOrientation(makeJpeg(16, 8), 6, 'little');
    for (let length = 0; length < 60; length += 1) expect([1, 6]).toContain(jpegOrientation(whole.subarray(0, length)));
  });
});
