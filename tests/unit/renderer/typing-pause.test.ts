import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createTypingPause } from '../../../renderer/screens/editor/session/typing-pause';

/** A frame every 16 ms, as on a screen. */
const frame = 16;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  vi.stubGlobal('requestAnimationFrame', (task: () => void) => Number(setTimeout(task, frame)));
  vi.stubGlobal('cancelAnimationFrame', (id: number) => clearTimeout(id));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Presses keys so many milliseconds apart and gives the times, since the first key, at which the task ran. */
const type = (keys: number, apart: number, afterwards: number): readonly number[] => {
  const ran: number[] = [];
  vi.advanceTimersByTime(5000);
  const start = performance.now();
  const pause = createTypingPause(() => ran.push(Math.round(performance.now() - start)));
  for (let key = 0; key < keys; key += 1) {
    pause.changed();
    vi.advanceTimersByTime(apart);
  }
  vi.advanceTimersByTime(afterwards);
  return ran;
};

test('a single change is followed shortly behind its frame, once', () => {
  expect(type(1, 1000, 1000)).toEqual([40]);
});

test('while keys follow each other it runs right behind the frame of a key, at most every five seconds', () => {
  const ran = type(175, 100, 0);
  expect(ran.length).toBeGreaterThanOrEqual(3);
  expect(ran.length).toBeLessThanOrEqual(4);
  for (const at of ran.slice(1)) expect(at % 100).toBeLessThan(25);
  for (const [index, at] of ran.slice(1).entries()) expect(at - ran[index]!).toBeGreaterThan(5000);
});

test('the last of the keys is followed in the pause behind it', () => {
  const ran = type(5, 100, 1000);
  expect(ran.at(-1)).toBe(400 + 200);
});

test('what is stopped does not run any more', () => {
  const task = vi.fn();
  const pause = createTypingPause(task);
  pause.changed();
  pause.soon();
  pause.stop();
  vi.advanceTimersByTime(1000);
  expect(task).not.toHaveBeenCalled();
});

test('where it works beside the window, a single change is followed at once, the keys behind it in the pause', () => {
  const ran: number[] = [];
  vi.advanceTimersByTime(5000);
  const start = performance.now();
  const pause = createTypingPause(() => ran.push(Math.round(performance.now() - start)), 0);
  pause.changed();
  expect(ran).toEqual([0]);
  vi.advanceTimersByTime(100);
  pause.changed();
  vi.advanceTimersByTime(1000);
  expect(ran).toEqual([0, 300]);
});
