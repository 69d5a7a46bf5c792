import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { GovDocument } from '../../shared/document/document';
import { blockText } from '../../shared/document/plain-text';
import { computeLabels } from '../../shared/numbering/compute-labels';
import { launchApp, newUserDataFolder, type RunningApp } from '../helpers/launch-app';
import { storedDocuments } from '../helpers/stored-documents';
import { createChance, type Gesture, gestures, type Person } from './person';

export type EnduranceOptions = Readonly<{
  minutes: number;
  seed: number;
  /** The document to edit, as a person would open it. */
  file: string;
}>;

/** After so many gestures page and saved document are compared. */
const compareEvery = 25;
/** After so many the app is closed and started again. */
const reopenEvery = 150;

const plain = (text: string): string => text.replace(/[\uFEFF\u200B\t\n]/g, '');

/** Number and text of every block, as the page shows them. */
const onPage = (page: Page): Promise<string[]> =>
  page
    .locator('.paper [data-block]')
    .evaluateAll((blocks) =>
      blocks.map((block) => `${block.getAttribute('data-label') ?? ''} ${block.textContent ?? ''}`),
    )
    .then((lines) => lines.map(plain));
/** The same, from the document as it is saved. */
const saved = (document: GovDocument): string[] => {
  const labels = computeLabels(document);
  return document.parts.flatMap((part) =>
    part.children.map((block) => plain(`${labels.get(block.id) ?? ''} ${blockText(block)}`)),
  );
};

/** Puts the caret into a block as a person does, with the mouse. */
const clickInto = async (page: Page, index: number): Promise<string> => {
  const block = page.locator('.paper [data-block]').nth(index);
  await block.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await block.click({ timeout: 5000 });
  return (await block.getAttribute('data-block')) ?? '';
};

/** Lets a scripted person edit a whole document for a time. True when nothing went wrong. */
export const runEndurance = async ({ minutes, seed, file }: EnduranceOptions): Promise<boolean> => {
  const userData = newUserDataFolder();
  const log = join(userData, 'logs', 'nigao.log');
  const problems: string[] = [];
  const chance = createChance(seed);
  const done = { characters: 0, keys: 0 };
  const counts = new Map<string, number>();
  const visited = new Set<string>();
  const drawn = gestures.flatMap((gesture) => Array<Gesture>(gesture.weight).fill(gesture));
  let compared = 0;
  let starts = 0;

  const start = async (args: readonly string[]): Promise<Readonly<{ running: RunningApp; person: Person }>> => {
    const running = await launchApp({ userData, args });
    const page = running.window;
    page.on('pageerror', (error) => problems.push(`page: ${error.message}`));
    page.on('console', (message) => message.type() === 'error' && problems.push(`console: ${message.text()}`));
    if (args.length === 0) await page.getByRole('row').nth(1).dblclick();
    await page.getByRole('textbox', { name: '正文' }).waitFor();
    starts += 1;
    return { running, person: { page, devtools: await page.context().newCDPSession(page), chance, done } };
  };
  const stored = (): GovDocument => storedDocuments(userData)[0]!;
  const compare = async (page: Page): Promise<void> => {
    compared += 1;
    for (let attempt = 0; ; attempt += 1) {
      await page.keyboard.press('Control+s');
      const [shown, written] = [await onPage(page), saved(stored())];
      const at = shown.findIndex((line, index) => line !== written[index]);
      if (at < 0 && shown.length === written.length) return;
      if (attempt === 40) {
        problems.push(`page and file differ at block ${at} of ${shown.length} and ${written.length}`);
        return;
      }
      await page.waitForTimeout(100);
    }
  };

  let { running, person } = await start([file]);
  const opened = saved(stored());
  const originals = new Set(stored().parts.flatMap((part) => part.children.map(({ id }) => id)));
  const end = Date.now() + minutes * 60_000;
  let total = 0;
  let at = 0;
  while (Date.now() < end && problems.length === 0) {
    const { page } = person;
    const gesture = chance.of(drawn);
    const blocks = await page.locator('.paper [data-block]').count();
    // Through the whole document from its beginning, again and again.
    at = at + 1 + chance.below(3) < blocks ? at + 1 + chance.below(3) : 0;
    try {
      visited.add(await clickInto(page, Math.min(at, blocks - 1)));
      await gesture.act(person);
    } catch (error) {
      problems.push(`${gesture.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
    counts.set(gesture.name, (counts.get(gesture.name) ?? 0) + 1);
    total += 1;
    if (total % compareEvery === 0) await compare(page);
    if (total % reopenEvery === 0) {
      const before = await onPage(page);
      await running.close();
      ({ running, person } = await start([]));
      const after = await onPage(person.page);
      if (JSON.stringify(before) !== JSON.stringify(after)) problems.push('what was closed is not what was opened');
    }
  }
  await compare(person.page);
  if (problems.length > 0) await person.page.screenshot({ path: join('test-results', 'endurance.png') });
  const last = stored();
  await running.close();

  const logged = existsSync(log) ? readFileSync(log, 'utf8').split('\n').filter(Boolean) : [];
  problems.push(...logged.filter((line) => 'id' in (JSON.parse(line) as object)).map((line) => `log: ${line}`));
  const lines = new Set(opened);
  const now = saved(last);
  const reached = [...originals].filter((id) => visited.has(id)).length;
  for (const [name, count] of [...counts].sort((a, b) => b[1] - a[1]))
    console.log(`${String(count).padStart(5)}  ${name}`);
  console.log(
    [
      `${total} gestures, ${done.keys} keys, ${done.characters} characters in ${minutes} minutes, seed ${seed}`,
      `${reached} of ${originals.size} blocks of the document edited; ${opened.length} blocks before, ${now.length} after, ${now.filter((line) => !lines.has(line)).length} of them new or changed`,
      `${last.parts.flatMap((part) => part.children).filter(({ type }) => type === 'table').length} tables at the end`,
      `page and saved file compared ${compared} times, ${starts} starts, ${logged.length} lines in the log`,
      problems.length === 0 ? 'no error' : `${problems.length} problems:\n${problems.slice(0, 10).join('\n')}`,
    ].join('\n'),
  );
  return problems.length === 0;
};
