import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { scheduleRechecks } from '../../../electron/lifecycle/recheck-schedule';
import { shippedTemplates } from '../../../shared/templates/templates';
import { shippedUnits } from '../../../shared/units/unit-dictionary';
import { sampleDocument, sampleSummary } from '../storage/sample-document';
import { openDoor } from './door';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nigao-bureau-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const own = { ...shippedTemplates()[0]!, id: 'own-1', name: '市质量局实施意见' };

describe('a bureau’s own templates', () => {
  it('are stored, listed before the shipped ones, and written to a file that is read again', async () => {
    const path = join(folder, 'own.json');
    const door = await openDoor({ save: path, open: [path] });
    await door.call('templates:save', { template: own });
    const list = await door.call('templates:list', {});
    if (!list.ok) throw new Error(list.error.message);
    expect(list.value.map((row) => row.own)).toEqual([true, ...shippedTemplates().map(() => false)]);
    expect(await door.call('templates:export', { template: own })).toEqual({ ok: true, value: { path } });
    expect(await door.call('templates:import', {})).toEqual({ ok: true, value: { template: own } });
  });

  it('never take the place of a shipped one', async () => {
    const door = await openDoor();
    expect(await door.call('templates:save', { template: shippedTemplates()[0]! })).toMatchObject({
      error: { code: 'bad-input', message: expect.stringContaining('请先复制') },
    });
  });

  it.each<[string, () => string, string]>([
    ['that is not JSON', () => file('a.json', '<script>'), '不是模板文件'],
    ['that holds something else', () => file('b.json', '[1]'), '不是模板文件'],
    ['that nests too deep', () => file('c.json', `${'['.repeat(100_000)}${']'.repeat(100_000)}`), '不是模板文件'],
    ['that is huge', () => file('d.json', `"${'x'.repeat(3_000_000)}"`), '超过 2 MB'],
    [
      'that is no text',
      () =>
        file(
          'e.json',
          new Uint8Array(5000).map((_, at) => at % 7),
        ),
      '不是文字',
    ],
    ['that is gone', () => join(folder, 'gone.json'), '读不出来'],
    [
      'that asks for what there is not',
      () => file('f.json', JSON.stringify({ ...own, parts: [{ ...own.parts[0], sections: [] }] })),
      '第1部分（正文）各节：缺少内容',
    ],
  ])('are not read from a file %s', async (_, make, sentence) => {
    const door = await openDoor({ open: [make()] });
    expect(await door.call('templates:import', {})).toMatchObject({
      ok: false,
      error: { code: 'file', message: expect.stringContaining(sentence) },
    });
    const list = await door.call('templates:list', {});
    expect(list.ok && list.value).toHaveLength(shippedTemplates().length);
  });
});

describe('the dictionary of units', () => {
  it('is written as .csv and read again, also in the encoding of older Excel', async () => {
    const path = join(folder, 'units.csv');
    const door = await openDoor({ save: path, open: [path] });
    await door.call('units:export', { units: shippedUnits });
    expect(readFileSync(path, 'utf8')).toContain('云川市市场监督管理局,市市场监管局');
    expect(await door.call('units:import', {})).toEqual({ ok: true, value: { units: shippedUnits } });
    // 全称,简称 / 云川市财政局,市财政局 in GB18030.
    writeFileSync(
      path,
      Buffer.from('c8abb3c62cbcf2b3c60ad4c6b4a8cad0b2c6d5feb7d62ccad0b2c6d5feb7d60a'.replace(/b7d6/g, 'bed6'), 'hex'),
    );
    expect(await door.call('units:import', {})).toMatchObject({
      value: { units: [{ name: '云川市财政局', short: '市财政局' }] },
    });
  });

  it('stays as it is when a file is refused', async () => {
    const door = await openDoor({ open: [file('bad.csv', '名称\n甲局\n')] });
    expect(await door.call('units:import', {})).toMatchObject({
      error: { message: expect.stringContaining('单位名录没有改动。第一行没有“全称”“简称”栏。') },
    });
  });
});

describe('the figures of the library', () => {
  afterEach(() => vi.useRealTimers());

  it('are made again by the rules as they are now, one document after the other, and the window is told', async () => {
    const door = await openDoor();
    const documents = door.services.documents();
    for (const id of ['first-one', 'second-one']) documents.create(sampleDocument(id));
    const madeOf = async () => {
      const rows = await door.call('library:list', { from: 0, most: 100 });
      return rows.ok && rows.value.map(({ summaryOf }) => summaryOf);
    };
    expect(await madeOf()).toEqual(['now', 'now']);
    await door.call('rules:save', { rules: { off: ['wording/others'], packs: [] } });
    expect(await madeOf()).toEqual(['earlier-rules', 'earlier-rules']);
    vi.useFakeTimers();
    const told: string[][] = [];
    const stop = scheduleRechecks(door.services, (ids) => told.push([...ids].sort()));
    await vi.advanceTimersByTimeAsync(10_000);
    stop();
    expect(told).toEqual([['first-one', 'second-one']]);
    expect(await madeOf()).toEqual(['now', 'now']);
  });

  it('of one that cannot be read do not hold up the others', async () => {
    const door = await openDoor();
    const documents = door.services.documents();
    documents.create(sampleDocument('good-one'), { summary: sampleSummary('好') });
    documents.create({ ...sampleDocument('broken-one'), schemaVersion: 99 as 1 }, { summary: sampleSummary('坏') });
    vi.useFakeTimers();
    const told: string[][] = [];
    const stop = scheduleRechecks(door.services, (ids) => told.push([...ids]));
    await vi.advanceTimersByTimeAsync(30_000);
    stop();
    expect(told).toEqual([['good-one']]);
    expect(door.log().match(/checking again/g)).toHaveLength(1);
  });
});
