import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import Database from 'better-sqlite3';
import { caretToEndOf } from '../helpers/caret';
import { seriousFindings } from '../helpers/check-accessibility';
import { answerOpenDialogs } from '../helpers/desktop-dialogs';
import { launchApp, newUserDataFolder, type RunningApp } from '../helpers/launch-app';
import { openFixture } from '../helpers/open-fixture';

/**
 * Base UI puts an empty stop before and behind what is open and sends the keyboard on from it; screen readers do
 * not see it, which is what the rule is afraid of.
 */
const focusGuards = { 'aria-hidden-focus': /data-base-ui-focus-guard/ };

const check = async (window: Page, screen: string) => {
  await window.waitForTimeout(250);
  expect(await seriousFindings(window, focusGuards), screen).toEqual([]);
};

/** Every screen and dialog, as a person comes to it. */
const visitAll = async (running: RunningApp) => {
  const { window } = running;
  const press = (keys: string) => window.keyboard.press(keys);
  const button = (name: string | RegExp) => window.getByRole('button', { name, exact: true });
  const dialog = window.locator('.dialog');
  await expect(button(/从模板新建/)).toBeVisible();
  await check(window, 'library, empty');
  await press('Control+k');
  await check(window, 'palette of the library');
  await press('Escape');
  await button('单位名录').click();
  await expect(dialog.getByRole('row').nth(3)).toBeVisible();
  await check(window, 'units');
  await press('Escape');
  await button('本单位模板').click();
  await expect(button('复制实施方案')).toBeVisible();
  await check(window, 'templates');
  await button('复制实施方案').click();
  await button(/^进度安排/).click();
  await check(window, 'template editor');
  await button('不保存').click();
  await button('完成').click();
  await button(/以去年文稿为底稿/).click();
  await check(window, 'an earlier document');
  await press('Escape');
  await button(/从模板新建/).click();
  await expect(dialog.getByRole('textbox').first()).toBeVisible();
  await check(window, 'new document');
  await window.getByLabel('城市', { exact: true }).fill('云川市');
  await button('新建文稿').click();
  await expect(window.getByRole('textbox', { name: '正文' })).toBeVisible();
  await window.getByRole('tab', { name: '检查' }).click();
  await expect(window.locator('.finding').first()).toBeVisible();
  await check(window, 'editor of a template');
  await window.getByRole('tab', { name: '写作提示' }).click();
  await check(window, 'guidance');
  await button('文件信息').click();
  await expect(dialog).toBeVisible();
  await check(window, 'document form');
  await press('Escape');
  await press('Control+e');
  await expect(dialog).toBeVisible();
  await check(window, 'export');
  await press('Escape');
  await press('F1');
  await expect(dialog).toBeVisible();
  await check(window, 'shortcuts');
  await press('Escape');
  await button('文库').click();

  await openFixture(running, 'recognise/implementation-opinion.txt');
  await caretToEndOf(window, '减少化学农药用量');
  await press('Control+Shift+L');
  await expect(window.locator('.chapter-bar')).toBeVisible();
  await check(window, 'one chapter alone');
  await press('Escape');
  await press('Enter');
  await press('/');
  await expect(window.getByRole('listbox')).toBeVisible();
  await check(window, 'insert menu');
  await press('Escape');
  await press('Escape');
  for (const [keys, screen] of [
    ['Control+Shift+Y', 'references'],
    ['Control+Shift+R', 'units'],
  ] as const) {
    await caretToEndOf(window, '观景台和停车场');
    await press(keys);
    await expect(dialog).toBeVisible();
    await check(window, screen);
    await press('Escape');
    await expect(dialog).toHaveCount(0);
  }
  for (const [typed, screen] of [
    ['bianhaofangshi', 'numbering'],
    ['charubiaoge', 'table'],
  ] as const) {
    await caretToEndOf(window, '观景台和停车场');
    await press('Control+k');
    await expect(window.getByRole('dialog', { name: '命令' })).toBeVisible();
    await window.keyboard.type(typed);
    await press('Enter');
    await expect(window.getByRole('dialog', { name: '命令' })).toHaveCount(0);
    await check(window, screen);
    await press('Escape');
  }
  await press('Control+k');
  await expect(window.getByRole('dialog', { name: '命令' })).toBeVisible();
  await window.keyboard.type('cgst');
  await press('Enter');
  await expect(window.locator('[data-view="draft"]')).toBeVisible();
  await check(window, 'draft view');
  await window.getByRole('treeitem', { name: '三、 做活景区' }).focus();
  await press('Delete');
  await expect(window.locator('.toast').first()).toBeVisible();
  await check(window, 'after a deletion');
  await press('Control+k');
  await expect(window.getByRole('listbox')).toBeVisible();
  await check(window, 'palette of the editor');
  await press('Escape');
  await button('文库').click();

  const broken = join(running.userData, '损坏.docx');
  writeFileSync(broken, 'no document');
  await answerOpenDialogs(running.app, [broken]);
  await button(/打开已有文稿/).click();
  await expect(dialog).toBeVisible();
  await check(window, 'import report');
  await press('Escape');
  await expect(window.getByRole('row', { name: /茶旅融合/ })).toBeVisible();
  await check(window, 'library');
  await button(/更多操作/)
    .first()
    .click();
  await expect(window.getByRole('menu')).toBeVisible();
  await check(window, 'menu of a document');
  await window.getByRole('menuitem', { name: '移到回收站' }).click();
  await button(/^回收站/).click();
  await check(window, '回收站');
  await button(/^清空回收站/).click();
  await expect(window.getByRole('alertdialog')).toBeVisible();
  await check(window, 'question');
  await press('Escape');
};

for (const theme of ['light', 'dark'] as const) {
  test(`axe has nothing serious to say of any screen or dialog (${theme})`, async () => {
    test.setTimeout(150_000);
    const running = await launchApp();
    await running.window.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await expect(running.window.locator('html')).toHaveAttribute('data-theme', theme);
    await visitAll(running);
    await running.close();

    const folder = newUserDataFolder();
    const db = new Database(join(folder, 'nigao.db'));
    db.pragma('user_version = 99990');
    db.close();
    const refused = await launchApp({ userData: folder });
    await refused.window.emulateMedia({ colorScheme: theme });
    await expect(refused.window.getByRole('heading', { name: '文库没有打开' })).toBeVisible();
    await check(refused.window, 'recovery');
    await refused.close();
  });
}

type AxNode = Readonly<{
  nodeId: string;
  ignored: boolean;
  role?: { value?: string };
  name?: { value?: string };
  childIds?: readonly string[];
}>;

test('a screen reader hears the number of every heading, item and 专栏 with its text', async () => {
  const running = await launchApp();
  await openFixture(running, 'recognise/implementation-opinion.txt');
  const session = await running.window.context().newCDPSession(running.window);
  const heard = async () => {
    const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as { nodes: readonly AxNode[] };
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const textOf = (node: AxNode): string =>
      node.role?.value === 'StaticText'
        ? (node.name?.value ?? '')
        : (node.childIds ?? []).map((id) => textOf(byId.get(id)!)).join('');
    const paper = nodes.find((node) => node.role?.value === 'textbox' && node.name?.value === '正文')!;
    const headings = nodes.filter((node) => node.role?.value === 'heading').map((node) => node.name?.value);
    return { text: textOf(paper).replace(/\s/g, ''), headings };
  };
  const { text, headings } = await heard();
  for (const words of ['一、总体要求', '二、建好茶园', '四、保障措施']) expect(headings).toContain(words);
  for (const words of ['（一）指导思想。', '（五）打通旅游环线。', '专栏1茶园提质工程', '——良种繁育。'])
    expect(text).toContain(words);

  // And the new one at once, when numbers change.
  await running.window.getByRole('treeitem', { name: '二、 建好茶园' }).focus();
  await running.window.keyboard.press('Alt+ArrowUp');
  await expect.poll(async () => (await heard()).headings).toContain('一、建好茶园');
  expect((await heard()).text).toContain('（一）改造老旧茶园。');
  await running.close();
});
