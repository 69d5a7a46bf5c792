import { existsSync, mkdtempSync, readdirSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { caretToEndOf } from '../helpers/caret';
import { seriousFindings } from '../helpers/check-accessibility';
import { answerOpenDialogs } from '../helpers/desktop-dialogs';
import { launchApp, newUserDataFolder, type RunningApp } from '../helpers/launch-app';
import { onMounted } from '../helpers/mounted-folder';

const newFolder = () => mkdtempSync(join(tmpdir(), 'nigao-disk-'));
const rows = (window: Page) => window.locator('.library-table tbody tr');
const settings = (window: Page) => window.getByRole('dialog', { name: '设置' });
const question = (window: Page) => window.getByRole('alertdialog');
const picture = async (window: Page, name: string) => {
  for (const scheme of ['light', 'dark'] as const) {
    await window.emulateMedia({ colorScheme: scheme });
    await window.screenshot({ path: `test-results/screens/${name}-${scheme}-1280.png` });
    expect(await seriousFindings(window, { 'aria-hidden-focus': /data-base-ui-focus-guard/ })).toEqual([]);
  }
  await window.emulateMedia({ colorScheme: 'light' });
};

/** The app with one document, showing the library. */
const startWithDraft = async (userData = newUserDataFolder()): Promise<RunningApp> => {
  const draft = join(userData, '方案.txt');
  writeFileSync(draft, '云川市社区助餐实施方案\n\n一、总体要求\n\n到2028年建成食堂90个。\n');
  const running = await launchApp({ userData, args: [draft] });
  await running.window.getByRole('button', { name: '文库', exact: true }).click();
  await expect(rows(running.window)).toHaveCount(1);
  return running;
};
/** 设置, a folder chosen for the library, and the question about it on the screen. */
const chooseFolder = async ({ app, window }: RunningApp, folder: string) => {
  await answerOpenDialogs(app, [folder]);
  if (!(await settings(window).isVisible())) await window.keyboard.press('Control+,');
  await settings(window).getByRole('button', { name: '移动数据文件夹' }).click();
};
const moveTo = async (running: RunningApp, folder: string) => {
  await chooseFolder(running, folder);
  await question(running.window).getByRole('button', { name: '移动' }).click();
};
const moved = async (): Promise<Readonly<{ userData: string; folder: string }>> => {
  const running = await startWithDraft();
  const folder = newFolder();
  await moveTo(running, folder);
  await expect(running.window.getByText(`文库已移到 ${folder}。`).first()).toBeVisible();
  await running.close();
  return { userData: running.userData, folder };
};
/** Makes the copy long enough to be met on the way: a backup of 400 MB. */
const withLargeBackup = async ({ window, userData }: RunningApp): Promise<void> => {
  await window.getByRole('button', { name: '备份与恢复' }).click();
  const dialog = window.getByRole('dialog', { name: '备份与恢复' });
  await dialog.getByRole('button', { name: '立即备份' }).click();
  await expect(dialog.getByRole('listitem')).toHaveCount(1);
  await window.keyboard.press('Escape');
  const backups = join(userData, 'backups');
  truncateSync(join(backups, readdirSync(backups)[0]!), 400 * 1024 * 1024);
};

test('the data folder is moved in the settings, goes on there at the next start, and the old one is deleted on demand', async () => {
  const running = await startWithDraft();
  const { window, userData } = running;
  const disk = newFolder();
  writeFileSync(join(disk, '照片.jpg'), '');
  const folder = join(disk, '拟稿数据');
  await chooseFolder(running, disk);
  await expect(question(window)).toContainText(`将复制到“${folder}”`);
  await picture(window, 'move-question');
  await question(window).getByRole('button', { name: '移动' }).click();
  await expect(window.getByText(`文库已移到 ${folder}。`).first()).toBeVisible();
  await expect(settings(window)).toContainText(`文稿存放在 ${folder}`);
  await expect(settings(window)).toContainText(`移动前的一份还在 ${userData}`);
  await picture(window, 'moved-settings');
  await window.keyboard.press('Escape');
  await rows(window).first().dblclick();
  await caretToEndOf(window, '建成食堂90个');
  await window.keyboard.insertText('另建送餐点30处。');
  await expect(window.locator('[data-save="saved"]').first()).toBeVisible();
  // While something is being written nothing moves.
  await moveTo(running, newFolder());
  await expect(settings(window).getByRole('alert')).toContainText('还有文稿正在编辑');
  await running.close();

  const again = await launchApp({ userData });
  await rows(again.window).first().dblclick();
  await expect(again.window.getByRole('textbox', { name: '正文' })).toContainText('另建送餐点30处。');
  await again.window.keyboard.press('Control+,');
  await settings(again.window).getByRole('button', { name: '删除移动前的一份' }).click();
  await question(again.window).getByRole('button', { name: '删除' }).click();
  await expect(settings(again.window)).not.toContainText('移动前的一份');
  expect(existsSync(join(userData, 'nigao.db'))).toBe(false);
  expect(existsSync(join(folder, 'nigao.db'))).toBe(true);
  await again.close();
});

test('a move that is cancelled, or cut off by a power cut, leaves the library where it was; the next one succeeds', async () => {
  const running = await startWithDraft();
  const { window, userData } = running;
  await withLargeBackup(running);
  const folder = join(newFolder(), '文库');
  await chooseFolder(running, folder);
  await window.evaluate(() => {
    const watcher = new MutationObserver(() => {
      const dialog = [...document.querySelectorAll('[role=dialog]')].find((one) =>
        one.textContent?.includes('正在移动数据文件夹'),
      );
      const cancel = [...(dialog?.querySelectorAll('button') ?? [])].find((one) => one.textContent === '取消');
      if (!cancel) return;
      watcher.disconnect();
      cancel.click();
    });
    watcher.observe(document.body, { childList: true, subtree: true });
  });
  await question(window).getByRole('button', { name: '移动' }).click();
  await expect(settings(window).getByRole('alert')).toHaveText('已取消，文库仍在原来的位置。');
  expect(existsSync(folder)).toBe(false);
  await expect(settings(window)).toContainText(`文稿存放在 ${userData}`);

  await moveTo(running, folder);
  await expect.poll(() => existsSync(join(folder, 'backups')), { intervals: [2] }).toBe(true);
  await running.kill9();
  expect(readdirSync(folder)).toContain('nigao-unfinished');
  const again = await launchApp({ userData });
  await expect(rows(again.window)).toHaveCount(1);
  await moveTo(again, folder);
  await expect(again.window.getByText(`文库已移到 ${folder}。`).first()).toBeVisible();
  expect(readdirSync(folder).sort()).toEqual(expect.arrayContaining(['backups', 'nigao.db']));
  expect(readdirSync(folder)).not.toContain('nigao-unfinished');
  await again.close();
});

test('a disk too small for the library is told before anything is copied', async () => {
  const running = await startWithDraft();
  const disk = newFolder();
  await onMounted(
    disk,
    'size=8m',
    (why) => test.skip(true, why),
    async () => {
      await chooseFolder(running, disk);
      await expect(settings(running.window).getByRole('alert')).toContainText('请腾出空间，或选择另一个磁盘');
      expect(readdirSync(disk)).toEqual([]);
    },
  );
  await running.close();
});

test('a data folder whose disk is away is told at the start; connected again, or chosen anew, it is there', async () => {
  const { userData, folder } = await moved();
  const parked = `${folder}-接到别处`;
  renameSync(folder, parked);
  const { app, window, close } = await launchApp({ userData });
  await expect(window.getByRole('heading', { name: '文库没有打开' })).toBeVisible();
  await expect(window.getByRole('main')).toContainText(`没有找到数据文件夹“${folder}”`);
  await expect(window.getByRole('button', { name: '使用原来的文件夹' })).toBeVisible();
  await picture(window, 'data-folder-away');
  expect(existsSync(folder)).toBe(false);
  await window.getByRole('button', { name: '重试' }).click();
  await expect(window.getByRole('heading', { name: '文库没有打开' })).toBeVisible();
  await answerOpenDialogs(app, [parked]);
  await window.getByRole('button', { name: '选择文件夹' }).click();
  await question(window).getByRole('button', { name: '使用' }).click();
  await expect(rows(window)).toHaveCount(1);
  await close();
  renameSync(parked, folder);
  const away = await launchApp({ userData });
  await expect(away.window.getByRole('main')).toContainText(`没有找到数据文件夹“${parked}”`);
  renameSync(folder, parked);
  await away.window.getByRole('button', { name: '重试' }).click();
  await expect(rows(away.window)).toHaveCount(1);
  await away.close();
});

test('without the moved folder, or with a damaged note of where it is, the library from before is a way on', async () => {
  const { userData, folder } = await moved();
  writeFileSync(join(userData, 'data-folder.json'), '{"folder": ');
  const { app, window, close } = await launchApp({ userData });
  await expect(window.getByRole('main')).toContainText('已损坏，不知道文库在哪里');
  await window.getByRole('button', { name: '使用原来的文件夹' }).click();
  await expect(question(window)).toContainText('此后写的内容不在其中');
  await question(window).getByRole('button', { name: '使用' }).click();
  await expect(rows(window)).toHaveCount(1);
  // And back to the one that was moved: nothing of it is lost.
  await answerOpenDialogs(app, [folder]);
  await window.keyboard.press('Control+,');
  await settings(window).getByRole('button', { name: '移动数据文件夹' }).click();
  await question(window).getByRole('button', { name: '改用' }).click();
  await expect(settings(window)).toContainText(`文稿存放在 ${folder}`);
  await close();
});
