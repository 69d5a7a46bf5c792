import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import Database from 'better-sqlite3';
import { blockText } from '../../shared/document/plain-text';
import { Random } from '../fuzz/random';
import { launchApp, newUserDataFolder } from '../helpers/launch-app';
import { storedDocuments } from '../helpers/stored-documents';
import { differences, numbersIn, type Sighting, workUntilKilled } from './typist';

export type DurabilityOptions = Readonly<{ kills: number; seed: number; json: boolean }>;

/** Milliseconds of work before a kill, from the first that is seen of it: drawn between these. */
const shortest = 1200;
const longest = 3200;

/** A draft of ours with room to write in. */
const draft = [
  '云川市人民政府关于推进社区食堂建设的实施意见',
  ...['一、总体要求', '二、重点任务', '三、保障措施'].flatMap((heading) => [
    heading,
    ...Array.from({ length: 8 }, (_, at) => `云川市在第${at + 1}批街道安排新建食堂，由市商务局会同各区人民政府落实。`),
  ]),
].join('\n\n');

/** The sentences on disk, read from a copy so that the app meets its own files as the kill left them. */
const readDisk = (userData: string): Readonly<{ sound: boolean; numbers: ReadonlySet<number>; revision: number }> => {
  const copy = mkdtempSync(join(tmpdir(), 'nigao-durability-'));
  try {
    for (const end of ['', '-wal', '-shm'])
      if (existsSync(join(userData, `nigao.db${end}`)))
        cpSync(join(userData, `nigao.db${end}`), join(copy, `nigao.db${end}`));
    const db = new Database(join(copy, 'nigao.db'));
    const sound = db.pragma('integrity_check', { simple: true }) === 'ok';
    const revision = Number(db.prepare('SELECT revision FROM documents').pluck().get());
    db.close();
    const [document] = storedDocuments(copy);
    const text = document!.parts.flatMap((part) => part.children.map(blockText)).join('\n');
    return { sound, numbers: numbersIn(text), revision };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
};

/**
 * Kills the real app with SIGKILL, all its processes at once, at random moments while a script writes and commands,
 * and starts it again on what is left. True when nothing was lost.
 */
export const runDurability = async ({ kills, seed, json }: DurabilityOptions): Promise<boolean> => {
  const userData = newUserDataFolder();
  const random = new Random(seed);
  const file = join(userData, '意见.txt');
  writeFileSync(file, draft);
  let number = 0;
  const nextNumber = (): number => {
    number += 1;
    return number;
  };
  const counts = { kills: 0, changes: 0, saves: 0, lost: 0, returned: 0, damaged: 0, failedStarts: 0, notices: 0 };
  let oldestUnsaved = 0;
  let lastRevision = 0;
  const began = Date.now();

  for (let round = 0; round < kills; round += 1) {
    const running = await launchApp({ userData, args: round === 0 ? [file] : [] }).catch(() => null);
    if (!running) {
      counts.failedStarts += 1;
      continue;
    }
    const { window, kill9 } = running;
    try {
      if (round > 0) await window.locator('.library-table tbody tr').first().dblclick({ timeout: 20_000 });
      await window.getByRole('textbox', { name: '正文' }).waitFor({ timeout: 20_000 });
      if ((await window.getByRole('alert').getByText(/文库/).count()) > 0) counts.notices += 1;
    } catch {
      counts.failedStarts += 1;
      await kill9();
      continue;
    }
    await window
      .locator('.paper [data-block]')
      .nth(2 + random.below(20))
      .click();
    await window.keyboard.press('End');
    const devtools = await window.context().newCDPSession(window);
    const sightings: Sighting[] = [];
    const work = workUntilKilled({ page: window, devtools, random, nextNumber }, sightings);
    await expect.poll(() => sightings.length, { timeout: 20_000 }).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, shortest + random.below(longest - shortest)));
    const killedAt = Date.now();
    await kill9();
    await work;

    const disk = readDisk(userData);
    const { lost, returned } = differences(sightings, killedAt, disk.numbers);
    const standing = [...(sightings.at(-1)?.numbers ?? [])].filter((one) => !disk.numbers.has(one));
    const since = sightings.find(({ numbers }) => standing.some((one) => numbers.has(one)));
    if (since) oldestUnsaved = Math.max(oldestUnsaved, killedAt - since.at);
    counts.kills += 1;
    counts.changes += sightings.length;
    counts.saves += disk.revision - lastRevision;
    lastRevision = disk.revision;
    counts.lost += lost.length;
    counts.returned += returned.length;
    if (!disk.sound) counts.damaged += 1;
    if (lost.length + returned.length > 0 || !disk.sound)
      console.error(`kill ${round + 1}: lost ${lost.join(' ')}; came back ${returned.join(' ')}; sound ${disk.sound}`);
  }

  // What the last kill left has to open too.
  const last = await launchApp({ userData }).catch(() => null);
  if (last) {
    await last.window.locator('.library-table tbody tr').first().waitFor();
    await last.close();
  } else counts.failedStarts += 1;

  const { lost, returned, damaged, failedStarts, notices } = counts;
  const good = counts.kills === kills && lost + returned + damaged + failedStarts + notices === 0;
  if (good) rmSync(userData, { recursive: true, force: true });
  if (json) console.log(JSON.stringify({ name: 'durability', seed, ...counts, sentences: number, oldestUnsaved }));
  else
    console.log(
      [
        `${counts.kills} kills in ${Math.round((Date.now() - began) / 1000)} s, seed ${seed}: ${counts.changes} changes on the page, ${number} sentences, ${counts.saves} saves`,
        `${lost} sentences older than one second lost, ${returned} deleted ones come back, ${damaged} damaged databases, ${failedStarts} failed starts, ${notices} recoveries`,
        `the longest-standing sentence that a kill took was ${oldestUnsaved} ms old`,
        ...(good ? [] : [`kept in ${userData}`]),
      ].join('\n'),
    );
  return good;
};
