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
