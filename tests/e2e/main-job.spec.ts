import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { caretToEndOf } from '../helpers/caret';
import { composeChinese } from '../helpers/compose-chinese';
import { answerSaveDialogs, recordShownFiles } from '../helpers/desktop-dialogs';
import { docxText } from '../helpers/docx-text';
import { launchApp, newUserDataFolder } from '../helpers/launch-app';
import { printedTexts, storedDocuments } from '../helpers/stored-documents';

const userData = newUserDataFolder();

test('a draft from the template survives a kill and leaves as an official Word file', async () => {
  const first = await launchApp({ userData });
  const { window } = first;

  await window.getByRole('button', { name: '从模板新建' }).click();
  await window.getByLabel('城市', { exact: true }).fill('云川市');
  await window.getByLabel('事由', { exact: true }).fill('推进社区养老服务');
  await window.getByRole('button', { name: '新建文稿' }).click();
  const paper = window.getByRole('textbox', { name: '正文' });
  await expect(paper).toBeVisible();
  await expect(
    window.getByRole('heading', { level: 1, name: '云川市人民政府关于推进社区养老服务的实施意见' }),
  ).toHaveCount(2);

  // A new chapter at the end of 保障措施, typed through an input method, in the middle of which the power goes.
  const outline = window.getByRole('navigation', { name: '提纲' });
  await caretToEndOf(window, '做好跟踪评估');
  await window.keyboard.press('Enter');
  await composeChinese(window, [
    ['jiaqiang', '加强'],
    ['duiwu', '队伍'],
    ['jianshe', '建设'],
    ['。', '。'],
    ['daoerlingsanlingnian', '到2030年培训护理员1200名'],
    ['。', '。'],
  ]);
  await expect(outline.getByRole('treeitem', { name: '（十） 加强队伍建设' })).toBeVisible();
  await expect(window.getByRole('button', { name: /^保障措施/ })).toContainText('字');
  await window.waitForTimeout(2000);
  await first.kill9();

  expect(
    storedDocuments(userData)
      .map((document) => printedTexts(document).join('\n'))
      .join(),
  ).toContain('（十）加强队伍建设。到2030年培训护理员1200名。');

  const second = await launchApp({ userData });
  await second.window.getByRole('row', { name: /推进社区养老服务/ }).dblclick();
  await expect(second.window.getByRole('textbox', { name: '正文' })).toContainText(
    '加强队伍建设。到2030年培训护理员1200名。',
  );

  const target = join(userData, '实施意见.docx');
  await answerSaveDialogs(second.app, target);
  const shownFiles = await recordShownFiles(second.app);
  await second.window.getByRole('button', { name: '导出', exact: true }).click();
  await second.window.getByRole('button', { name: '选择位置并导出' }).click();
  await expect(second.window.getByRole('dialog', { name: '已导出' })).toContainText(target);
  expect(await shownFiles()).toEqual([target]);
  expect(existsSync(target)).toBe(true);
  await second.close();

  const exported = docxText(target).replace(/\s/g, '');
  let from = 0;
  for (const text of printedTexts(storedDocuments(userData)[0]!)) {
    const wanted = text.replace(/\s/g, '');
    const at = exported.indexOf(wanted, from);
    expect(at, `“${wanted}” stands in the Word file, in order`).toBeGreaterThanOrEqual(from);
    from = at + wanted.length;
  }
});

test('closing in the middle of a sentence keeps what was committed', async () => {
  const folder = newUserDataFolder();
  const first = await launchApp({ userData: folder });
  await first.window.getByRole('button', { name: '从模板新建' }).click();
  await first.window.getByRole('button', { name: '新建文稿' }).click();
  await caretToEndOf(first.window, '做好跟踪评估');
  await composeChinese(first.window, [
    ['quanshi', '全市各级'],
    ['bixu', '必须'],
  ]);
  // No pause: the window closes before the first save is due.
  await first.close();

  expect(storedDocuments(folder).flatMap(printedTexts).join('\n')).toContain('全市各级必须');
});
