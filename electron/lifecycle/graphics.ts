import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { app } from 'electron';
import { z } from 'zod';

const rememberedSchema = z.object({
  /** Another engine may cope with the card. */
  electron: z.string(),
  /** In milliseconds since 1970. */
  at: z.number(),
});

/** A card or its driver may have come since. */
const triedAgainAfter = 30 * 24 * 60 * 60 * 1000;

/** Whether `path` says that this Electron found no card to draw with, not too long before `now`. */
export const hasNoGraphics = (path: string, electron: string, now: number): boolean => {
  try {
    const remembered = rememberedSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
    return remembered.electron === electron && remembered.at <= now && now < remembered.at + triedAgainAfter;
  } catch {
    return false;
  }
};

/**
 * Draws without a graphics card where none was of use the last time: with each start Chromium would start a process
 * that tries it and fails, and the window waits for that (virtual desktops, machines without a driver). Has to run
 * before Electron is ready.
 * @param path where it is remembered
 */
export const chooseDrawing = (path: string): void => {
  const { electron } = process.versions;
  if (hasNoGraphics(path, electron, Date.now())) {
    app.disableHardwareAcceleration();
    // Only pictures in three dimensions would need it.
    app.commandLine.appendSwitch('disable-software-rasterizer');
    return;
  }
  let isKnown = false;
  app.once('gpu-info-update', () => {
    isKnown = true;
  });
  app.on('will-quit', () => {
    if (!isKnown) return;
    try {
      if (app.getGPUFeatureStatus().gpu_compositing.startsWith('disabled'))
        writeFileSync(path, JSON.stringify({ electron, at: Date.now() }));
      else rmSync(path, { force: true });
    } catch {
      // Next time it is tried once more.
    }
  });
};
