import { readFileSync, writeFileSync } from 'node:fs';
import type { BrowserWindow, Rectangle } from 'electron';
import { z } from 'zod';

const windowStateSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(400).max(20_000),
  height: z.number().int().min(300).max(20_000),
  isMaximized: z.boolean(),
  /** Colour behind the page, light or dark as it was last. */
  background: z
    .string()
    .regex(/^#[\da-f]{6}$/i)
    .optional(),
});
export type WindowState = Readonly<z.infer<typeof windowStateSchema>>;

/** How the window stood when it was last closed; null at the first start or when its screen is gone. */
export const loadWindowState = (path: string, screens: readonly Rectangle[]): WindowState | null => {
  try {
    const state = windowStateSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
    return screens.some((screen) => hasHandle(state, screen)) ? state : null;
  } catch {
    return null;
  }
};

/** Whether enough of the window's top edge is on a screen to take hold of it. */
const hasHandle = (window: Rectangle, screen: Rectangle): boolean =>
  window.x + window.width > screen.x + 100 &&
  window.x < screen.x + screen.width - 100 &&
  window.y >= screen.y - 10 &&
  window.y < screen.y + screen.height - 40;

/** Remembers how the window stands. A place that cannot be written costs only this comfort. */
export const saveWindowState = (path: string, window: BrowserWindow): void => {
  try {
    writeFileSync(
      path,
      JSON.stringify({
        ...window.getNormalBounds(),
        isMaximized: window.isMaximized(),
        background: window.getBackgroundColor(),
      }),
    );
  } catch {
    // Next time the window opens in its default place.
  }
};
