import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { caretToEndOf } from '../helpers/caret';
import { launchApp, newUserDataFolder, type RunningApp } from '../helpers/launch-app';

const source = [
  '云川市人民政府关于推进社区养老服务的实施意见',
  '各区人民政府，市政府各部门：',
  '为推进社区养老服务，现提出如下意见。',
  '一、总体要求',
  '（一）主要目标。到2030年，建成站点120个。',
  '（二）工作原则。统筹布局。',
  '二、重点任务',
  '（一）完善设施。新建小区同步配套养老用房。',
  '（二）培育队伍。每年培训护理员。',
  '',
].join('\n');

let running: RunningApp;
const errors: string[] = [];
// The tests share one window and go on from one another: a retry begins with the first.
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  const userData = newUserDataFolder();
  const path = join(userData, '意见.txt');
  writeFileSync(path, source);
  running = await launchApp({ userData, args: [path] });
  running.window.on('pageerror', (error) => errors.push(error.message));
  await expect(running.window.getByRole('textbox', { name: '正文' })).toBeVisible();
});
test.afterAll(() => running.close());
test.afterEach(() => expect(errors).toEqual([]));

const numbers = () =>
  running.window
    .locator('.paper .clause[data-label]')
    .evaluateAll((blocks) => blocks.map((block) => block.getAttribute('data-label')));
const menu = async (item: string | RegExp) => {
  await running.window.getByRole('button', { name: '编号', exact: true }).click();
  await running.window.getByRole('menuitem', { name: item }).click();
};
const asOpened = ['一、', '（一）', '（二）', '二、', '（一）', '（二）'];

test('the way numbers run is chosen beside an example that follows, and is one step of undo', async () => {
  const { window } = running;
  await caretToEndOf(window, '主要目标');
  await menu('编号方式…');
  const dialog = window.getByRole('dialog', { name: '编号方式' });
  await expect(dialog.getByRole('list', { name: '示例' })).toContainText('（一）完善设施');
  await dialog.getByLabel('“（一）”').selectOption({ label: '从头到尾连续编号' });
  await expect(dialog.getByRole('list', { name: '示例' })).toContainText('（三）完善设施');
  await dialog.getByRole('button', { name: '确定' }).click();
  await expect.poll(numbers).toEqual(['一、', '（一）', '（二）', '二、', '（三）', '（四）']);
  await window.keyboard.press('Control+z');
  await expect.poll(numbers).toEqual(asOpened);
});

test('frozen numbers stay when items are put in and taken out, and are counted again afterwards', async () => {
  const { window } = running;
  await caretToEndOf(window, '主要目标');
  await menu('冻结全部编号');
  await expect(window.getByText('编号已冻结：')).toBeVisible();
  await window.keyboard.press('Enter');
  await window.keyboard.type('适用范围。');
  await expect.poll(numbers).toEqual(['一、', '（一）', '（一）之一', '（二）', '二、', '（一）', '（二）']);
  await window.getByRole('button', { name: '解除冻结' }).click();
  await expect(window.getByText('编号已冻结：')).toBeHidden();
  await expect.poll(numbers).toEqual(['一、', '（一）', '（二）', '（三）', '二、', '（一）', '（二）']);
  await window.keyboard.press('Control+z');
  await expect.poll(numbers).toContain('（一）之一');
  await window.keyboard.press('Control+z');
  await window.keyboard.press('Control+z');
  await window.keyboard.press('Control+z');
  await expect.poll(numbers).toEqual(asOpened);
  await expect(window.getByText('编号已冻结：')).toBeHidden();
});

test('one number is locked by the palette, shows it, and is released by the menu', async () => {
  const { window } = running;
  await caretToEndOf(window, '培育队伍');
  await window.keyboard.press('Control+k');
  await window.keyboard.type('sdbh');
  await window.keyboard.press('Enter');
  await expect(window.locator('.paper .locked')).toHaveAttribute('data-label', '（二）');
  await caretToEndOf(window, '主要目标');
  await caretToEndOf(window, '培育队伍');
  await menu('解除锁定“（二）”');
  await expect(window.locator('.paper .locked')).toHaveCount(0);
});
