import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { identifyPicture } from '../../../electron/files/picture-files';
import { type Library, openLibrary } from '../../../electron/storage/open-library';
import { journalPath, writeJournal } from '../../../electron/storage/recovery/recovery-journal';
import { noBureauRules } from '../../../shared/checks/bureau/bureau-rules';
import { outlineParts } from '../../../shared/document/changes';
import type { GovDocument } from '../../../shared/document/document';
import { blockText } from '../../../shared/document/plain-text';
import { shippedTemplates } from '../../../shared/templates/templates';
import { shippedUnits } from '../../../shared/units/unit-dictionary';
import { damagePages, pagesOf } from '../../helpers/damage-pages';
import { makePng, pictureBlock } from '../../helpers/make-picture';
import { paragraph, sampleDocument } from './sample-document';
import { temporaryLibrary } from './temporary-folder';

type Places = ReturnType<typeof temporaryLibrary>;

const noon = Date.parse('2026-03-05T12:00:00Z');
const minute = 60 * 1000;

/** Opens the library until the test ends; each call some minutes after the one before. */
const opener = () => {
  const clock = { now: noon };
  return async (places: Places): Promise<Library> => {
    clock.now += 20 * minute;
    const library = await openLibrary(places, () => clock.now);
    onTestFinished(library.close);
    return library;
  };
};
const textsOf = (document: GovDocument): readonly string[] =>
  document.parts.flatMap(({ children }) => children.map(blockText));
const textOf = (library: Library, id: string): string => textsOf(library.documents.open(id).document).join('\n');
const write = (library: Library, id: string, text: string): void => {
  const { revision } = library.documents.open(id);
  library.documents.save(id, revision, { blocks: [paragraph('block-000', text)] });
};
const many = (words: string, count = 40): readonly string[] =>
  Array.from({ length: count }, (_, at) => `${words}第${at}段，${'完善社区服务网络'.repeat(20)}。`);
const numberIn = (text: string): number => Number(/第(\d+)段/.exec(text)?.[1]);
/** An index that only the list of the library asks for. */
const harmless = (places: Places): readonly number[] =>
  pagesOf(places.database, 'documents_by_time').map(({ number }) => number);

describe('a rescue from a damaged library', () => {
  it('brings back all that came after the backup: texts, versions, names, filing, pictures, what the bureau set up', async () => {
    const places = temporaryLibrary();
    const open = opener();
    const before = await open(places);
    for (const id of ['document-1', 'document-2', 'document-3']) before.documents.create(sampleDocument(id));
    before.versions.keepNamed('document-1', '征求意见稿');
    before.close();
    const first = await open(places);
    await first.backUp();
    write(first, 'document-1', '备份之后改的一句。');
    first.versions.keepNamed('document-1', '送审稿');
    first.versions.rename('document-1', first.versions.list('document-1').at(-1)!.version, '第一次征求意见稿');
    write(first, 'document-1', '送审之后又改的一句。');
    first.documents.file([{ id: 'document-2', folder: '市场监管', tags: ['早市'], status: 'submitted' }]);
    first.documents.rename('document-2', '早市方案');
    first.documents.trash('document-3');
    const bytes = makePng(30, 20);
    const picture = identifyPicture(bytes);
    const { revision, document } = first.documents.open('document-1');
    first.pictures.add('document-1', picture, bytes);
    const parts = document.parts.map((part) => ({
      ...part,
      children: [...part.children, pictureBlock('the-picture', bytes, '站点分布')],
    }));
    first.documents.save('document-1', revision, {
      parts: outlineParts(parts),
      blocks: parts.flatMap(({ children }) => children),
    });
    first.bureau.saveTemplate({ ...shippedTemplates()[0]!, id: 'own-1', name: '市质量局实施意见' });
    first.bureau.saveUnits(shippedUnits.slice(0, 3));
    first.bureau.saveRules({ ...noBureauRules, off: ['some-rule'] });
    const names = first.versions.list('document-1').map(({ name }) => name);
    const { id } = first;
    first.close();
    damagePages(places.database, harmless(places));

    const again = await open(places);
    expect(again.notice).toMatch(/已恢复 2026年3月5日\S+ 的备份。从损坏的文件中找回了 1 份文稿此后的内容。/);
    expect(again.notice).toContain('还找回了 1 个版本（1 个有名称）、本单位的模板、名录和规则 3 项。');
    expect(again.notice).not.toContain('读不出来');
    expect(textOf(again, 'document-1')).toContain('送审之后又改的一句。');
    const versions = again.versions.list('document-1');
    expect(versions.map(({ name }) => name)).toEqual(expect.arrayContaining(names));
    expect(names).toContain('第一次征求意见稿');
    const submitted = versions.find(({ name }) => name === '送审稿')!;
    expect(textsOf(again.versions.open('document-1', submitted.version)).join()).toContain('备份之后改的一句。');
    // The state of the backup stays beside them, as the last one.
    expect(versions[0]).toMatchObject({ reason: 'restored' });
    expect(again.documents.row('document-2')).toMatchObject({
      name: '早市方案',
      filing: { folder: '市场监管', tags: ['早市'], status: 'submitted' },
    });
    expect(again.documents.row('document-3')?.trashedAt).not.toBeNull();
    expect(again.pictures.of('document-1', again.documents.open('document-1').document).size).toBe(1);
    expect(again.bureau.templates().map(({ name }) => name)).toEqual(['市质量局实施意见']);
    expect(again.bureau.units()).toEqual(shippedUnits.slice(0, 3));
    expect(again.bureau.rules().off).toEqual(['some-rule']);
    expect(again.id).toBe(id);
    while (!again.search.catchUp(1000));
    expect(again.search.find('送审之后又改', 5)).toHaveLength(1);
    expect(readdirSync(places.dataFolder).filter((name) => name.startsWith('nigao.db-re'))).toEqual([]);
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('nigao-rescue'))).toEqual([]);
  });

  it('without any backup finds every document, its name and its versions', async () => {
    const places = temporaryLibrary();
    const open = opener();
    const first = await open(places);
    for (let at = 0; at < 30; at += 1) first.documents.create(sampleDocument(`document-${at}`, many(`甲${at}`, 4)));
    first.documents.rename('document-7', '早市方案');
    first.versions.keepNamed('document-7', '送审稿');
    first.close();
    damagePages(places.database, harmless(places));
    const again = await open(places);
    expect(again.notice).toContain('也没有可用的备份，已新建空的文库。从损坏的文件中找回了 30 份文稿。');
    expect(again.documents.list()).toHaveLength(30);
    expect(again.documents.row('document-7')?.name).toBe('早市方案');
    expect(again.versions.list('document-7').map(({ name }) => name)).toEqual(['送审稿']);
    expect(textOf(again, 'document-29')).toContain('甲29第3段');
  });

  it('takes what is missing of a document from the backup, and says which to look at', async () => {
    const places = temporaryLibrary();
    const open = opener();
    const first = await open(places);
    first.documents.create(sampleDocument('document-1', many('备份时')));
    first.documents.create(sampleDocument('document-2', many('别的')));
    await first.backUp();
    write(first, 'document-1', '备份之后改的一句。');
    first.close();
    const leaves = pagesOf(places.database, 'blocks').filter(({ type }) => type === 'leaf');
    damagePages(places.database, [leaves[2]!.number]);
    const again = await open(places);
    expect(again.notice).toContain(
      '《云川市关于发展社区食堂的实施意见》只读出一部分，其余用备份时的内容补上或缺失，请核对。',
    );
    const texts = textsOf(again.documents.open('document-1').document);
    expect(texts).toHaveLength(41);
    expect(texts.slice(1).filter((text) => text.startsWith('备份时第'))).toHaveLength(39);
    expect(textOf(again, 'document-1')).toContain('备份之后改的一句。');
  });

  it('reads a document whose own row is lost from its last version and its blocks', async () => {
    const places = temporaryLibrary();
    const open = opener();
    const first = await open(places);
    first.documents.create(sampleDocument('document-0'));
    await first.backUp();
    for (let at = 1; at < 30; at += 1) {
      first.documents.create(sampleDocument(`document-${at}`, many(`新写${at}`, 3)));
      if (at % 2 === 0) first.versions.keep(`document-${at}`, 'opened');
      write(first, `document-${at}`, `保留版本之后改的一句${at}。`);
    }
    first.close();
    const leaves = pagesOf(places.database, 'documents').filter(({ type }) => type === 'leaf');
    expect(leaves.length).toBeGreaterThan(2);
    damagePages(places.database, [leaves[1]!.number]);
    const again = await open(places);
    expect(again.documents.list()).toHaveLength(30);
    for (let at = 1; at < 30; at += 1) {
      expect(textOf(again, `document-${at}`)).toContain(`保留版本之后改的一句${at}。`);
      expect(textOf(again, `document-${at}`)).toContain(`新写${at}第2段`);
    }
    expect(again.notice).toContain('只读出一部分');
  });

  it('finds the blocks by their table where their index is damaged', async () => {
    const places = temporaryLibrary();
    const open = opener();
    const first = await open(places);
    await first.backUp();
    for (let at = 0; at < 20; at += 1) first.documents.create(sampleDocument(`document-${at}`, many(`甲${at}`, 10)));
    first.close();
    const index = pagesOf(places.database, 'sqlite_autoindex_blocks_1');
    damagePages(
      places.database,
      index.map(({ number }) => number),
    );
    const again = await open(places);
    expect(again.notice).toContain('找回了 20 份文稿');
    for (let at = 0; at < 20; at += 1) expect(textOf(again, `document-${at}`)).toContain(`甲${at}第9段`);
  });

  it.each([
    ['with a backup', true],
    ['without one', false],
  ])('finds its tables where the pages that say where they begin are lost, %s', async (_, hasBackup) => {
    const places = temporaryLibrary();
    const open = opener();
    const first = await open(places);
    first.documents.create(sampleDocument('document-0', many('备份时')));
    await first.backUp();
    for (let at = 1; at < 20; at += 1) first.documents.create(sampleDocument(`document-${at}`, many(`甲${at}`, 10)));
    first.close();
    if (!hasBackup) rmSync(places.backups, { recursive: true });
    const schema = pagesOf(places.database, 'sqlite_schema').map(({ number }) => number);
    expect(schema).toContain(1);
    damagePages(places.database, schema);
    const again = await open(places);
    expect(again.notice).toContain(`找回了 ${hasBackup ? 19 : 20} 份文稿`);
    for (let at = 1; at < 20; at += 1) expect(textOf(again, `document-${at}`)).toContain(`甲${at}第9段`);
  });

  it('reads a file that was cut off up to where it ends', async () => {
    const places = temporaryLibrary();
    const open = opener();
    const first = await open(places);
    for (let at = 0; at < 20; at += 1) first.documents.create(sampleDocument(`document-${at}`, many(`甲${at}`, 10)));
    first.close();
    const bytes = readFileSync(places.database);
    writeFileSync(places.database, bytes.subarray(0, Math.floor(bytes.length * 0.7)));
    const again = await open(places);
    expect(again.documents.list().length).toBeGreaterThan(10);
    expect(textOf(again, 'document-0')).toContain('甲0第9段');
  });

  it('finds the blocks between damaged pages, without their index too', async () => {
    const places = temporaryLibrary();
    const open = opener();
    const first = await open(places);
    first.documents.create(sampleDocument('document-1', many('甲', 400)));
    first.close();
    const leaves = pagesOf(places.database, 'blocks').filter(({ type }) => type === 'leaf');
    const index = pagesOf(places.database, 'sqlite_autoindex_blocks_1');
    const hit = [3, 4, Math.floor(leaves.length / 2), leaves.length - 2].map((at) => leaves[at]!);
    damagePages(
      places.database,
      [...hit, ...index].map(({ number }) => number),
    );
    const again = await open(places);
    const texts = textsOf(again.documents.open('document-1').document).filter((text) => text.startsWith('甲第'));
    expect(texts.length).toBeGreaterThan(400 * (1 - (hit.length + 2) / leaves.length));
    expect(texts).toEqual(texts.toSorted((one, other) => numberIn(one) - numberIn(other)));
    expect(again.notice).toContain('只读出一部分');
  });

  it('passes over rows that are not what they should be, and counts them', async () => {
    const places = temporaryLibrary();
    const open = opener();
    const first = await open(places);
    first.documents.create(sampleDocument('document-1'));
    await first.backUp();
    write(first, 'document-1', '备份之后改的一句。');
    first.versions.keepNamed('document-1', '送审稿');
    first.close();
    const db = new Database(places.database);
    db.exec(`
      INSERT INTO versions (document_id, revision, kept_at, reason, content) VALUES ('document-1', 9, 5, 'work', x'0102');
      INSERT INTO versions (document_id, revision, kept_at, reason, content) VALUES ('document-1', 9, 6, 'magic', x'0102');
      INSERT INTO pictures VALUES ('document-1', '${'a'.repeat(64)}', 'image/png', x'0102');
      INSERT INTO templates VALUES ('own-1', '{"name":', 5);
      INSERT INTO settings VALUES ('units', '[3]');
    `);
    db.close();
    damagePages(places.database, harmless(places));
    const again = await open(places);
    expect(again.notice).toContain('还找回了 1 个版本（1 个有名称）。');
    expect(again.notice).toContain('2 个版本、1 张图片、本单位的模板、名录或规则 2 项读不出来。');
    expect(textOf(again, 'document-1')).toContain('备份之后改的一句。');
    expect(again.bureau.units()).toEqual(shippedUnits);
    expect(again.rescued).toMatchObject({ versions: { added: 1, named: 1, unreadable: 2 } });
  });

  it('goes on past a document that not even the backup holds whole', async () => {
    const places = temporaryLibrary();
    const open = opener();
    const first = await open(places);
    for (const id of ['document-1', 'document-2']) first.documents.create(sampleDocument(id));
    const backup = await first.backUp();
    for (const id of ['document-1', 'document-2']) write(first, id, `备份之后改的${id}。`);
    first.close();
    const db = new Database(backup.path);
    db.exec(`UPDATE blocks SET json = '{' WHERE document_id = 'document-1'`);
    db.close();
    damagePages(places.database, harmless(places));
    const again = await open(places);
    expect(again.notice).toContain('找回了 2 份文稿此后的内容');
    for (const id of ['document-1', 'document-2']) expect(textOf(again, id)).toContain(`备份之后改的${id}。`);
  });

  it('done twice changes nothing more', async () => {
    const places = temporaryLibrary();
    const open = opener();
    const first = await open(places);
    first.documents.create(sampleDocument('document-1'));
    await first.backUp();
    write(first, 'document-1', '备份之后改的一句。');
    first.versions.keepNamed('document-1', '送审稿');
    first.close();
    damagePages(places.database, harmless(places));
    const again = await open(places);
    const versions = again.versions.list('document-1');
    write(again, 'document-1', '恢复之后写的一句。');
    again.close();
    // As a power cut leaves it that brings a removed file back.
    const [folder] = readdirSync(places.damaged);
    await writeJournal(places, { work: 'recover', step: 'rescue', folder: folder!, backup: noon });
    const third = await open(places);
    expect(textOf(third, 'document-1')).toContain('恢复之后写的一句。');
    expect(third.versions.list('document-1')).toEqual(versions);
    expect(existsSync(journalPath(places))).toBe(false);
  });
});

describe('a library in whose place nothing of use lies', () => {
  const backedUp = async () => {
    const places = temporaryLibrary();
    const open = opener();
    const first = await open(places);
    first.documents.create(sampleDocument('document-1', ['备份时的句子。']));
    await first.backUp();
    first.close();
    return { places, open };
  };

  it.each([
    ['an empty file', (path: string) => writeFileSync(path, '')],
    [
      'a blank database',
      (path: string) => {
        rmSync(path);
        const db = new Database(path);
        db.pragma('journal_mode = WAL');
        db.close();
      },
    ],
  ])('%s: is restored from the newest backup, and the person is told', async (_, destroy) => {
    const { places, open } = await backedUp();
    destroy(places.database);
    const again = await open(places);
    expect(again.notice).toContain('已恢复 2026年3月5日');
    expect(textOf(again, 'document-1')).toContain('备份时的句子。');
  });

  it('an empty file without a backup becomes a new library', async () => {
    const places = temporaryLibrary();
    writeFileSync(places.database, '');
    const library = await opener()(places);
    expect(library.notice).toBeNull();
    expect(library.documents.list()).toEqual([]);
  });

  it('takes the newest backup by the clock of today before one that a wrong clock has dated into the future', async () => {
    const { places, open } = await backedUp();
    const [own] = readdirSync(places.backups);
    const wrong = join(places.backups, 'nigao-20991231T120000.000Z.db');
    writeFileSync(wrong, readFileSync(join(places.backups, own!)));
    const db = new Database(wrong);
    db.exec(`UPDATE blocks SET json = replace(json, '备份时', '时间错乱时')`);
    db.close();
    rmSync(places.database);
    expect(textOf(await open(places), 'document-1')).toContain('备份时的句子。');
  });

  it('is not begun anew while its only backup is of a later version: that is told', async () => {
    const { places, open } = await backedUp();
    const [own] = readdirSync(places.backups);
    const db = new Database(join(places.backups, own!));
    db.pragma('user_version = 9990');
    db.close();
    rmSync(places.database);
    await expect(open(places)).rejects.toThrow('请升级后再恢复');
    expect(existsSync(places.database)).toBe(false);
  });
});
