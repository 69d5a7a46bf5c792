import { describe, expect, it } from 'vitest';
import { differences, numbersIn } from '../../durability/typist';

const seen = (at: number, ...numbers: number[]) => ({ at, numbers: new Set(numbers) });

describe('what a kill took', () => {
  it('counts a sentence lost that stood on the page for more than a second and is not stored', () => {
    const sightings = [seen(1000, 1), seen(2000, 1, 2), seen(3900, 1, 2, 3)];
    expect(differences(sightings, 4000, new Set([1]))).toEqual({ lost: [2], returned: [] });
    expect(differences(sightings, 4000, new Set([1, 2]))).toEqual({ lost: [], returned: [] });
  });
  it('counts a sentence that was deleted for more than a second and is stored', () => {
    const sightings = [seen(1000, 1, 2), seen(2000, 2), seen(3900, 2, 3)];
    expect(differences(sightings, 4000, new Set([1, 2]))).toEqual({ lost: [], returned: [1] });
  });
  it('asks nothing of what changed within the last second', () => {
    const sightings = [seen(1000, 1), seen(3500, 1, 2), seen(3900, 2)];
    expect(differences(sightings, 4000, new Set([1]))).toEqual({ lost: [], returned: [] });
    expect(differences(sightings, 4000, new Set([2]))).toEqual({ lost: [], returned: [] });
  });
  it('finds the numbers of sentences in a text', () => {
    expect([...numbersIn('一、第3句。建设第12句。第二句。')]).toEqual([3, 12]);
  });
});
