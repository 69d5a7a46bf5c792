import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import Database from 'better-sqlite3';
import { blockText } from '../../shared/document/plain-text';
import { seriousFindings } from '../helpers/check-accessibility';
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
  expect(await seriousFindings(window)).toEqual([]);
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
