import { resolve } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { caretToEndOf } from '../helpers/caret';
import { launchApp, type RunningApp } from '../helpers/launch-app';

const picture = (window: Page, name: string) =>
  window.screenshot({ path: resolve('test-results', 'screens', `${name}.png`) });

const openTemplate = async (): Promise<RunningApp & { errors: string[] }> => {
  const running = await launchApp();
  const { window } = running;
  const errors: string[] = [];
  window.on('pageerror', (error) => errors.push(error.message));
  window.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await window.getByRole('button', { name: '从模板新建' }).click();
  await window.getByLabel('城市', { exact: true }).fill('云川市');
  await window.getByRole('button', { name: '新建文稿' }).click();
  await expect(window.getByRole('textbox', { name: '正文' })).toBeVisible();
  return { ...running, errors };
};

const notes = (window: Page) => window.locator('.paper .responsibility');

test('the unit note is picked by keyboard alone, changed and taken back', async () => {
  const { window, errors, close } = await openTemplate();
  await caretToEndOf(window, '做好跟踪评估');
  await expect(window.locator('.breadcrumb')).toContainText('做好跟踪评估');
  await window.keyboard.press('Control+Shift+R');
  const dialog = window.getByRole('dialog', { name: '责任单位' });
  await expect(dialog).toBeVisible();
  await window.keyboard.type('smzj');
  await expect(dialog.getByRole('option', { name: '市民政局' })).toHaveAttribute('aria-selected', 'true');
  await picture(window, 'unit-picker');
  await window.keyboard.press('Enter');
  await window.keyboard.press('Tab');
  await window.keyboard.type('caizheng');
  await window.keyboard.press('Enter');
  await window.keyboard.insertText('市供水公司');
  await window.keyboard.press('Enter');
  await window.keyboard.press('Tab');
  await window.keyboard.insertText('2027年底前');
  const written = '（牵头单位：市民政局；配合单位：市财政局、市供水公司；完成时限：2027年底前）';
  await expect(dialog.getByRole('status')).toHaveText(written);
  await picture(window, 'unit-picker-filled');
  await window.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(notes(window).last()).toHaveText(written);

  // The caret stands behind the note: the same keys read it again.
  await expect(window.getByRole('button', { name: /正文段落$/ })).toBeDisabled();
  await window.keyboard.press('Control+Enter');
  await expect(dialog.getByRole('button', { name: '去掉市供水公司' })).toBeVisible();
  await dialog.getByRole('combobox', { name: '配合单位' }).focus();
  await window.keyboard.press('Backspace');
  await window.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(notes(window).last()).toHaveText('（牵头单位：市民政局；配合单位：市财政局；完成时限：2027年底前）');
  await expect(window.getByRole('textbox', { name: '正文' })).toBeFocused();
  await window.keyboard.press('Control+z');
  await expect(notes(window).last()).toHaveText(written);
  expect(errors).toEqual([]);
  await close();
});

test('Enter on a unit note that is still to be written asks for the units', async () => {
  const { window, errors, close } = await openTemplate();
  await caretToEndOf(window, '做好跟踪评估');
  await window.keyboard.press('Enter');
  await window.keyboard.type('/zrdw');
  await window.keyboard.press('Enter');
  const note = window.locator('.paper .responsibility.current');
  await expect(note.locator('.placeholder')).toHaveCount(1);
  const before = await notes(window).count();
  await window.keyboard.press('Enter');
  const dialog = window.getByRole('dialog', { name: '责任单位' });
  await expect(dialog).toBeVisible();
  await window.keyboard.type('smzj');
  await expect(dialog.getByRole('option', { name: '市民政局' })).toHaveAttribute('aria-selected', 'true');
  await window.keyboard.press('Enter');
  await window.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(note).toContainText('市民政局');
  await expect(notes(window)).toHaveCount(before);
  expect(errors).toEqual([]);
  await close();
});

test('the form fills the lines of the text and keeps the other fields', async () => {
  const { window, errors, close } = await openTemplate();
  const form = window.getByRole('dialog', { name: '文件信息' });
  await window.getByRole('button', { name: '文件信息' }).click();
  await form.getByLabel('主送').fill('各县（市、区）人民政府：');
  await form.getByLabel('成文日期').fill('2026年3月10日');
  await form.getByLabel('发文字号').fill('云政发[2026]5号');
  await expect(form.getByText('年份用六角括号', { exact: false })).toBeVisible();
  await form.getByLabel('发文字号').fill('云政发〔2026〕5号');
  await form.getByLabel('密级和保密期限').fill('秘密');
  await expect(form.getByRole('alert')).toContainText('不能用于涉密文件');
  await form.getByLabel('印发日期').fill('2026年3月1日');
  await expect(form.getByText('印发日期早于成文日期，请核对。')).toBeVisible();
  await picture(window, 'document-form-filled');
  await form.getByLabel('密级和保密期限').fill('');
  await form.getByLabel('印发日期').fill('2026年3月12日');
  await form.getByRole('button', { name: '保存' }).click();
  await expect(form).toBeHidden();
  await expect(window.locator('.paper .salutation')).toHaveText('各县（市、区）人民政府：');
  await expect(window.locator('.paper .dateLine')).toHaveText('2026年3月10日');

  await window.getByRole('button', { name: '文件信息' }).click();
  await expect(form.getByLabel('主送')).toHaveValue('各县（市、区）人民政府：');
  await expect(form.getByLabel('发文字号')).toHaveValue('云政发〔2026〕5号');
  await window.keyboard.press('Escape');
  await expect(window.getByRole('textbox', { name: '正文' })).toBeVisible();
  await window.getByRole('button', { name: '撤销', exact: true }).first().click();
  await expect(window.locator('.paper .dateLine')).toHaveText('成文日期');

  // An opinion is issued by itself; an action plan by a notice.
  await window.getByRole('button', { name: '文件信息' }).click();
  await expect(form.getByRole('button', { name: '加上印发通知' })).toBeHidden();
  await form.getByLabel('文种').selectOption('行动计划');
  await form.getByRole('button', { name: '保存' }).click();
  await window.getByRole('button', { name: '文件信息' }).click();
  await form.getByRole('button', { name: '加上印发通知' }).click();
  const notice = window.locator('.paper .part-notice');
  await expect(notice.locator('.title')).toContainText('云川市人民政府关于印发《');
  await expect(notice.locator('.signature')).toHaveText('云川市人民政府');
  await picture(window, 'notice');
  await window.keyboard.press('Control+z');
  await expect(notice).toHaveCount(0);
  await window.keyboard.press('Control+y');
  await window.getByRole('button', { name: '文件信息' }).click();
  await form.getByRole('button', { name: '去掉印发通知' }).click();
  await expect(notice).toHaveCount(0);
  await expect(window.locator('.paper .signature')).toHaveText('云川市人民政府');
  expect(errors).toEqual([]);
  await close();
});

test('blocks move into a 专栏 and out of it, and Enter on its empty last item leaves it', async () => {
  const { window, errors, close } = await openTemplate();
  await caretToEndOf(window, '做好跟踪评估');
  await window.keyboard.press('Enter');
  await window.getByRole('button', { name: '专栏', exact: true }).click();
  await window.keyboard.insertText('重点工程');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.insertText('改造管网');
  const boxed = window.locator('.paper .boxed').filter({ hasText: '改造管网' });
  await expect(boxed).toHaveCount(1);
  await window.keyboard.press('Alt+ArrowDown');
  await expect(boxed).toHaveCount(0);
  await window.keyboard.press('Alt+ArrowUp');
  await expect(boxed).toHaveCount(1);
  await window.keyboard.press('Enter');
  await expect(window.locator('.paper .current.boxed')).toHaveCount(1);
  await window.keyboard.press('Enter');
  await expect(window.locator('.paper .current')).toHaveCount(1);
  await expect(window.locator('.paper .current.boxed')).toHaveCount(0);
  expect(errors).toEqual([]);
  await close();
});
