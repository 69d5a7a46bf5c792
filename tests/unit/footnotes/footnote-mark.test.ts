import { expect, it } from 'vitest';
import { footnoteMark } from '../../../shared/footnotes/footnote-mark';

it('numbers footnotes with circled figures up to fifty', () => {
  expect([1, 20, 21, 35, 36, 50, 51].map(footnoteMark).join('')).toBe('①⑳㉑㉟㊱㊿（51）');
});
