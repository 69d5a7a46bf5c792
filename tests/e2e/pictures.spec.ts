import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { buildDocx } from '../../shared/export/docx/build-docx';
import { standardOptions } from '../../shared/export/export-options';
import type { WindowApi } from '../../shared/ipc/window-api';
import { caretToEndOf } from '../helpers/caret';
import { seriousFindings } from '../helpers/check-accessibility';
import { composeChinese } from '../helpers/compose-chinese';
import { answerOpenDialogs, answerSaveDialogs, recordShownFiles } from '../helpers/desktop-dialogs';
import { launchApp, newUserDataFolder, type RunningApp } from '../helpers/launch-app';
import { makeJpeg, makePng, pictureBlock, pictureOf, withOrientation } from '../helpers/make-picture';
import { storedDocuments } from '../helpers/stored-documents';
import { documentOf } from '../unit/pictures/picture-document';

const userData = newUserDataFolder();
const picturePath = join(userData, '站点分布.png');
const png = makePng(360, 200);
let running: RunningApp;
const errors: string[] = [];
const watch = (window: Page) => {
  window.on('pageerror', (error) => errors.push(error.message));
  window.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
};
// The tests share one window and go on from one another: a retry begins with the first.
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  const path = join(userData, '方案.txt');
  writeFileSync(path, ['云川市市场监管服务站建设方案', '服务站布局如下。', '各区按年度推进。', ''].join('\n'));
  writeFileSync(picturePath, png);
  running = await launchApp({ userData, args: [path] });
  watch(running.window);
  await expect(running.window.getByRole('textbox', { name: '正文' })).toBeVisible();
});
test.afterAll(() => running.close());

const pictures = () => running.window.locator('.paper .block.picture');
const drawn = () =>
  running.window
    .locator('.paper .block.picture img')
    .evaluateAll((all) => (all as HTMLImageElement[]).map((image) => image.naturalWidth));
const captions = () => running.window.locator('.paper .block.picture .caption');
const stored = () =>
  storedDocuments(userData)[0]!.parts.flatMap(({ children }) =>
    children.flatMap((block) =>
      block.type === 'picture'
        ? [`${block.picture.widthPercent} ${block.children.map(({ text }) => text).join('')}`]
        : [],
    ),
  );
const saved = async (wanted: readonly string[]): Promise<void> => {
  await expect(async () => {
    await running.window.keyboard.press('Control+s');
    expect(stored()).toEqual(wanted);
  }).toPass();
  expect(errors).toEqual([]);
};

test('a picture is put in by the palette, and gets its number by a caption that is composed', async () => {
  const { app, window } = running;
  await answerOpenDialogs(app, [picturePath]);
  await caretToEndOf(window, '服务站布局如下');
  await window.keyboard.press('Control+k');
  await window.keyboard.insertText('插入图片');
  await window.keyboard.press('Enter');
  await expect(pictures()).toHaveCount(1);
  await expect.poll(drawn).toEqual([360]);
  await expect(window.getByRole('textbox', { name: '正文' })).toBeFocused();
  await composeChinese(window, [
    ['zhandian', '站点'],
    ['fenbu', '分布'],
  ]);
  await expect(captions()).toHaveText('站点分布');
  await expect(captions()).toHaveAttribute('data-label', '图1');
  const image = await pictures().locator('img').boundingBox();
  const caption = await captions().boundingBox();
  expect(image!.y + image!.height).toBeLessThanOrEqual(caption!.y + 4);
  await saved(['61 站点分布']);
  await window.screenshot({ path: test.info().outputPath('picture.png') });
});

test('keys and the dialog change width and 替代文字, each one step of undo', async () => {
  const { window } = running;
  await window.keyboard.press('Control+]');
  await saved(['66 站点分布']);
  await window.keyboard.press('Control+[');
  await window.keyboard.press('Control+Enter');
  const dialog = window.getByRole('dialog', { name: '图片设置' });
  await expect(dialog.getByLabel('宽度（正文宽度的百分之几）')).toHaveValue('61');
  await dialog.getByLabel('宽度（正文宽度的百分之几）').fill('5');
  await expect(dialog.getByRole('button', { name: '确定' })).toBeDisabled();
  await dialog.getByLabel('宽度（正文宽度的百分之几）').fill('40');
  await dialog.getByLabel(/^替代文字/).fill('三个服务站的位置');
  expect(await seriousFindings(window)).toEqual([]);
  await window.screenshot({ path: test.info().outputPath('dialog.png') });
  await dialog.getByRole('button', { name: '确定' }).click();
  await expect(window.getByRole('img', { name: '三个服务站的位置' })).toBeVisible();
  await saved(['40 站点分布']);
  await expect(window.getByRole('textbox', { name: '正文' })).toBeFocused();
  await window.keyboard.press('Control+z');
  await saved(['61 站点分布']);
  await window.keyboard.press('Control+y');
  await saved(['40 站点分布']);
});

test('a screen shot is pasted behind the paragraph; other kinds are refused with what to do', async () => {
  const { window } = running;
  const paste = (bytes: readonly number[], type: string) =>
    window.evaluate(
      ([data, mime]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([Uint8Array.from(data)], 'image', { type: mime }));
        const event = new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true });
        document.querySelector('.paper')!.dispatchEvent(event);
      },
      [bytes, type] as const,
    );
  await caretToEndOf(window, '各区按年度');
  await paste([...makePng(120, 60, 20)], 'image/png');
  await expect(pictures()).toHaveCount(2);
  await saved(['40 站点分布', '20 ']);
  await paste([...Buffer.from('GIF89a')], 'image/gif');
  await expect(window.getByText('这不是 PNG 或 JPEG 图片，没有插入。')).toBeVisible();
  await expect(pictures()).toHaveCount(2);
});

test('a text from Word comes without its pictures, which is said', async () => {
  const { window } = running;
  await caretToEndOf(window, '各区按年度');
  await window.evaluate(() => {
    const transfer = new DataTransfer();
    transfer.setData('text/html', '<p>另行通知。<img width=10 src="file:///C:/msohtmlclip1/clip_image001.png"></p>');
    transfer.setData('text/plain', '另行通知。');
    const event = new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true });
    document.querySelector('.paper')!.dispatchEvent(event);
  });
  await expect(window.getByText('文字已粘贴，图片没有带过来。')).toBeVisible();
  await expect(window.locator('.paper .block').filter({ hasText: '各区按年度推进。另行通知。' })).toHaveCount(1);
  await window.keyboard.press('Control+z');
  await saved(['40 站点分布', '20 ']);
});

test('a photo is turned as its camera says, a file dropped on the paper goes where it was dropped', async () => {
  const { window } = running;
  const photo = withOrientation(makeJpeg(64, 32), 6, 'big');
  const line = await window.locator('.paper .block').filter({ hasText: '服务站布局' }).boundingBox();
  await window.evaluate(
    ([data, x, y]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(data)], '照片.jpg', { type: 'image/jpeg' }));
      const place = { clientX: x, clientY: y, dataTransfer: transfer, bubbles: true, cancelable: true };
      document.elementFromPoint(x, y)!.dispatchEvent(new DragEvent('drop', place));
    },
    [[...photo], line!.x + 60, line!.y + line!.height / 2] as const,
  );
  await expect(pictures()).toHaveCount(3);
  const first = pictures().first().locator('img');
  await expect(first).toHaveAttribute('width', '32');
  await expect(first).toHaveAttribute('height', '64');
  await window.keyboard.press('Control+z');
  await saved(['40 站点分布', '20 ']);
});

test('Backspace takes a picture without a caption, never one with', async () => {
  const { window } = running;
  await pictures().last().locator('img').click();
  await window.keyboard.press('Backspace');
  await expect(pictures()).toHaveCount(1);
  await window.keyboard.press('Control+z');
  await saved(['40 站点分布', '20 ']);
  await expect.poll(drawn).toEqual([360, 120]);
  await pictures().first().locator('img').click();
  await window.keyboard.press('Home');
  await window.keyboard.press('Backspace');
  await saved(['40 站点分布', '20 ']);
});

test('Alt+↑↓ moves it, Enter goes on behind it, and it is copied and cut as a whole', async () => {
  const { window } = running;
  await pictures().last().locator('img').click();
  await window.keyboard.press('Alt+ArrowUp');
  await saved(['40 站点分布', '20 ']);
  await expect(window.locator('.paper .block').last()).toHaveText('各区按年度推进。');
  await window.keyboard.press('Alt+ArrowUp');
  await saved(['20 ', '40 站点分布']);
  await window.keyboard.press('Control+c');
  await caretToEndOf(window, '各区按年度');
  await window.keyboard.press('Control+v');
  await saved(['20 ', '40 站点分布', '20 ']);
  await composeChinese(window, [['liucheng', '流程']]);
  await expect(captions().last()).toHaveAttribute('data-label', '图2');
  await window.keyboard.press('Enter');
  await window.keyboard.insertText('图后的一段。');
  await expect(window.locator('.paper .block').last()).toHaveText('图后的一段。');
  await pictures().first().locator('img').click();
  await window.keyboard.press('Control+x');
  await saved(['40 站点分布', '20 流程']);
});

test('a reference names it, and follows', async () => {
  const { window } = running;
  await caretToEndOf(window, '服务站布局如下');
  await window.keyboard.type('@');
  await expect(window.getByRole('combobox', { name: '查找要引用的内容' })).toBeFocused();
  await window.keyboard.insertText('图2');
  await window.keyboard.press('Enter');
  await expect(window.locator('.paper .reference')).toHaveText('图2');
});

test('pages show it, and the Word file and the saved file hold it', async () => {
  const { app, window } = running;
  const shown = await recordShownFiles(app);
  await window.keyboard.press('Control+p');
  const preview = window.locator('.sheet svg image');
  await expect(preview.first()).toBeVisible();
  await window.screenshot({ path: test.info().outputPath('preview.png') });
  await window.keyboard.press('Escape');
  const docx = join(userData, '导出.docx');
  await answerSaveDialogs(app, docx);
  await window.keyboard.press('Control+e');
  await window.getByRole('dialog').getByRole('button', { name: /导出/ }).last().click();
  await expect.poll(async () => (await shown()).length).toBe(1);
  const parts = unzipSync(readFileSync(docx));
  expect(parts['word/media/image1.png']).toEqual(png);
  expect(new TextDecoder().decode(parts['word/document.xml'])).toContain('descr="三个服务站的位置"');
});

test('the PDF and the .nigao file hold it, which opens with it elsewhere', async () => {
  const { app, window } = running;
  const pdf = join(userData, '导出.pdf');
  await answerSaveDialogs(app, pdf);
  await window.keyboard.press('Escape');
  await window.keyboard.press('Control+p');
  await window.getByRole('button', { name: '导出 PDF' }).click();
  await expect.poll(() => existsSync(pdf)).toBe(true);
  expect(
    readFileSync(pdf)
      .toString('latin1')
      .match(/\/Subtype \/Image/g)?.length,
  ).toBeGreaterThanOrEqual(2);
  await window.keyboard.press('Escape');
  const nigao = join(userData, '带图.nigao');
  await answerSaveDialogs(app, nigao);
  await window.evaluate(
    (id) => (globalThis as unknown as { api: WindowApi }).api.invoke('document:save-as', { id }),
    storedDocuments(userData)[0]!.id,
  );
  const other = await launchApp({ args: [nigao] });
  watch(other.window);
  const images = other.window.locator('.paper .block.picture img');
  await expect(images).toHaveCount(2);
  await expect
    .poll(() => images.evaluateAll((all) => (all as HTMLImageElement[]).map((image) => image.naturalWidth)))
    .toEqual([360, 120]);
  await other.window.emulateMedia({ colorScheme: 'dark' });
  await other.window.screenshot({ path: test.info().outputPath('other.png') });
  await other.close();
  expect(errors).toEqual([]);
});

test('after a restart it is there, drawn from the library', async () => {
  await running.close();
  running = await launchApp({ userData });
  watch(running.window);
  await running.window.getByText('云川市市场监管服务站建设方案').first().dblclick();
  await expect(pictures()).toHaveCount(2);
  await expect.poll(drawn).toEqual([360, 120]);
  expect(errors).toEqual([]);
});

test('a picture that was cut in Word is cut here as well, on the paper and in print, and can be shown whole', async () => {
  const wide = makePng(400, 200);
  const crop = { left: 50_000, top: 0, right: 0, bottom: 0 };
  const cut = documentOf([pictureBlock('picture-1', wide, '分布', { crop, widthPercent: 40 })]);
  const pictures = new Map([[pictureOf(wide).sha256, wide]]);
  const app = await launchApp({ userData: newUserDataFolder() });
  const path = join(app.userData, '图.docx');
  writeFileSync(path, (await buildDocx(cut, standardOptions, { pictures })).bytes);
  await answerOpenDialogs(app.app, [path]);
  await app.window.getByRole('button', { name: '打开已有文稿' }).click();
  const picture = app.window.locator('.paper img');
  const shape = async () => {
    const box = await picture.boundingBox();
    return box && Math.round(box.width / box.height);
  };
  await expect.poll(shape).toBe(1);
  await picture.dblclick();
  await app.window.getByLabel('不再裁剪，显示整张图').check();
  await app.window.getByRole('button', { name: '确定' }).click();
  await expect.poll(shape).toBe(2);
  await app.window.keyboard.press('Control+z');
  await expect.poll(shape).toBe(1);
  await app.window.keyboard.press('Control+p');
  const window = app.window.locator('.sheet svg svg');
  await expect(window).toHaveAttribute('viewBox', '50000 0 50000 100000');
  const [width, height] = [await window.getAttribute('width'), await window.getAttribute('height')];
  expect(Number(width) / Number(height)).toBeCloseTo(1, 1);
  await app.close();
});

test('a picture that Word shows turned is turned on opening, can be taken back, and turned by hand', async () => {
  const wide = makePng(400, 200);
  const document = documentOf([pictureBlock('picture-1', wide, '分布', { widthPercent: 40 })]);
  const { bytes } = await buildDocx(document, standardOptions, { pictures: new Map([[pictureOf(wide).sha256, wide]]) });
  const files = unzipSync(bytes);
  const xml = strFromU8(files['word/document.xml']!).replace('<a:xfrm>', '<a:xfrm rot="5400000">');
  const app = await launchApp({ userData: newUserDataFolder() });
  watch(app.window);
  const path = join(app.userData, '图.docx');
  writeFileSync(path, zipSync({ ...files, 'word/document.xml': strToU8(xml) }));
  await answerOpenDialogs(app.app, [path]);
  await app.window.getByRole('button', { name: '打开已有文稿' }).click();
  const picture = app.window.locator('.paper img');
  const shape = () => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth);
  await expect(app.window.getByText('有 1 张图片已按来稿转正。')).toBeVisible();
  await expect.poll(shape).toBe(200);
  const box = await picture.boundingBox();
  expect(box!.width / box!.height).toBeCloseTo(0.5, 1);
  await app.window.getByRole('button', { name: '撤销', exact: true }).last().click();
  await expect.poll(shape).toBe(400);
  await picture.click();
  await expect(app.window.getByRole('button', { name: '右转' })).toBeVisible();
  await app.window.keyboard.press('Control+Alt+r');
  await expect.poll(shape).toBe(200);
  await app.window.getByRole('button', { name: '右转' }).click();
  await expect.poll(shape).toBe(400);
  await app.window.keyboard.press('Control+z');
  await expect.poll(shape).toBe(200);
  await app.window.screenshot({ path: test.info().outputPath('turned.png') });
  expect(errors).toEqual([]);
  await app.close();
});
