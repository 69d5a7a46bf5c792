import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import Database from 'better-sqlite3';
import { launchSettings, requireElectron } from '../../scripts/electron-runtime.mjs';
import { makeDocx, paragraph } from '../fixtures/docx/make-docx';
import { answerOpenDialogs, answerSaveDialogs } from '../helpers/desktop-dialogs';
import { launchApp, newUserDataFolder, type RunningApp } from '../helpers/launch-app';
import { storedDocuments } from '../helpers/stored-documents';

const userData = newUserDataFolder();
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(userData, name);
  writeFileSync(path, content);
  return path;
};
/** The eight bytes every PNG picture begins with, and some more. */
const picture = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
const draft = '云川市人民政府关于推进社区养老服务的实施意见\n\n一、总体要求\n\n到2030年建成站点120个。\n';

let running: RunningApp;
const dialog = (page: Page) => page.getByRole('dialog');

test.describe('files that cannot be read', () => {
  test.beforeAll(async () => {
    running = await launchApp({ userData });
  });
  test.afterAll(() => running.close());

  const openFile = async (path: string): Promise<void> => {
    await answerOpenDialogs(running.app, [path]);
    await running.window.getByRole('button', { name: '打开已有文稿' }).click();
  };

  for (const [what, name, content, sentence] of [
    ['an empty file', '空白.txt', '', '没有内容'],
    ['a picture renamed .txt', '照片.txt', picture, '图片'],
    ['a text of 50 MB', '巨大.txt', Buffer.alloc(50 * 1024 * 1024, '推进社区养老服务。'), '20'],
    ['a truncated Word file', '残缺.docx', makeDocx(paragraph('推进社区养老服务。')).slice(0, 400), '不完整'],
  ] as const) {
    test(`${what} is answered with a sentence and nothing is added`, async () => {
      await openFile(file(name, content));
      await expect(dialog(running.window)).toContainText(name);
      await expect(dialog(running.window)).toContainText(sentence);
      await running.window.getByRole('button', { name: '知道了' }).click();
      await expect(dialog(running.window)).toHaveCount(0);
      expect(storedDocuments(userData)).toEqual([]);
    });
  }

  test('one bad file among good ones stops none of them', async () => {
    await answerOpenDialogs(running.app, [file('空白.txt', ''), file('好稿.txt', draft)]);
    await running.window.getByRole('button', { name: '打开已有文稿' }).click();
    await expect(dialog(running.window)).toContainText('空白.txt');
    await running.window.getByRole('button', { name: '知道了' }).click();
    await expect(running.window.getByRole('row', { name: /推进社区养老服务/ })).toBeVisible();
  });
});

test('a long reading is cancelled in the middle: what was read stays, the rest is not begun', async () => {
  const app = await launchApp({ userData: newUserDataFolder() });
  const long = Array.from({ length: 6000 }, (_, at) => `${at + 1}.推进第${at + 1}处站点建设。完善设施，配齐人员。`);
  const paths = Array.from({ length: 12 }, (_, at) => {
    const path = join(app.userData, `长稿${at + 1}.txt`);
    writeFileSync(path, [`云川市站点建设方案（${at + 1}）`, '一、主要任务', ...long, ''].join('\n'));
    return path;
  });
  await answerOpenDialogs(app.app, paths);
  await app.window.getByRole('button', { name: '打开已有文稿' }).click();
  const reading = dialog(app.window);
  await expect(reading).toContainText('正在读入');
  await expect(reading).toContainText('共 12 份');
  await reading.getByRole('button', { name: '取消' }).click();
  await expect(reading).toHaveCount(0);
  const read = storedDocuments(app.userData).length;
  expect(read).toBeLessThan(12);
  await app.window.waitForTimeout(500);
  expect(storedDocuments(app.userData)).toHaveLength(read);
  // The next file is read as ever.
  await answerOpenDialogs(app.app, [file('又一稿.txt', draft)]);
  if (await app.window.getByRole('button', { name: '文库', exact: true }).isVisible())
    await app.window.getByRole('button', { name: '文库', exact: true }).click();
  await app.window.getByRole('button', { name: /打开已有文稿|打开文件/ }).click();
  await expect.poll(() => storedDocuments(app.userData).length).toBe(read + 1);
  await app.close();
});

test('a folder that is being read is cancelled in the middle; a second time the rest is read, and what was read is known', async () => {
  const { app, window, userData, close } = await launchApp({ userData: newUserDataFolder() });
  const folder = join(userData, '历年文稿');
  mkdirSync(folder);
  const lines = Array.from({ length: 1500 }, (_, at) => `${at + 1}.推进第${at + 1}处站点建设。完善设施，配齐人员。`);
  const total = 20;
  for (let at = 1; at <= total; at += 1)
    writeFileSync(join(folder, `${at}.txt`), [`云川市站点建设方案（${at}）`, '一、主要任务', ...lines, ''].join('\n'));
  await answerOpenDialogs(app, [folder]);
  await window.getByRole('button', { name: '读入文件夹' }).click();
  const reading = window.getByRole('dialog', { name: '正在读入文件夹' });
  await expect(reading).toContainText(new RegExp(`第 (?:[3-9]|1\\d) 份，共 ${total} 份`));
  await reading.getByRole('button', { name: '取消' }).click();
  const report = window.getByRole('dialog', { name: /^已停止。读入 \d+ 份$/ });
  await expect(report).toBeVisible();
  const read = storedDocuments(userData).length;
  expect(read).toBeGreaterThan(1);
  expect(read).toBeLessThan(total);
  await report.getByRole('button', { name: '知道了' }).click();
  await window.getByRole('button', { name: '读入文件夹' }).click();
  const rest = window.getByRole('dialog', { name: `读入 ${total - read} 份` });
  await expect(rest).toBeVisible({ timeout: 30_000 });
  await expect(rest).toContainText(`另有 ${read} 份以前读入过`);
  expect(storedDocuments(userData)).toHaveLength(total);
  await close();
});

test.describe('targets that cannot be written', () => {
  test('a folder in the way and a missing folder each give a sentence, and the draft stays', async () => {
    const app = await launchApp({ userData: newUserDataFolder(), args: [file('导出用.txt', draft)] });
    await expect(app.window.getByRole('textbox', { name: '正文' })).toBeVisible();
    const inTheWay = join(app.userData, '同名.docx');
    mkdirSync(inTheWay);
    for (const target of [inTheWay, join(app.userData, '没有的文件夹', '意见.docx'), '/proc/意见.docx']) {
      await answerSaveDialogs(app.app, target);
      await app.window.getByRole('button', { name: '导出', exact: true }).click();
      await app.window.getByRole('button', { name: '选择位置并导出' }).click();
      await expect(app.window.getByRole('alert')).toContainText('无法写入');
      await app.window.keyboard.press('Escape');
    }
    await app.close();
    expect(storedDocuments(app.userData)).toHaveLength(1);
  });

  test('a target that another program keeps locked gives a sentence and keeps its content', async () => {
    test.skip(process.platform !== 'linux', 'locks a file the way only Linux lets a test do');
    const app = await launchApp({ userData: newUserDataFolder(), args: [file('导出用.txt', draft)] });
    await expect(app.window.getByRole('textbox', { name: '正文' })).toBeVisible();
    const folder = join(app.userData, '共享');
    mkdirSync(folder);
    const target = join(folder, '意见.docx');
    writeFileSync(target, 'someone else has this open');
    const locked = lockFolder(folder);
    test.skip(!locked, 'this machine cannot make a folder unwritable for this user');
    await answerSaveDialogs(app.app, target);
    await app.window.getByRole('button', { name: '导出', exact: true }).click();
    await app.window.getByRole('button', { name: '选择位置并导出' }).click();
    await expect(app.window.getByRole('alert')).toContainText('无法写入');
    unlockFolder(folder);
    expect(readFileSync(target, 'utf8')).toBe('someone else has this open');
    await app.close();
  });
});

const lockFolder = (folder: string): boolean => {
  if (process.getuid?.() !== 0) {
    chmodSync(folder, 0o500);
    return true;
  }
  return spawnSync('chattr', ['+i', folder]).status === 0;
};
const unlockFolder = (folder: string): void => {
  if (process.getuid?.() === 0) execFileSync('chattr', ['-i', folder]);
  else chmodSync(folder, 0o700);
};

test('a database of a later version is refused in a sentence and left as it is', async () => {
  const folder = newUserDataFolder();
  const first = await launchApp({ userData: folder, args: [file('留存.txt', draft)] });
  await expect(first.window.getByRole('textbox', { name: '正文' })).toBeVisible();
  await first.close();
  const db = new Database(join(folder, 'nigao.db'));
  const version = db.pragma('user_version', { simple: true });
  db.pragma('user_version = 99990');
  db.close();

  const later = await launchApp({ userData: folder });
  await expect(later.window.getByRole('heading', { name: '文库没有打开' })).toBeVisible();
  await expect(later.window.getByRole('main')).toContainText('较新版本');
  await later.close();

  const back = new Database(join(folder, 'nigao.db'));
  back.pragma(`user_version = ${version}`);
  back.close();
  expect(storedDocuments(folder)).toHaveLength(1);
});

test('a second start gives its file to the window that has nothing open, and ends', async () => {
  const folder = newUserDataFolder();
  const first = await launchApp({ userData: folder });
  await expect(first.window.getByRole('button', { name: '从模板新建' })).toBeVisible();
  const runtime = requireElectron();
  const settings = launchSettings(runtime);
  const second = spawnSync(
    runtime.executable,
    [...settings.args, `--user-data-dir=${folder}`, '.', file('第二次.txt', draft)],
    { env: { ...process.env, ...settings.env }, timeout: 30_000 },
  );
  expect(second.status).toBe(0);
  await expect(first.window.getByRole('textbox', { name: '正文' })).toContainText('到2030年建成站点120个。');
  expect(await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  await first.close();
});
