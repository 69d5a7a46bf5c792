import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identifyPicture } from '../../../electron/files/picture-files';
import { answerCall } from '../../../electron/ipc/answer-call';
import { openHandedOverFiles } from '../../../electron/lifecycle/handed-over-files';
import type { Block } from '../../../shared/document/block';
import type { GovDocument } from '../../../shared/document/document';
import { exportOptionsSchema } from '../../../shared/export/export-options';
import { circulationManifestSchema } from '../../../shared/file/circulation-manifest';
import { unpackNigaoFile } from '../../../shared/file/nigao-file';
import { channels } from '../../../shared/ipc/channels';
import { contract } from '../../../shared/ipc/contract';
import { instantiate } from '../../../shared/templates/instantiate';
import { shippedTemplates } from '../../../shared/templates/templates';
import { paragraph, sampleDocument } from '../storage/sample-document';
import { openDoor } from './door';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nigao-ipc-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const bytesOf = (text: string) => new TextEncoder().encode(text);
const title = '云川市关于发展社区食堂的实施意见';

describe('every call over the door', () => {
  it('has a name in the preload', () => {
    expect([...channels].sort()).toEqual(Object.keys(contract).sort());
  });

  it('is refused with a sentence and an id when its input does not fit, and the input is not logged', async () => {
    const door = await openDoor();
    for (const channel of channels)
      expect(await door.call(channel, { id: 7, 秘密: '秘密的句子' })).toMatchObject({
        ok: false,
        error: { code: 'bad-input', message: expect.stringMatching(/编号 [0-9A-F]{6}/) },
      });
    expect(door.log()).not.toContain('秘密的句子');
  });

  it('answers what its contract says', async () => {
    const door = await openDoor();
    const made = await door.call('document:create', { document: instantiate(shippedTemplates()[0]!, {}) });
    expect(contract['document:create'].output.safeParse(Object(made).value).success).toBe(true);
    for (const channel of ['app:start', 'templates:list', 'units:list'] as const) {
      const answer = await door.call(channel, {});
      if (!answer.ok) throw new Error(answer.error.message);
      expect(contract[channel].output.safeParse(answer.value).error).toBeUndefined();
    }
  });

  it('that fails unexpectedly is answered with an id that stands in the log, without the error’s words', async () => {
    const door = await openDoor();
    const fail = (): never => {
      throw new Error('秘密的句子');
    };
    const answer = await answerCall('app:quit', fail, {}, door.services.log);
    if (answer.ok) throw new Error('answered');
    expect(answer.error).toMatchObject({ code: 'internal', message: expect.stringContaining('程序内部出错') });
    expect(door.log()).toContain(/编号 ([0-9A-F]{6})/.exec(answer.error.message)![1]);
    expect(answer.error.message + door.log()).not.toContain('秘密');
  });
});

describe('a document', () => {
  it('from a template is opened, saved and found changed', async () => {
    const door = await openDoor();
    const made = await door.call('document:create', { document: instantiate(shippedTemplates()[0]!, {}) });
    if (!made.ok) throw new Error(made.error.message);
    const opened = await door.call('document:open', made.value);
    if (!opened.ok) throw new Error(opened.error.message);
    const target = opened.value.document.parts[0]!.children[1]!;
    const changes = { blocks: [paragraph(target.id, '各区人民政府：')] };
    const { id } = made.value;
    expect(await door.call('document:save', { id, revision: 1, changes })).toMatchObject({ value: { revision: 2 } });
    expect(await door.call('document:save', { id, revision: 1, changes })).toMatchObject({
      error: { code: 'conflict' },
    });
  });

  it('is listed at once as it was last checked, and by its id as it is now', async () => {
    const door = await openDoor();
    door.services.documents().create(sampleDocument('document'));
    expect(await door.call('library:list', { from: 0, most: 100 })).toMatchObject({ value: [{ summary: { title } }] });
    const changes = { blocks: [{ type: 'title', id: 'the-title', children: [{ text: '新标题' }] }] };
    await door.call('document:save', { id: 'document', revision: 1, changes });
    const list = { from: 0, most: 100 };
    expect(await door.call('library:list', list)).toMatchObject({ value: [{ summaryOf: 'earlier-text' }] });
    const asNow = { value: [{ summary: { title: '新标题' }, summaryOf: 'now' }] };
    expect(await door.call('library:rows', { ids: ['document'] })).toMatchObject(asNow);
    expect(await door.call('library:list', list)).toMatchObject(asNow);
    expect(door.services.documents().list()[0]?.isStale).toBe(false);
  });

  it('that cannot be read does not hide the others', async () => {
    const door = await openDoor();
    door.services.documents().create(sampleDocument('document'));
    door.services.documents().create({ ...sampleDocument('broken-one'), schemaVersion: 99 as 1 });
    const listed = await door.call('library:list', { from: 0, most: 100 });
    expect(listed).toMatchObject({ ok: true, value: { length: 2 } });
  });

  it('is written as a file and read back as it was', async () => {
    const path = join(folder, '意见.nigao');
    const door = await openDoor({ save: path });
    door.services.documents().create(sampleDocument('document'));
    expect(await door.call('document:save-as', { id: 'document' })).toEqual({
      ok: true,
      value: { path, versions: 0, left: 0, damaged: { versions: 0, pictures: 0 } },
    });
    expect(unpackNigaoFile(readFileSync(path), identifyPicture).document).toEqual(sampleDocument('document'));
    expect(door.told).toEqual([['asked', `${title}.nigao`]]);
  });
});

describe('opening files', () => {
  it('reads those that can be read and says of the others why', async () => {
    const door = await openDoor({ open: [file('a.txt', 'first-one'), file('b.txt', ''), file('c.txt', 'third-one')] });
    expect(await door.call('files:open', {})).toEqual({
      ok: true,
      value: {
        imported: [
          { id: 'first-one', title, doubts: 2 },
          { id: 'third-one', title, doubts: 2 },
        ],
        failed: [{ file: 'b.txt', message: '文件是空的，没有内容。' }],
        locked: [],
      },
    });
  });

  it('opens an unchanged .nigao file as the document it is, and a changed one as a copy that says so', async () => {
    const path = join(folder, '交换.nigao');
    const door = await openDoor({ save: path, open: [path] });
    door.services.documents().create(sampleDocument('document'));
    await door.call('document:save-as', { id: 'document' });
    expect(await door.call('files:open', {})).toMatchObject({ value: { imported: [{ id: 'document' }] } });

    const changes = { blocks: [paragraph('block-000', '本机又改了。')] };
    await door.call('document:save', { id: 'document', revision: 1, changes });
    await door.call('files:open', {});
    const rows = door.services.documents().list();
    expect(rows.map((row) => row.name).sort()).toEqual([null, `${title}（从文件导入）`].sort());
    expect(door.services.documents().open('document').document.parts[0]?.children[1]).toEqual(changes.blocks[0]);
  });

  it('brings the versions of a .nigao file along, named ones and the last others', async () => {
    const path = join(folder, '带版本.nigao');
    const door = await openDoor({ save: path });
    door.services.documents().create(sampleDocument('document'));
    await door.call('versions:keep', { id: 'document', name: '征求意见稿' });
    const changes = { blocks: [paragraph('block-000', '采纳了意见。')] };
    await door.call('document:save', { id: 'document', revision: 1, changes });
    expect(await door.call('document:save-as', { id: 'document' })).toMatchObject({ value: { versions: 1 } });

    const other = await openDoor({ open: [path] });
    await other.call('files:open', {});
    const listed = await other.call('versions:list', { id: 'document' });
    if (!listed.ok) throw new Error(listed.error.message);
    expect(listed.value.map(({ name, reason }) => name ?? reason)).toEqual(['imported', '征求意见稿']);
    expect(await other.call('versions:open', { id: 'document', version: listed.value[1]!.version })).toMatchObject({
      value: { document: sampleDocument('document') },
    });
  });

  it('lets a file with a password wait until it is given, and forgets one that is left', async () => {
    const path = join(folder, '加密.nigao');
    const password = '云川2026督查室';
    const door = await openDoor({ save: path });
    door.services.documents().create(sampleDocument('document'));
    expect(await door.call('document:save-as', { id: 'document', password: '太短了' })).toMatchObject({ ok: false });
    expect(await door.call('document:save-as', { id: 'document', password })).toMatchObject({ value: { path } });

    const other = await openDoor({ open: [path], folder });
    const opened = await other.call('files:open', {});
    if (!opened.ok) throw new Error(opened.error.message);
    expect(opened.value).toMatchObject({ imported: [], failed: [], locked: [{ file: '加密.nigao' }] });
    const { key } = opened.value.locked[0]!;
    expect(await other.call('files:unlock', { key, password: 'wrong' })).toMatchObject({ error: { code: 'password' } });
    expect(await other.call('files:unlock', { key, password })).toMatchObject({
      value: { imported: [{ id: 'document' }], locked: [] },
    });
    expect(await other.call('files:unlock', { key, password })).toMatchObject({ error: { code: 'not-found' } });
    expect(other.services.documents().open('document').document).toEqual(sampleDocument('document'));
    expect(other.log()).not.toContain(password);

    const again = await other.call('files:open', {});
    if (!again.ok) throw new Error(again.error.message);
    const left = again.value.locked[0]!.key;
    await other.call('files:leave-locked', { key: left });
    expect(await other.call('files:unlock', { key: left, password })).toMatchObject({ error: { code: 'not-found' } });
    expect(await other.call('review:open', {})).toMatchObject({ error: { code: 'password' } });
    const third = await openDoor({ folder });
    const read = await third.call('files:open-folder', {});
    if (!read.ok || read.value === null) throw new Error('not read');
    expect(read.value.failed.find(({ file }) => file === '加密.nigao')?.message).toContain('设有密码');
  });

  it('tells which file is being read, and ends at once when the person cancels; what was read stays', async () => {
    const paths = [file('one.txt', 'first-one'), file('endless.txt', 'second-one'), file('three.txt', 'third-one')];
    const door = await openDoor({ open: paths });
    const answer = door.call('files:open', {});
    const progress = () => door.told.filter(([event]) => event === 'import-progress').map(([, detail]) => detail);
    await expect.poll(progress).toContainEqual({ done: 1, total: 3, file: 'endless.txt' });
    await door.call('files:cancel', {});
    expect(await answer).toMatchObject({ value: { imported: [{ id: 'first-one' }], failed: [] } });
    expect(progress()).toHaveLength(2);
  });

  it('stops reading a folder at once when the person cancels, also in the middle of its last file', async () => {
    const within = mkdtempSync(join(folder, 'whole-'));
    for (const name of ['1.txt', 'endless.txt']) writeFileSync(join(within, name), `in-folder-${name[0]}`);
    const door = await openDoor({ folder: within });
    const answer = door.call('files:open-folder', {});
    await expect
      .poll(() => door.told.map(([, detail]) => detail))
      .toContainEqual({ done: 1, total: 2, file: 'endless.txt' });
    await door.call('files:cancel', {});
    expect(await answer).toMatchObject({
      ok: true,
      value: { imported: [{ id: 'in-folder-1' }], failed: [], known: [], cancelled: true },
    });
  });

  it('asks what is to become of tracked changes, and reads the file again as it was chosen', async () => {
    const door = await openDoor({ open: [file('tracked.txt', 'with-changes')] });
    await door.call('files:open', {});
    expect(await door.call('arrival:ask', { id: 'with-changes' })).toMatchObject({
      value: { kind: 'changes', count: 3 },
    });
    const again = await door.call('arrival:read-again', { id: 'with-changes', revisions: 'rejected' });
    expect(again).toMatchObject({ ok: true, value: { document: { id: 'with-changes' } } });
    expect(await door.call('arrival:ask', { id: 'with-changes' })).toMatchObject({ value: null });
    expect(await door.call('arrival:read-again', { id: 'with-changes', revisions: 'review' })).toMatchObject({
      error: { code: 'not-found' },
    });
  });

  it('brings an export back to its document, and keeps it apart when that is wanted', async () => {
    const door = await openDoor({ open: [file('returned.txt', 'came-back')] });
    door.services.documents().create(sampleDocument('document'));
    const opened = await door.call('files:open', {});
    expect(opened).toMatchObject({ value: { imported: [{ id: 'document' }] } });
    expect(door.services.documents().list()).toHaveLength(1);
    expect(await door.call('arrival:ask', { id: 'document' })).toMatchObject({
      value: { kind: 'returned', file: 'returned.txt' },
    });
    expect(await door.call('arrival:compare', { id: 'document' })).toMatchObject({
      value: { comparison: { blocks: [] }, other: { id: 'came-back' } },
    });
    expect(await door.call('arrival:keep-apart', { id: 'document' })).toMatchObject({ ok: true });
    expect(door.services.documents().list()).toHaveLength(2);
    expect(await door.call('arrival:ask', { id: 'document' })).toMatchObject({ value: null });
  });

  it('takes a file that was dragged into the window', async () => {
    const door = await openDoor();
    const answer = await door.call('files:import', { name: 'a.txt', bytes: bytesOf('dragged-in') });
    expect(answer).toMatchObject({ value: { imported: [{ id: 'dragged-in' }] } });
  });

  it('at the start shows the document when the page asks, later by an event', async () => {
    const door = await openDoor();
    const windows = { show: () => false, give: () => door.services, front: () => door.services };
    await openHandedOverFiles([file('d.txt', 'at-the-start')], door.services, windows);
    expect(await door.call('app:start', {})).toMatchObject({ value: { openDocument: 'at-the-start' } });
    expect(await door.call('app:start', {})).toMatchObject({ value: { openDocument: null } });
    await openHandedOverFiles([file('f.txt', 'second-start'), file('g.txt', '')], door.services, windows);
    expect(door.told.filter(([what]) => what !== 'left')).toEqual([
      ['open-document', { id: 'second-start' }],
      ['message', { text: '无法打开“g.txt”：文件是空的，没有内容。' }],
    ]);
  });
});

describe('a document that is open in another window', () => {
  it('is not opened a second time, nor put into the 回收站', async () => {
    const door = await openDoor({ elsewhere: 'document' });
    door.services.documents().create(sampleDocument('document'));
    expect(await door.call('document:open', { id: 'document' })).toMatchObject({
      error: { code: 'conflict', message: '这份文稿已在另一个窗口中打开，请到那个窗口里编写。' },
    });
    expect(await door.call('library:trash', { id: 'document' })).toMatchObject({ error: { code: 'conflict' } });
    expect(door.services.documents().row('document')?.trashedAt).toBeNull();
  });

  it('is brought to the front when its file is handed over; others get windows of their own, of very many the last', async () => {
    const door = await openDoor();
    const given: string[] = [];
    const windows = {
      show: (id: string) => id === 'open-one',
      give: (id: string) => {
        given.push(id);
        return door.services;
      },
      front: () => door.services,
    };
    const names = ['open-one', 'second-1', 'second-2'];
    await openHandedOverFiles(
      names.map((name) => file(`${name}.txt`, name)),
      door.services,
      windows,
    );
    expect(given).toEqual(['second-1', 'second-2']);
    const many = Array.from({ length: 6 }, (_, at) => `many-${at}`);
    await openHandedOverFiles(
      many.map((name) => file(`${name}.txt`, name)),
      door.services,
      windows,
    );
    expect(given.slice(2)).toEqual(['many-5']);
  });
});

describe('exporting', () => {
  it('asks where, tells its progress, writes the file and shows it', async () => {
    const path = join(folder, '意见.docx');
    const door = await openDoor({ save: path });
    door.services.documents().create(sampleDocument('document'));
    const answer = await door.call('export:docx', { id: 'document', options: {} });
    expect(answer).toEqual({ ok: true, value: { path, messages: ['缺少仿宋字体。'] } });
    expect(readFileSync(path, 'utf8')).toBe('document');
    expect(door.told).toEqual([
      ['asked', `${title}.docx`],
      ['export-progress', { done: 0.5, step: '排版' }],
      ['shown', path],
    ]);
  });

  it('makes a PDF and a print of the same pages', async () => {
    const path = join(folder, '意见.pdf');
    const door = await openDoor({ save: path });
    door.services.documents().create(sampleDocument('document'));
    expect(await door.call('export:pdf', { id: 'document', options: {} })).toEqual({ ok: true, value: { path } });
    expect(readFileSync(path, 'utf8')).toBe('pages of document');
    expect(await door.call('export:print', { id: 'document', options: {} })).toMatchObject({
      value: { printed: true },
    });
    expect(door.told.filter(([what]) => what !== 'export-progress')).toEqual([
      ['asked', `${title}.pdf`],
      ['shown', path],
      ['printed', 'pages of document'],
    ]);
  });

  it('keeps what goes out as a version: as Word file, PDF, print and .nigao, as it was when it was asked for', async () => {
    const door = await openDoor({ save: join(folder, '出去.nigao') });
    const reasons = async () => {
      const list = await door.call('versions:list', { id: 'document' });
      return list.ok ? list.value.map(({ reason }) => reason) : [];
    };
    door.services.documents().create(sampleDocument('document'));
    for (const [channel, kept] of [
      ['export:docx', 1],
      ['export:pdf', 2],
      ['export:print', 3],
      ['document:save-as', 4],
    ] as const) {
      expect(
        await door.call(channel, { id: 'document', ...(channel !== 'document:save-as' && { options: {} }) }),
      ).toMatchObject({ ok: true });
      expect(await reasons()).toEqual(Array.from({ length: kept }, () => 'exported'));
      const { revision } = door.services.documents().open('document');
      door.services.documents().save('document', revision, { blocks: [paragraph('block-000', `改了第${kept}次。`)] });
    }
  });

  it('writes nothing when the person cancels the question', async () => {
    const door = await openDoor({ save: null });
    door.services.documents().create(sampleDocument('document'));
    expect(await door.call('export:docx', { id: 'document', options: {} })).toEqual({
      ok: true,
      value: { path: null, messages: [] },
    });
  });

  it('writes nothing when it is cancelled under way', async () => {
    const path = join(folder, '取消.docx');
    const door = await openDoor({ save: path });
    door.services.documents().create(sampleDocument('document'));
    const exporting = door.call('export:docx', { id: 'document', options: {} });
    await door.call('export:cancel', {});
    expect(await exporting).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(existsSync(path)).toBe(false);
  });

  it('says why a file cannot be written, and can be tried again', async () => {
    const door = await openDoor({ save: join(folder, 'gone', '意见.docx') });
    door.services.documents().create(sampleDocument('document'));
    for (let attempt = 0; attempt < 2; attempt += 1)
      expect(await door.call('export:docx', { id: 'document', options: {} })).toMatchObject({
        error: { code: 'file', message: expect.stringContaining('文件夹不存在') },
      });
  });
});

/** A document of a genre that asks for no parts, with nothing open. */
const complete = (name: string): GovDocument => {
  const sample = sampleDocument('complete', ['各区县要把食堂用房纳入社区配套清单。']);
  const [main] = sample.parts;
  const [heading, ...text] = main!.children;
  return {
    ...sample,
    meta: { ...sample.meta, genre: 'other' },
    parts: [{ ...main!, children: [{ ...heading!, children: [{ text: name }] } as Block, ...text] }],
  };
};

describe('circulation', () => {
  it('puts Word file, PDF and manifest into a new folder, keeps a named version, and never replaces what is there', async () => {
    const parent = mkdtempSync(join(folder, '出稿-'));
    const door = await openDoor({ folder: parent });
    const name = '市场监管工作要点';
    door.services.documents().create(complete(name));
    for (const suffix of ['', '（2）']) {
      const answer = await door.call('export:circulate', { id: 'complete', options: {} });
      if (!answer.ok) throw new Error(answer.error.message);
      const { path, files } = answer.value;
      expect(path).toMatch(new RegExp(`${name} 出稿\\d{4}年\\d+月\\d+日${suffix}$`));
      expect(files).toEqual([`${name}.docx`, `${name}.pdf`, '清单.json']);
      expect(readdirSync(path!).sort()).toEqual([...files].sort());
      const manifest = circulationManifestSchema.parse(JSON.parse(readFileSync(join(path!, '清单.json'), 'utf8')));
      expect(manifest).toMatchObject({ title: name, pages: 2, program: { version: '0.1.0' } });
      for (const file of manifest.files) {
        const bytes = readFileSync(join(path!, file.name));
        expect(file).toMatchObject({ bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
      }
    }
    expect(readdirSync(parent).filter((entry) => entry.startsWith('.'))).toEqual([]);
    expect(door.services.versions().list('complete')[0]?.name).toMatch(/^出稿 /);
  });

  it('of many puts each into a folder of its own, fixes their numbers, and tells what cannot go out', async () => {
    const parent = mkdtempSync(join(folder, '出稿-'));
    const door = await openDoor({ folder: parent });
    const documents = door.services.documents();
    const one = complete('市场监管工作要点');
    const clause: Block = { id: 'numbered', type: 'clause', level: 1, children: [{ text: '总体要求' }] };
    const [part] = one.parts;
    const open: Block = {
      id: 'prompt',
      type: 'paragraph',
      children: [{ text: '目标年份', placeholder: { key: 'year', kind: 'number' } }],
    };
    documents.create({ ...one, id: 'first-one', parts: [{ ...part!, children: [...part!.children, clause] }] });
    documents.create({ ...one, id: 'second-one', parts: [{ ...part!, children: [...part!.children, open] }] });
    documents.create({ ...one, id: 'third-one' });
    const answer = await door.call('export:circulate-many', {
      ids: ['first-one', 'second-one', 'third-one'],
      options: {},
    });
    if (!answer.ok) throw new Error(answer.error.message);
    const { done, failed, left } = answer.value;
    expect(done.map(({ id }) => id)).toEqual(['first-one', 'third-one']);
    expect(failed).toMatchObject([{ id: 'second-one', reason: expect.stringContaining('还有 1 处待填：目标年份。') }]);
    expect(left).toBe(0);
    expect(readdirSync(parent)).toHaveLength(2);
    const { document } = documents.open('first-one');
    expect(document.parts[0]?.numbering.frozen).toBe(true);
    expect(document.parts[0]?.children.find(({ id }) => id === 'numbered')).toMatchObject({ fixedLabel: '一、' });
    expect(documents.open('second-one').document.parts[0]?.numbering.frozen).toBeUndefined();
    expect(door.services.versions().list('third-one')[0]?.name).toMatch(/^出稿 /);
  });

  it('of many sets each as it remembers, and as asked for where it remembers nothing', async () => {
    const parent = mkdtempSync(join(folder, '出稿-'));
    const door = await openDoor({ folder: parent });
    const documents = door.services.documents();
    const one = complete('市场监管工作要点');
    const layout = exportOptionsSchema.parse({ format: 'letter' });
    documents.create({ ...one, id: 'remembers', meta: { ...one.meta, layout } });
    documents.create({ ...one, id: 'forgets' });
    for (const [id, isLetter] of [
      ['remembers', true],
      ['forgets', false],
    ] as const) {
      const answer = await door.call('export:circulate-many', { ids: [id], options: { format: 'document' } });
      if (!answer.ok) throw new Error(answer.error.message);
      const [newest] = readdirSync(parent).filter((entry) => readdirSync(join(parent, entry)).length > 0);
      const [file] = readdirSync(join(parent, newest!)).filter((name) => name.endsWith('.docx'));
      const parts = unzipSync(new Uint8Array(readFileSync(join(parent, newest!, file!))));
      expect(strFromU8(parts['word/document.xml']!).includes('<w:titlePg/>')).toBe(isLetter);
      rmSync(join(parent, newest!), { recursive: true });
    }
  });

  it('of many that is cancelled keeps what is done and says how many are left', async () => {
    const parent = mkdtempSync(join(folder, '出稿-'));
    const door = await openDoor({ folder: parent });
    for (const id of ['first-one', 'second-one'])
      door.services.documents().create({ ...complete('市场监管工作要点'), id });
    const going = door.call('export:circulate-many', { ids: ['first-one', 'second-one'], options: {} });
    await door.call('export:cancel', {});
    expect(await going).toMatchObject({ value: { done: [], failed: [], left: 2 } });
    expect(readdirSync(parent)).toEqual([]);
    expect(door.services.documents().open('first-one').document.parts[0]?.numbering.frozen).toBeUndefined();
  });

  it('is refused with what is still open, and asks for no folder', async () => {
    const parent = mkdtempSync(join(folder, '出稿-'));
    const door = await openDoor({ folder: parent });
    const document = complete('市场监管工作要点');
    const open: Block = {
      id: 'prompt',
      type: 'paragraph',
      children: [{ text: '目标年份', placeholder: { key: 'year', kind: 'number' } }],
    };
    door.services
      .documents()
      .create({ ...document, parts: [{ ...document.parts[0]!, children: [...document.parts[0]!.children, open] }] });
    expect(await door.call('export:circulate', { id: 'complete', options: {} })).toMatchObject({
      ok: false,
      error: { code: 'conflict', message: expect.stringContaining('还有 1 处待填：目标年份。') },
    });
    expect(readdirSync(parent)).toEqual([]);
  });
});

describe('the start', () => {
  it('tells a notice once', async () => {
    const door = await openDoor();
    door.start.notice = '已恢复备份。';
    expect(await door.call('app:start', {})).toMatchObject({ value: { notice: '已恢复备份。', problem: null } });
    expect(await door.call('app:start', {})).toMatchObject({ value: { notice: null } });
  });

  it('tells why the library is not open, and tries again when the page asks again', async () => {
    const door = await openDoor();
    door.start.problem = '磁盘已满。';
    expect(await door.call('app:start', {})).toMatchObject({ value: { problem: '磁盘已满。' } });
    expect(await door.call('app:start', {})).toMatchObject({ value: { problem: null } });
  });

  it('keeps errors that the page reports', async () => {
    const door = await openDoor();
    const answer = await door.call('app:report-error', { kind: 'render', message: 'boundary' });
    if (!answer.ok) throw new Error(answer.error.message);
    expect(door.log()).toContain(answer.value.id);
  });
});
