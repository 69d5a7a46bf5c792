import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { blockText } from '../../shared/document/plain-text';
import { buildDocx } from '../../shared/export/docx/build-docx';
import { standardOptions } from '../../shared/export/export-options';
import { makeDocx, paragraph } from '../fixtures/docx/make-docx';
import { caretToEndOf } from '../helpers/caret';
import { seriousFindings } from '../helpers/check-accessibility';
import { answerOpenDialogs } from '../helpers/desktop-dialogs';
import { launchApp, newUserDataFolder, type RunningApp } from '../helpers/launch-app';
import { storedDocuments } from '../helpers/stored-documents';

const userData = newUserDataFolder();
let running: RunningApp;
let page: Page;
const errors: string[] = [];

test.beforeAll(async () => {
  running = await launchApp({ userData });
  page = running.window;
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
});
test.describe.configure({ mode: 'serial' });
test.afterEach(() => expect(errors).toEqual([]));
test.afterAll(() => running.close());

/** Opens a file as a person does, from the library. */
const open = async (name: string, content: Uint8Array | string): Promise<void> => {
  const path = join(userData, name);
  writeFileSync(path, content);
  if (await page.getByRole('button', { name: '文库', exact: true }).isVisible())
    await page.getByRole('button', { name: '文库', exact: true }).click();
  await answerOpenDialogs(running.app, [path]);
  await page.getByRole('button', { name: /打开已有文稿|打开文件/ }).click();
  await expect(page.locator('.paper')).toBeVisible();
};
const card = (text: string) => page.locator('.doubt').filter({ hasText: text });
/** Waits until the document last changed holds a text on disk. */
const stored = (text: string): Promise<void> =>
  expect
    .poll(() => storedDocuments(userData)[0]!.parts.flatMap((part) => part.children.map(blockText)))
    .toContain(text);
const picture = async (name: string): Promise<void> => {
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await page.screenshot({ path: `test-results/screens/${name}-${theme}.png` });
  }
  await page.emulateMedia({ colorScheme: 'light' });
};

const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
const tracked = makeDocx(
  `${paragraph('云川市早市提升方案')}${paragraph('一、摸清底数')}<w:p>${run('市商务局')}<w:ins w:author="王芳">${run('会同市城管局')}</w:ins><w:del w:author="王芳"><w:r><w:delText>单独</w:delText></w:r></w:del>${run('逐户登记。')}<w:r><w:commentReference w:id="1"/></w:r></w:p>`,
  '',
  undefined,
  {
    'word/comments.xml': [
      'comments',
      `<w:comment w:id="1" w:author="李明">${paragraph('口径与去年一致吗')}</w:comment>`,
    ],
    'word/header1.xml': ['hdr', paragraph('征求意见稿')],
  },
);

test('what was guessed is listed beside the text with its line; one click goes there, one corrects it, undo takes it back', async () => {
  const draft = ['云川市早市提升方案', '一、重点任务', '1.登记摊主。逐户上门。2.核对证件。', '二、保障措施', ''].join(
    '\n',
  );
  await open('早市.txt', draft);
  await expect(page.getByRole('tab', { name: '待核对' })).toHaveAttribute('aria-selected', 'true');
  const glued = card('接在上一段的末尾');
  await expect(glued.locator('.doubt-source')).toContainText('逐户上门。2.核对证件。');
  await glued.locator('.doubt-what').click();
  await expect
    .poll(() => page.evaluate(() => getSelection()?.focusNode?.parentElement?.closest('[data-block]')?.textContent))
    .toContain('核对证件');
  expect(await seriousFindings(page)).toEqual([]);
  await picture('doubts');
  await glued.getByRole('button', { name: '不是标题' }).click();
  await expect(page.getByText('读入时要核对的都已核对。')).toBeVisible();
  await stored('2.核对证件。');
  await page.getByRole('button', { name: '撤销', exact: true }).last().click();
  await expect(glued).toBeVisible();
  await stored('核对证件。');
});

test('lines that did not go into the text are listed and can be put in', async () => {
  await open('方案.docx', tracked);
  await expect(page.getByRole('dialog', { name: '来稿带有修订' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByText('没有放进文稿的 1 行').click();
  await expect(page.getByRole('list', { name: '没有放进文稿的行' })).toContainText('页眉：征求意见稿');
  await expect(card('口径与去年一致吗')).toContainText('李明');
});

test('tracked changes are asked about: each looked at, one refused, one accepted, by keyboard too', async () => {
  await open('方案二.docx', tracked);
  const dialog = page.getByRole('dialog', { name: '来稿带有修订' });
  await dialog.getByRole('radio', { name: '全部接受' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await picture('tracked-changes');
  await dialog.getByRole('button', { name: '确定' }).click();
  await page.getByRole('button', { name: '新增 王芳会同市城管局' }).click();
  await picture('tracked-changes-list');
  await page.getByRole('button', { name: '不接受，删去' }).click();
  await stored('市商务局逐户登记。');
  await page.getByRole('button', { name: '不接受，恢复' }).click();
  await stored('市商务局单独逐户登记。');
  await expect(page.getByText('已核对 2 处', { exact: true })).toBeVisible();
});

test('an export that was changed in Word comes back to its document, with what changed listed', async () => {
  const [document] = storedDocuments(userData);
  const { bytes } = await buildDocx(document!, standardOptions);
  const files = unzipSync(bytes);
  const text = strFromU8(files['word/document.xml']!).replace('单独逐户登记', '单独逐户上门登记');
  await open('改过.docx', zipSync({ ...files, 'word/document.xml': strToU8(text) }));
  const change = page.getByRole('list', { name: '来稿的改动' }).getByRole('listitem');
  await expect(change).toHaveCount(1);
  await expect(change.locator('ins')).toHaveText('上门');
  await change.getByRole('button').click();
  await picture('returned');
  expect(await seriousFindings(page)).toEqual([]);
  expect(storedDocuments(userData)).toHaveLength(3);
  await stored('市商务局单独逐户上门登记。');
  await page.getByRole('button', { name: '另作一份新文稿' }).click();
  await expect.poll(() => storedDocuments(userData).length).toBe(4);
  const all = storedDocuments(userData).map(({ parts }) => parts.flatMap(({ children }) => children.map(blockText)));
  expect(all.filter((one) => one.includes('市商务局单独逐户上门登记。'))).toHaveLength(1);
});

test('a paragraph that was taken away comes back as one; one that was read too long falls in two at the caret', async () => {
  const gone = `<w:p><w:pPr><w:rPr><w:del w:author="王芳"/></w:rPr></w:pPr><w:del w:author="王芳"><w:r><w:delText>腾退旧棚，限期一个月。</w:delText></w:r></w:del></w:p>`;
  const body = [
    ...['云川市夜市提升方案', '一、摸清底数'].map((text) => paragraph(text)),
    gone,
    paragraph('1.登记摊主。逐户上门。2.核对证件。'),
  ];
  await open('夜市.docx', makeDocx(body.join('')));
  const dialog = page.getByRole('dialog', { name: '来稿带有修订' });
  await dialog.getByRole('radio', { name: '逐处核对' }).check();
  await dialog.getByRole('button', { name: '确定' }).click();
  await page.getByRole('button', { name: '不接受，恢复这一段' }).click();
  await stored('腾退旧棚，限期一个月。');
  const glued = card('接在上一段的末尾');
  await caretToEndOf(page, '核对证件');
  await page.keyboard.press('Home');
  for (let step = 0; step < 2; step += 1) await page.keyboard.press('ArrowRight');
  await glued.getByRole('button', { name: '拆成两段' }).click();
  await stored('核对');
  await stored('证件。');
  await picture('doubts-split');
  await page.locator('.toast').filter({ hasText: '已改正' }).getByRole('button', { name: '撤销' }).click();
  await stored('核对证件。');
});

test('traditional text and half-width marks are shown and changed in one step each, from the palette', async () => {
  const draft = [
    '雲川市早市方案',
    '一、最佳化佈局',
    '推進網際網路+政務服務,公開結果.見GB/T 9704-2012.',
    '二、保障措施',
    '',
  ].join('\n');
  await open('繁體.txt', draft);
  const command = async (name: string): Promise<void> => {
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder(/命令/).fill(name);
    await page.keyboard.press('Enter');
  };
  await command('繁体转简体');
  const dialog = page.getByRole('dialog', { name: '繁体转简体，改用大陆用语' });
  await expect(dialog.getByRole('list', { name: '将要改动的地方' })).toContainText('網際網路→互联网');
  await picture('wording-mainland');
  expect(await seriousFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: /^改 \d+ 处$/ }).click();
  await stored('优化布局');
  await stored('推进互联网+政务服务,公开结果.见GB/T 9704-2012.');
  await command('半角标点');
  await picture('wording-marks');
  await page
    .getByRole('dialog', { name: '半角标点改全角' })
    .getByRole('button', { name: /^改 \d+ 处$/ })
    .click();
  await stored('推进互联网+政务服务，公开结果。见GB/T 9704-2012.');
  await page.getByRole('textbox', { name: '正文' }).press('Control+z');
  await stored('推进互联网+政务服务,公开结果.见GB/T 9704-2012.');
  await page.getByRole('textbox', { name: '正文' }).press('Control+z');
  await stored('最佳化佈局');
});
