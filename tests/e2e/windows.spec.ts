import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { launchSettings, requireElectron } from '../../scripts/electron-runtime.mjs';
import { blockText } from '../../shared/document/plain-text';
import { buildDocx } from '../../shared/export/docx/build-docx';
import { standardOptions } from '../../shared/export/export-options';
import { packNigaoFile } from '../../shared/file/nigao-file';
import { caretToEndOf } from '../helpers/caret';
import { answerOpenDialogs } from '../helpers/desktop-dialogs';
import { everyBlock, everyBlockPictures } from '../helpers/every-block';
import { launchApp, newUserDataFolder, type RunningApp } from '../helpers/launch-app';
import { storedDocuments } from '../helpers/stored-documents';

const folder = mkdtempSync(join(tmpdir(), 'nigao-windows-'));
const nigao = (id: string, heading: string): string => {
  const path = join(folder, `${id}.nigao`);
  const parts = everyBlock.parts.map((part) => ({
    ...part,
    children: part.children.map((block) =>
      block.id === 'the-title' ? { ...block, children: [{ text: heading }] } : block,
    ),
  }));
  writeFileSync(
    path,
    packNigaoFile({ ...everyBlock, id, parts: parts as typeof everyBlock.parts }, everyBlockPictures),
  );
  return path;
};
const first = nigao('first-draft', '云川市养老服务实施意见');
const second = nigao('second-draft', '云川市社区食堂实施意见');

/** A double click on files in the desktop while the app is running. */
const openFromDesktop = (userData: string, ...files: string[]): void => {
  const runtime = requireElectron();
  const settings = launchSettings(runtime);
  const { status } = spawnSync(runtime.executable, [...settings.args, `--user-data-dir=${userData}`, '.', ...files], {
    env: { ...process.env, ...settings.env },
    timeout: 30_000,
  });
  expect(status).toBe(0);
};
const paperOf = (page: Page) => page.getByRole('textbox', { name: '正文' });
const boundsOf = ({ app }: RunningApp) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.getBounds()));

test('a second .nigao from the desktop appears beside the first, and both are written and kept', async () => {
  const userData = newUserDataFolder();
  const running = await launchApp({ userData, args: [first] });
  await expect(paperOf(running.window)).toContainText('云川市养老服务实施意见');
  await caretToEndOf(running.window, '各项工作按年度推进');
  await running.window.keyboard.insertText('左窗');

  const opened = running.app.waitForEvent('window');
  openFromDesktop(userData, second);
  const right = await opened;
  await expect(paperOf(right)).toContainText('云川市社区食堂实施意见');
  await expect(paperOf(running.window)).toContainText('各项工作按年度推进。左窗');
  expect(await Promise.all([running.window.title(), right.title()])).toEqual([
    '云川市养老服务实施意见 - 拟稿',
    '云川市社区食堂实施意见 - 拟稿',
  ]);
  const [one, other] = await boundsOf(running);
  expect([one!.x, one!.y]).not.toEqual([other!.x, other!.y]);

  await caretToEndOf(right, '各项工作按年度推进');
  await right.keyboard.insertText('右窗');
  await running.window.keyboard.insertText('再写');
  const saved = () =>
    Object.fromEntries(
      storedDocuments(userData).map(({ id, parts }) => [
        id,
        blockText(parts[0]!.children.find((block) => block.id === 'paragraph')!),
      ]),
    );
  await expect.poll(saved).toEqual({
    'first-draft': '各项工作按年度推进。左窗再写',
    'second-draft': '各项工作按年度推进。右窗',
  });

  // The library of one window does not open what the other has, and does not throw it away.
  await right.getByRole('button', { name: '文库' }).click();
  await right.getByRole('row', { name: /养老服务实施意见/ }).dblclick();
  await expect(right.getByText('这份文稿已在另一个窗口中打开').first()).toBeVisible();
  await expect(right.getByRole('row', { name: /养老服务实施意见/ })).toBeVisible();
  await right.close();
  await expect.poll(() => boundsOf(running)).toHaveLength(1);
  await running.window.keyboard.insertText('。');
  await expect.poll(saved).toMatchObject({ 'first-draft': '各项工作按年度推进。左窗再写。' });
  await running.close();
});

test('closing the app writes what is unsaved in every window', async () => {
  const userData = newUserDataFolder();
  const running = await launchApp({ userData, args: [first, second] });
  await expect.poll(() => running.app.windows().length).toBe(2);
  for (const page of running.app.windows()) {
    await caretToEndOf(page, '各项工作按年度推进');
    await page.keyboard.insertText('末句');
  }
  await running.close();
  expect(
    storedDocuments(userData).map(({ parts }) =>
      blockText(parts[0]!.children.find((block) => block.id === 'paragraph')!),
    ),
  ).toEqual(['各项工作按年度推进。末句', '各项工作按年度推进。末句']);
});

test('an export that comes back while its document is open in another window is taken up there', async () => {
  const userData = newUserDataFolder();
  const own = join(folder, '早市.txt');
  writeFileSync(own, ['云川市早市提升方案', '一、重点任务', '各区按年度推进。', '二、保障措施', ''].join('\n'));
  const running = await launchApp({ userData, args: [own, second] });
  await expect.poll(() => running.app.windows().length).toBe(2);
  const titles = () => Promise.all(running.app.windows().map((page) => page.title()));
  await expect
    .poll(async () => (await titles()).toSorted())
    .toEqual(['云川市早市提升方案 - 拟稿', '云川市社区食堂实施意见 - 拟稿']);
  const [one, other] = running.app.windows() as [Page, Page];
  const [left, right] = (await one.title()).includes('早市') ? [one, other] : [other, one];
  const kept = storedDocuments(userData).find(({ id }) => id !== 'second-draft')!;
  const { bytes } = await buildDocx(kept, standardOptions);
  const files = unzipSync(bytes);
  const changed = strFromU8(files['word/document.xml']!).replace('各区按年度推进', '各区按季度推进');
  const path = join(folder, '改过.docx');
  writeFileSync(path, zipSync({ ...files, 'word/document.xml': strToU8(changed) }));
  await right.getByRole('button', { name: '文库' }).click();
  await answerOpenDialogs(running.app, [path]);
  await right.getByRole('button', { name: /打开已有文稿|打开文件/ }).click();
  await expect(right.getByText('这份文稿已在另一个窗口中打开').first()).toBeVisible();
  // Without a window manager nobody tells a window that it is in front.
  await left.evaluate(() => dispatchEvent(new Event('focus')));
  await expect(left.getByRole('list', { name: '来稿的改动' })).toContainText('季');
  await expect(paperOf(left)).toContainText('各区按季度推进');
  await running.close();
});

test('a machine without a graphics card is not asked for one at the next start', async () => {
  const userData = newUserDataFolder();
  const first = await launchApp({ userData });
  await expect(first.window.getByRole('button', { name: /第一次使用/ })).toBeVisible();
  expect(await first.app.evaluate(({ app }) => app.commandLine.hasSwitch('disable-software-rasterizer'))).toBe(false);
  await expect.poll(() => first.app.evaluate(({ app }) => app.getGPUFeatureStatus().webgl)).not.toBe('disabled_off');
  const compositing = await first.app.evaluate(({ app }) => app.getGPUFeatureStatus().gpu_compositing);
  test.skip(!compositing.startsWith('disabled'), `this machine draws with its card (${compositing})`);
  await first.close();
  const second = await launchApp({ userData });
  await expect(second.window.getByRole('button', { name: /第一次使用/ })).toBeVisible();
  expect(await second.app.evaluate(({ app }) => app.commandLine.hasSwitch('disable-software-rasterizer'))).toBe(true);
  await second.close();
});
