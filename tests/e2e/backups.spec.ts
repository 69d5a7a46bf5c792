import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { seriousFindings } from '../helpers/check-accessibility';
import { answerOpenDialogs } from '../helpers/desktop-dialogs';
import { launchApp, newUserDataFolder } from '../helpers/launch-app';

test('the library is backed up onto a stick and restored from it, in the app', async () => {
  const userData = newUserDataFolder();
  const stick = mkdtempSync(join(tmpdir(), 'nigao-stick-'));
  const draft = join(userData, '方案.txt');
  writeFileSync(draft, '云川市社区助餐实施方案\n\n一、总体要求\n\n到2028年建成食堂90个。\n');
  const { app, window, close } = await launchApp({ userData, args: [draft] });
  await window.getByRole('button', { name: '文库' }).click();
  const rows = window.locator('.library-table tbody tr');
  await expect(rows).toHaveCount(1);

  const dialog = window.getByRole('dialog', { name: '备份与恢复' });
  const open = () => window.getByRole('button', { name: '备份与恢复' }).click();
  await open();
  await dialog.getByRole('button', { name: '立即备份' }).click();
  await expect(dialog.getByRole('listitem')).toHaveCount(1);
  await answerOpenDialogs(app, [stick]);
  await dialog.getByRole('button', { name: '备份到其他位置' }).click();
  await expect(window.getByText(/已备份到/)).toBeVisible();
  await window.screenshot({ path: 'test-results/screens/backups-1280.png' });
  expect(await seriousFindings(window)).toEqual([]);
  await window.keyboard.press('Escape');

  await rows.first().focus();
  await window.keyboard.press('Delete');
  await expect(rows).toHaveCount(0);
  await answerOpenDialogs(app, [join(stick, readdirSync(stick)[0]!)]);
  await open();
  await dialog.getByRole('button', { name: '从备份文件恢复' }).click();
  await window.getByRole('alertdialog').getByRole('button', { name: '恢复' }).click();
  await expect(window.getByText('已恢复备份。').first()).toBeVisible();
  await expect(rows).toHaveCount(1);
  await rows.first().dblclick();
  await expect(window.getByRole('textbox', { name: '正文' })).toContainText('建成食堂90个');
  await close();
});
