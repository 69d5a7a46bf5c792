import type { Block } from '../../shared/document/block';
import { benchDocument } from './bench-document';
import { type OpenedEditor, startOurs, startPeer } from './opened-editor';

/** What `npm run bench` promises, by name: area, figure, peer. */
export const figures = {
  'typing.p95.vs-prosemirror': { unit: 'ms', peerName: 'prosemirror bare', goal: 1.2, state: 'warm' },
  'typing.p95.vs-slate-react': { unit: 'ms', peerName: 'slate-react bare', goal: 1, state: 'warm' },
  'insert-chapter.vs-key': { unit: 'ms', peerName: 'one key press', goal: 6, state: 'warm' },
  'move-chapter.vs-key': { unit: 'ms', peerName: 'one key press', goal: 10, state: 'warm' },
  'open.vs-slate-react': { unit: 'ms', peerName: 'slate-react bare, mounted', goal: 2, state: 'cold' },
  'memory.vs-slate-react': { unit: 'MB', peerName: 'slate-react bare', goal: 2, state: 'warm' },
} as const satisfies Record<string, { unit: 'ms' | 'MB'; peerName: string; goal: number; state: 'warm' | 'cold' }>;
export type FigureName = keyof typeof figures;

/** One run's pair of numbers. */
export type Measured = Readonly<{ ours: number; peer: number }>;

/** Where things are, prepared once for all runs. */
export type Grounds = Readonly<{ library: string; twoChapters: string; peers: string }>;

export const percentile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
};

/** Keys that count; they come in rounds, each editor's turn in each round, so that a busy machine meets all alike. */
const rounds = 6;
const keysPerRound = 50;
const warmUp = 20;
/** First block typed into, in the middle of the document; each round goes into the next section. */
const typedBlock = 1007;
const words = '各区要结合实际制定年度计划明确进度安排和责任分工按季度报送落实情况';
const keys = (count: number): string => words.repeat(Math.ceil(count / words.length)).slice(0, count);
/** How often a command is measured in a run. */
const repeats = 5;

const inserted: readonly Block[] = [
  { type: 'clause', id: 'new-chapter', level: 1, children: [{ text: '总体要求' }] },
  { type: 'clause', id: 'new-section', level: 2, runIn: true, children: [{ text: '指导思想。坚持服务群众。' }] },
];

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 700));

/** One run over fresh processes: everything asked for that can be measured in them. */
export const measureRun = async (
  grounds: Grounds,
  asked: ReadonlySet<FigureName>,
): Promise<Map<FigureName, Measured>> => {
  const found = new Map<FigureName, Measured>();
  const wants = (...names: readonly FigureName[]): boolean => names.some((name) => asked.has(name));
  const opened: OpenedEditor[] = [];
  try {
    const open = async (start: Promise<OpenedEditor>) => {
      const editor = await start;
      opened.push(editor);
      await settle();
      const time = await editor.stopwatch.measureOpening();
      await settle();
      return { editor, time };
    };
    const slate = await open(startPeer(grounds.peers, 'bare-slate'));
    const ours = await open(startOurs(grounds.library));
    found.set('open.vs-slate-react', { ours: ours.time, peer: slate.time });
    const editors = [ours.editor, slate.editor];
    if (wants('typing.p95.vs-prosemirror'))
      editors.push((await open(startPeer(grounds.peers, 'bare-prosemirror'))).editor);
    await settle();
    found.set('memory.vs-slate-react', { ours: await ours.editor.memory(), peer: await slate.editor.memory() });

    const times = new Map<OpenedEditor['name'], number[]>();
    if (wants('typing.p95.vs-prosemirror', 'typing.p95.vs-slate-react', 'insert-chapter.vs-key')) {
      for (const editor of editors) {
        await editor.clickBlock(typedBlock);
        await editor.stopwatch.measureKeys(keys(warmUp));
      }
      for (let round = 0; round < rounds; round += 1)
        for (const { name, clickBlock, stopwatch } of editors) {
          await clickBlock(typedBlock + 5 * (round + 1));
          times.set(name, [...(times.get(name) ?? []), ...(await stopwatch.measureKeys(keys(keysPerRound)))]);
        }
      const p95 = (name: OpenedEditor['name']): number => percentile(times.get(name) ?? [], 0.95);
      found.set('typing.p95.vs-slate-react', { ours: p95('ours'), peer: p95('bare-slate') });
      found.set('typing.p95.vs-prosemirror', { ours: p95('ours'), peer: p95('bare-prosemirror') });
    }
    if (wants('insert-chapter.vs-key'))
      found.set('insert-chapter.vs-key', {
        ours: await measureInserting(ours.editor),
        peer: percentile(times.get('ours') ?? [], 0.5),
      });
  } finally {
    for (const { close } of opened) await close();
  }
  if (wants('move-chapter.vs-key')) found.set('move-chapter.vs-key', await measureMoving(grounds.twoChapters));
  for (const name of found.keys()) if (!asked.has(name)) found.delete(name);
  return found;
};

/** A chapter with a section put in behind the title: all numbers of levels 1 and 2 change. */
const measureInserting = async ({ page, clickBlock, stopwatch }: OpenedEditor): Promise<number> => {
  const times: number[] = [];
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    await clickBlock(0);
    await page.keyboard.press('End');
    await settle();
    times.push(await stopwatch.measurePaste('application/x-nigao-blocks', JSON.stringify(inserted)));
    await settle();
    const second = await page.locator('.paper [data-block]').nth(3).getAttribute('data-label');
    if (second !== '二、') throw new Error('the chapter was not put in at the top');
    await page.keyboard.press('Control+z');
    await settle();
  }
  return percentile(times, 0.5);
};

/** The first chapter moved past the only other one, which holds the rest of the document; taken back in one step. */
const measureMoving = async (library: string): Promise<Measured> => {
  const ours = await startOurs(library);
  try {
    await settle();
    await ours.stopwatch.measureOpening();
    await settle();
    await ours.clickBlock(1);
    const presses = await ours.stopwatch.measureKeys(keys(keysPerRound));
    const first = benchDocument(2).parts[0]!.children[2]!.id;
    const at = (): Promise<number> =>
      ours.page.evaluate(
        (id) =>
          [...document.querySelectorAll('[data-block]')].findIndex((block) => block.getAttribute('data-block') === id),
        first,
      );
    const times: number[] = [];
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      await ours.clickBlock(1);
      await settle();
      times.push(await ours.stopwatch.measureKey('Alt+ArrowDown'));
      await settle();
      if ((await at()) < 100) throw new Error('the first chapter did not move to the end');
      await ours.page.keyboard.press('Control+z');
      await settle();
      if ((await at()) !== 2) throw new Error('moving a chapter took more than one step of undo');
    }
    return { ours: percentile(times, 0.5), peer: percentile(presses, 0.5) };
  } finally {
    await ours.close();
  }
};
