import { once } from 'node:events';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { blockText } from '../../shared/document/plain-text';
import { caretToEndOf } from '../helpers/caret';
import { composeChinese } from '../helpers/compose-chinese';
import { answerSaveDialogs } from '../helpers/desktop-dialogs';
import { launchApp, newUserDataFolder, type RunningApp } from '../helpers/launch-app';
import { storedDocuments } from '../helpers/stored-documents';

const startWith = async (text: string, userData = newUserDataFolder()): Promise<RunningApp> => {
  const path = join(userData, '意见.txt');
  writeFileSync(path, text);
  const running = await launchApp({ userData, args: [path] });
  await expect(running.window.getByRole('textbox', { name: '正文' })).toBeVisible();
  return running;
};
const title = '云川市人民政府关于推进社区养老服务的实施意见';
const draft = `${title}\n\n一、总体要求\n\n到2030年建成站点120个。\n\n二、重点任务\n\n（一）完善设施。新建养老用房。\n`;
const textsOf = (running: RunningApp) =>
  storedDocuments(running.userData).flatMap((document) =>
    document.parts.flatMap((part) => part.children.map(blockText)),
  );

test('a crashed page comes back with a sentence and with every committed word', async () => {
  const running = await startWith(draft);
  await caretToEndOf(running.window, '新建养老用房');
  await composeChinese(running.window, [['peitao', '配套到位。']]);
  await running.window.waitForTimeout(1200);
  await running.app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<void>((resolve) => {
        const { webContents } = BrowserWindow.getAllWindows()[0]!;
        webContents.once('did-finish-load', () => resolve());
        webContents.forcefullyCrashRenderer();
      }),
  );
  expect(textsOf(running)).toContain('完善设施。新建养老用房。配套到位。');
  // The debugger lost the page with its process: what it shows is asked from the main process.
  const shown = () =>
    running.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]!.webContents.executeJavaScript('document.body.innerText'),
    );
  await expect.poll(shown).toContain(title);
  expect(await shown()).toContain('编辑窗口刚才意外中断，已自动恢复。请核对最后写的一句话。');
  await running.kill9();
});

test('paper that a foreign hand has torn is drawn again from the document, nothing lost', async () => {
  const running = await startWith(draft);
  await caretToEndOf(running.window, '重点任务');
  await composeChinese(running.window, [['qingdan', '清单']]);
  await running.window.evaluate(() => {
    const blocks = [...document.querySelectorAll('.paper [data-block]')];
    blocks.find((block) => block.textContent?.includes('新建养老用房'))?.remove();
  });
  // The block that is gone from the page is joined to this one: React finds nothing to take away and gives up.
  await running.window.keyboard.press('Delete');
  const paper = running.window.getByRole('textbox', { name: '正文' });
  await expect(paper).toContainText('重点任务清单完善设施。新建养老用房。');
  await running.window.keyboard.press('Control+z');
  await expect(paper.locator('[data-label="（一）"]')).toHaveText('完善设施。新建养老用房。');
  await running.window.keyboard.press('Control+s');
  await expect.poll(() => textsOf(running)).toContain('完善设施。新建养老用房。');
  expect(textsOf(running)).toEqual(expect.arrayContaining([title, '到2030年建成站点120个。', '重点任务清单']));
  await running.close();
});

test('at a log-off what is unsaved is written: Windows announces it to the window, Linux waits for the app to end', async () => {
  const running = await startWith(draft);
  await caretToEndOf(running.window, '新建养老用房');
  await running.window.keyboard.insertText('注销前的一句。');
  await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.emit('query-session-end'));
  await expect.poll(() => textsOf(running).join(''), { intervals: [20] }).toContain('注销前的一句。');
  const ended = new Promise((resolve) => running.app.process().once('exit', resolve));
  await running.window.keyboard.insertText('关机前的一句。');
  const waits = await running.app.evaluate(({ powerMonitor }) => {
    let isHeld = false;
    const hold = () => {
      isHeld = true;
    };
    (powerMonitor as NodeJS.EventEmitter).emit('shutdown', { preventDefault: hold });
    return isHeld;
  });
  expect(waits).toBe(true);
  await ended;
  expect(textsOf(running).join('')).toContain('注销前的一句。关机前的一句。');
});

test('a window that loses the focus saves at once, before any pause in typing is over', async () => {
  const running = await startWith(draft);
  const { window } = running;
  await expect(window.locator('[data-save="saved"]').first()).toBeVisible();
  await caretToEndOf(window, '新建养老用房');
  // Time stands still: what is saved now is saved without a timer.
  await window.clock.install();
  await window.clock.pauseAt(Date.now() + 60_000);
  await window.keyboard.insertText('切换窗口前的一句。');
  await window.waitForTimeout(1200);
  expect(textsOf(running).join('')).not.toContain('切换窗口前的一句。');
  await window.evaluate(() => globalThis.dispatchEvent(new Event('blur')));
  await expect.poll(() => textsOf(running).join(''), { intervals: [20] }).toContain('切换窗口前的一句。');
  await running.kill9();
  expect(textsOf(running).join('')).toContain('切换窗口前的一句。');
});

for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT'] as const)
  test(`${signal}, with which Linux ends a session, closes the app with the last words written`, async () => {
    test.skip(process.platform === 'win32', 'Windows has no such signals');
    const running = await startWith(draft);
    await caretToEndOf(running.window, '新建养老用房');
    const main = running.app.process();
    const ended = once(main, 'exit');
    await running.window.keyboard.insertText('注销时的一句。');
    main.kill(signal);
    await ended;
    expect(textsOf(running).join('')).toContain('注销时的一句。');
    const again = await launchApp({ userData: running.userData });
    await expect(again.window.getByRole('button', { name: '全部文稿 1' })).toBeVisible();
    await expect(again.window.getByRole('alert')).toHaveCount(0);
    await again.close();
  });

test('a damaged library is moved aside, and the person is told', async () => {
  const running = await startWith(draft);
  await running.close();
  writeFileSync(join(running.userData, 'nigao.db'), 'not a database any more '.repeat(500));
  const again = await launchApp({ userData: running.userData });
  await expect(again.window.getByRole('alert').getByText(/文库文件已损坏/)).toBeVisible();
  const [moved] = readdirSync(join(running.userData, 'damaged'));
  expect(existsSync(join(running.userData, 'damaged', moved!, 'nigao.db'))).toBe(true);
  await again.close();
});

test('an export can be cancelled and leaves nothing behind', async () => {
  const paragraph = '统筹推进各项工作任务落实。'.repeat(30);
  const running = await startWith(`${title}\n\n一、总体要求\n\n${`${paragraph}\n\n`.repeat(600)}`);
  const target = join(running.userData, '长稿.docx');
  await answerSaveDialogs(running.app, target);
  await running.window.getByRole('button', { name: '导出', exact: true }).click();
  // In the moment it appears: the file is there soon after.
  await running.window.evaluate(() => {
    const watcher = new MutationObserver(() => {
      const dialog = [...document.querySelectorAll('[role=dialog]')].find((one) =>
        one.textContent?.includes('正在导出'),
      );
      const cancel = [...(dialog?.querySelectorAll('button') ?? [])].find((one) => one.textContent === '取消');
      if (!cancel) return;
      watcher.disconnect();
      cancel.click();
      document.body.dataset.cancelled = 'true';
    });
    watcher.observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  await running.window.getByRole('button', { name: '选择位置并导出' }).click();
  await expect(running.window.locator('body[data-cancelled]')).toBeAttached();
  await expect(running.window.getByRole('dialog', { name: '导出 Word 文件' })).toBeVisible();
  await running.window.waitForTimeout(1500);
  expect(existsSync(target)).toBe(false);
  await running.close();
});
