import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import Database from 'better-sqlite3';
import { createDocumentsRepo } from '../../electron/storage/repos/documents-repo';
import { createPicturesRepo } from '../../electron/storage/repos/pictures-repo';
import { createVersionsRepo } from '../../electron/storage/repos/versions-repo';
import type { GovDocument } from '../../shared/document/document';
import { packNigaoFile } from '../../shared/file/nigao-file';
import { recogniseText } from '../../shared/recognise/recognise';
import { caretToEndOf } from '../helpers/caret';
import { answerSaveDialogs } from '../helpers/desktop-dialogs';
import { launchApp, newUserDataFolder } from '../helpers/launch-app';
import { makePng, pictureBlock } from '../helpers/make-picture';

const folder = newUserDataFolder();
const picture = pictureBlock('picture-1', makePng(320, 200), '站点分布示意');

/** A plan with a picture and a slip. */
const draft = (): GovDocument => {
  const { document } = recogniseText(
    '云川市社区书屋建设实施方案\n一、主要目标\n到2028年，建成社区书屋60个。\n二、主要任务\n（一）布局书屋。其它街道设流动书车。\n',
  );
  const [main] = document.parts;
  return { ...document, parts: [{ ...main!, children: [...main!.children, picture] }] };
};

/** All that a data folder holds of its one document. */
const heldIn = (userData: string) => {
  const db = new Database(join(userData, 'nigao.db'), { readonly: true });
  try {
    const [row] = createDocumentsRepo(db).list();
    const { document } = createDocumentsRepo(db).open(row!.id);
    const versions = createVersionsRepo(db);
    return {
      document,
      versions: versions.list(row!.id).map(({ version, keptAt, reason, name }) => ({
        keptAt,
        reason,
        name,
        document: versions.open(row!.id, version),
      })),
      pictures: [...createPicturesRepo(db).of(row!.id, document)].map(([sha256, bytes]) => [sha256, bytes.length]),
    };
  } finally {
    db.close();
  }
};

const paper = (window: Page) => window.getByRole('textbox', { name: '正文' });

test('a document is the same in another data folder: text, versions, findings let stand, pictures', async () => {
  const source = join(folder, '初稿.nigao');
  const document = draft();
  writeFileSync(source, packNigaoFile(document, new Map([[picture.picture.sha256, makePng(320, 200)]])));
  const one = await launchApp({ args: [source] });
  const { window } = one;
  await expect(paper(window)).toContainText('其它街道设流动书车');
  await window.getByRole('tab', { name: '检查' }).click();
  await window.locator('.finding').filter({ hasText: '其它' }).first().getByRole('button', { name: '忽略' }).click();
  await window.locator('.dialog').getByLabel('说明').fill('沿用原有提法');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('button', { name: /^已说明理由/ })).toContainText('1');
  await window.getByRole('tab', { name: '版本' }).click();
  await window.getByRole('textbox', { name: '版本名称' }).fill('送审稿');
  await window.keyboard.press('Enter');
  await expect(window.getByText('已存为“送审稿”。')).toBeVisible();
  await caretToEndOf(window, '建成社区书屋60个');
  await window.keyboard.insertText('藏书18万册。');
  await window.getByRole('button', { name: '文库' }).click();
  const target = join(folder, '交换.nigao');
  await answerSaveDialogs(one.app, target);
  const row = window.locator('.library-table tbody tr').first();
  await row.getByRole('button', { name: /更多操作/ }).click();
  await window.getByRole('menuitem', { name: '另存为文件' }).click();
  await expect.poll(() => existsSync(target)).toBe(true);
  await expect(window.locator('.toast').filter({ hasText: '已另存到' })).toContainText('个版本');
  await one.close();

  const other = await launchApp({ args: [target] });
  await expect(paper(other.window)).toContainText('藏书18万册。');
  await expect(paper(other.window).locator('img')).toHaveJSProperty('naturalWidth', 320);
  await other.window.getByRole('tab', { name: '检查' }).click();
  const waived = other.window.getByRole('button', { name: /^已说明理由/ });
  await expect(waived).toContainText('1');
  await expect(other.window.locator('.finding').filter({ hasText: '其它' })).toHaveCount(0);
  await waived.click();
  await expect(other.window.locator('.finding-waiver')).toContainText('沿用原有提法');
  await other.window.getByRole('tab', { name: '版本' }).click();
  const versions = other.window.getByRole('list', { name: '版本' });
  await expect(versions.getByText('送审稿')).toBeVisible();
  await versions.getByRole('listitem').filter({ hasText: '送审稿' }).getByRole('button', { name: '看改动' }).click();
  await expect(other.window.locator('.dialog-full')).toContainText('藏书18万册。');
  await other.close();

  const [there, here] = [heldIn(other.userData), heldIn(one.userData)];
  expect(there.document).toEqual(here.document);
  expect(there.pictures).toEqual(here.pictures);
  expect(there.pictures).toHaveLength(1);
  // What was kept as the file left stands there as what was read from it.
  const carried = here.versions.filter(({ reason }) => reason !== 'exported');
  expect(carried.map(({ name }) => name)).toContain('送审稿');
  expect(there.versions).toEqual([{ ...there.versions[0], reason: 'imported', document: here.document }, ...carried]);
});
