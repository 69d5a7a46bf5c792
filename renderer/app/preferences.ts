import { useSyncExternalStore } from 'react';
import { z } from 'zod';
import { exportOptionsSchema, standardOptions } from '../../shared/export/export-options';

/** Settings of the layout kept under a name: those of an organ, or of one kind of document. */
const bureauProfileSchema = z.object({ name: z.string().min(1).max(20), layout: exportOptionsSchema });
export type BureauProfile = Readonly<z.infer<typeof bureauProfileSchema>>;

/** What a person has set up on this machine; belongs to no document. */
const preferencesSchema = z.object({
  /** Size of the paper in percent. */
  zoom: z.number().int().min(50).max(300).catch(100),
  /** 稿纸视图 or 草稿视图. */
  view: z.enum(['paper', 'draft']).catch('paper'),
  /**
   * How pages are set, in the preview, the count and exported files: the last choice, and what the bureau does where
   * the standard leaves it open.
   */
  layout: exportOptionsSchema.catch(standardOptions),
  profiles: z.array(bureauProfileSchema).max(20).catch([]),
  /** Who lets findings stand, as it is written beside the reason. */
  reviewer: z.string().max(40).catch(''),
  /** Findings by their kind or by where they stand. */
  findingOrder: z.enum(['kind', 'place']).catch('kind'),
  /** Whether the map of parts is open above the findings. */
  partMap: z.boolean().catch(true),
  /** Guidance of the template beside the part being written. */
  guidance: z.boolean().catch(true),
  theme: z.enum(['system', 'light', 'dark']).catch('system'),
  /** Whether the tour of the first start was taken or declined. */
  toured: z.boolean().catch(false),
  /** Commands used last in the palette, the newest first. */
  recentCommands: z.array(z.string()).max(8).catch([]),
});
export type Preferences = Readonly<z.infer<typeof preferencesSchema>>;

const key = 'preferences';

const load = (): Preferences => {
  let stored: unknown;
  try {
    stored = JSON.parse(localStorage.getItem(key) ?? '{}');
  } catch {
    // Unreadable, or no storage at all: as at the first start.
  }
  return preferencesSchema.parse(typeof stored === 'object' && stored !== null ? stored : {});
};

let current: Preferences | null = null;
const listeners = new Set<() => void>();

export const preferences = (): Preferences => {
  current ??= load();
  return current;
};

export const setPreferences = (patch: Partial<Preferences>): void => {
  current = { ...preferences(), ...patch };
  try {
    localStorage.setItem(key, JSON.stringify(current));
  } catch {
    // Kept until the window closes.
  }
  for (const listener of listeners) listener();
};

export const onPreferences = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const usePreferences = (): Preferences => useSyncExternalStore(onPreferences, preferences);
