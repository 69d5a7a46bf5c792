import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import Database from 'better-sqlite3';
import { migrate, migrations } from '../../electron/storage/migrate';
import { openDatabase } from '../../electron/storage/open-database';
import { createDocumentsRepo } from '../../electron/storage/repos/documents-repo';
import { blockText } from '../../shared/document/plain-text';
import { caretToEndOf } from '../helpers/caret';
import { seriousFindings } from '../helpers/check-accessibility';
import { damagePages, pagesOf } from '../helpers/damage-pages';
import { launchApp, newUserDataFolder, type RunningApp } from '../helpers/launch-app';
import { storedDocuments } from '../helpers/stored-documents';

const title = '云川市市场监督管理局关于推进早市提升的实施意见';
const draftOf = (userData: string, name: string, heading: string, text: string): string => {
  const path = join(userData, name);
  writeFileSync(path, `${heading}\n\n一、总体要求\n\n${text}\n`);
  return path;
};
/** Starts the app with one draft, which is saved and backed up. */
const startBackedUp = async (userData: string): Promise<RunningApp> => {
  const running = await launchApp({ userData, args: [draftOf(userData, '意见.txt', title, '到2030年改造早市24处。')] });
  await running.window.getByRole('button', { name: '文库', exact: true }).click();
  await backUpNow(running);
  return running;
};
const backUpNow = async ({ window }: RunningApp): Promise<void> => {
  await window.getByRole('button', { name: '备份与恢复' }).click();
  const dialog = window.getByRole('dialog', { name: '备份与恢复' });
  const before = await dialog.getByRole('listitem').count();
  await dialog.getByRole('button', { name: '立即备份' }).click();
  await expect(dialog.getByRole('listitem')).toHaveCount(before + 1);
  await window.keyboard.press('Escape');
};
const textsOf = (userData: string): string =>
  storedDocuments(userData)
    .flatMap(({ parts }) => parts.flatMap(({ children }) => children.map(blockText)))
    .join('\n');
const database = (userData: string): string => join(userData, 'nigao.db');
const asideIn = (userData: string): readonly string[] =>
  readdirSync(join(userData, 'damaged'), { recursive: true, encoding: 'utf8' });

test('a library of a later version stays closed with a sentence; a backup is put in its place, and it is kept', async () => {
  const userData = newUserDataFolder();
  await (await startBackedUp(userData)).close();
  const db = new Database(database(userData));
  db.pragma('user_version = 9990');
  db.close();
  const future = readFileSync(database(userData));

  const { window, close } = await launchApp({ userData });
  await expect(window.getByRole('heading', { name: '文库没有打开' })).toBeVisible();
  await expect(window.getByRole('main')).toContainText('请安装新版本后再启动');
  await window.screenshot({ path: 'test-results/screens/recovery-1280.png' });
  expect(await seriousFindings(window)).toEqual([]);
  await window.getByRole('button', { name: '从备份恢复' }).click();
  const dialog = window.getByRole('dialog', { name: '从备份恢复' });
  await expect(dialog.getByRole('listitem')).toHaveCount(1);
  await expect(dialog.getByRole('button', { name: '立即备份' })).toHaveCount(0);
  await window.screenshot({ path: 'test-results/screens/recovery-backups-1280.png' });
  await window.emulateMedia({ colorScheme: 'dark' });
  expect(await seriousFindings(window)).toEqual([]);
  await window.screenshot({ path: 'test-results/screens/recovery-backups-dark-1280.png' });
  await window.emulateMedia({ colorScheme: 'light' });
  await dialog.getByRole('button', { name: /^恢复 .* 的备份$/ }).click();
  await window.getByRole('alertdialog').getByRole('button', { name: '恢复' }).click();
  await expect(window.getByText(/已恢复备份。打不开的文库文件保存在“.*damaged.*”，请勿删除/).first()).toBeVisible();
  await window.screenshot({ path: 'test-results/screens/recovery-restored-1280.png' });
  await window.locator('.library-table tbody tr').first().dblclick();
  await expect(window.getByRole('textbox', { name: '正文' })).toContainText('改造早市24处');
  await close();
  const kept = asideIn(userData).find((name) => name.endsWith('nigao.db'));
  expect(readFileSync(join(userData, 'damaged', kept!)).equals(future)).toBe(true);
  expect(textsOf(userData)).toContain('到2030年改造早市24处。');
});

test('a library damaged in its middle comes back with what was written after the backup, the person is told, and a backup can be chosen', async () => {
  const userData = newUserDataFolder();
  const running = await startBackedUp(userData);
  const { window } = running;
  await window.locator('.library-table tbody tr').first().dblclick();
  await caretToEndOf(window, '改造早市24处');
  await window.keyboard.insertText('备份之后新增服务点6个。');
  await expect(window.locator('[data-save="saved"]').first()).toBeVisible();
  await expect.poll(() => textsOf(userData)).toContain('备份之后新增服务点6个。');
  await running.close();
  // One more document that is read whole, and one of which nothing but its title is left.
  const [given] = storedDocuments(userData);
  const db = new Database(database(userData));
  const documents = createDocumentsRepo(db);
  for (const [id, heading, count] of [
    ['new-document', '云川市夜间停车专项行动方案', 60],
    ['lost-document', '云川市农村公路管护实施意见', 1],
  ] as const) {
    const main = given!.parts.find(({ kind }) => kind === 'main')!;
    documents.create(
      {
        ...given!,
        id,
        parts: [
          {
            ...main,
            children: [
              { type: 'title', id: `${id}-title`, children: [{ text: heading }] },
              ...Array.from({ length: count }, (_, at) => ({
                type: 'paragraph' as const,
                id: `${id}-${at}`,
                children: [{ text: `第${at}处停车场在夜间开放，${'方便居民停放车辆。'.repeat(20)}` }],
              })),
            ],
          },
        ],
      },
      { name: heading },
    );
  }
  db.exec(`UPDATE blocks SET json = '{' WHERE document_id = 'lost-document'`);
  db.close();
  const index = pagesOf(database(userData), 'documents_by_time').map(({ number }) => number);
  const leaves = pagesOf(database(userData), 'blocks').filter(({ type }) => type === 'leaf');
  damagePages(database(userData), [...index, leaves[Math.floor(leaves.length / 2)]!.number]);
  const broken = readFileSync(database(userData));

  const again = await launchApp({ userData });
  const notice = again.window.getByRole('alert').getByText(/文库文件已损坏/);
  await expect(notice).toContainText(
    /已恢复 \d+年\d+月\d+日\d+:\d\d 的备份。从损坏的文件中找回了 1 份文稿此后的内容。/,
  );
  await expect(notice).toContainText(
    '《云川市夜间停车专项行动方案》只读出一部分，其余用备份时的内容补上或缺失，请核对。',
  );
  await expect(notice).toContainText('《云川市农村公路管护实施意见》没有找回');
  await expect(notice).toContainText(/损坏的文件保存在“.*damaged.*”，请勿删除/);
  await again.window.screenshot({ path: 'test-results/screens/recovery-notice-1280.png' });
  const texts = textsOf(userData);
  expect(texts).toContain('备份之后新增服务点6个。');
  expect(texts.match(/第\d+处停车场在夜间开放/g)!.length).toBeGreaterThan(50);
  const kept = asideIn(userData).find((name) => name.endsWith('nigao.db'));
  expect(readFileSync(join(userData, 'damaged', kept!)).equals(broken)).toBe(true);

  const { window: page } = again;
  await page.getByRole('button', { name: '备份与恢复' }).click();
  await page.getByRole('button', { name: /^恢复 .* 的备份$/ }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: '恢复' }).click();
  await expect(page.getByText(/已恢复备份。/).first()).toBeVisible();
  await expect(page.locator('.library-table tbody tr')).toHaveCount(1);
  await again.close();
  expect(textsOf(userData)).not.toContain('备份之后新增服务点6个。');
});

test('an empty file in the library’s place is told, and the newest backup takes its place', async () => {
  const userData = newUserDataFolder();
  await (await startBackedUp(userData)).close();
  writeFileSync(database(userData), '');
  const { window, close } = await launchApp({ userData });
  await expect(window.getByRole('alert').getByText(/文库文件已损坏，已恢复 .* 的备份/)).toBeVisible();
  await expect(window.locator('.library-table tbody tr')).toHaveCount(1);
  await close();
  expect(textsOf(userData)).toContain('改造早市24处');
});

for (const level of [10, 60])
  test(`a library of an earlier version, at level ${level}, is backed up, brought up to date and opened`, async () => {
    const userData = newUserDataFolder();
    const db = openDatabase({ path: database(userData) });
    migrate(
      db,
      migrations.filter(({ version }) => version <= level),
    );
    const blocks = [
      { type: 'title', id: 'the-title', children: [{ text: title }] },
      { type: 'paragraph', id: 'block-000', children: [{ text: '到2030年改造早市24处。' }] },
    ];
    const outline = [{ id: 'main-part', kind: 'main', numbering: {}, blockIds: blocks.map(({ id }) => id) }];
    db.prepare(
      `INSERT INTO documents (id, name, head, meta, parts, revision, created_at, updated_at)
       VALUES ('document-1', '早市意见', '{"schemaVersion":1,"setAside":[]}', '{"genre":"implementation-opinion"}', ?, 3, ?, ?)`,
    ).run(JSON.stringify(outline), Date.now(), Date.now());
    for (const block of blocks)
      db.prepare('INSERT INTO blocks VALUES (?, ?, ?)').run('document-1', block.id, JSON.stringify(block));
    db.close();

    const { window, close } = await launchApp({ userData });
    await window.locator('.library-table tbody tr').filter({ hasText: '早市意见' }).dblclick();
    await expect(window.getByRole('textbox', { name: '正文' })).toContainText('到2030年改造早市24处。');
    await caretToEndOf(window, '改造早市24处');
    await window.keyboard.insertText('升级之后写的一句。');
    await expect.poll(() => textsOf(userData)).toContain('升级之后写的一句。');
    await close();
    const [backup] = readdirSync(join(userData, 'backups'));
    const before = new Database(join(userData, 'backups', backup!), { readonly: true });
    expect(before.pragma('user_version', { simple: true })).toBe(level);
    expect(before.prepare('SELECT count(*) FROM blocks').pluck().get()).toBe(2);
    before.close();
  });
