import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { circulationManifestSchema } from '../../shared/file/circulation-manifest';
import { packNigaoFile } from '../../shared/file/nigao-file';
import { startLog } from '../conformity/checks';
import { expectedParagraphs } from '../conformity/expected-text';
import { measurePdf } from '../conformity/measure';
import { type PdfPage, readPdf } from '../conformity/read-pdf';
import { missingTools } from '../conformity/tools';
import { officialDocuments } from '../fixtures/export/official-documents';
import { caretToEndOf } from '../helpers/caret';
import { seriousFindings } from '../helpers/check-accessibility';
import { answerOpenDialogs, answerSaveDialogs, recordShownFiles } from '../helpers/desktop-dialogs';
import { launchApp, type RunningApp } from '../helpers/launch-app';
import { openFixture } from '../helpers/open-fixture';

const pictures = resolve('test-results', 'screens');

test('the preview shows true pages at the caret, turns them, and a line leads back to its text', async () => {
  const running = await launchApp();
  const { app, window } = running;
  await openFixture(running, 'recognise/implementation-opinion.txt');
  await caretToEndOf(window, '减少化学农药用量');
  const pages = window.locator('.status-pages');
  await expect(pages).toHaveText(/^页 \d+\/\d+$/);
  const [at, count] = (await pages.textContent())!.match(/\d+/g)!.map(Number);
  await window.keyboard.press('Control+p');
  await expect(window.getByRole('heading', { name: '版面预览' })).toBeVisible();
  const sheet = (page: number) => window.getByRole('article', { name: `第 ${page} 页，共 ${count} 页` });
  await expect(sheet(at!)).toBeInViewport();
  expect(await seriousFindings(window)).toEqual([]);
  for (const [width, height] of [
    [1280, 800],
    [1920, 1080],
  ] as const) {
    await app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]!.setContentSize(...size), [
      width,
      height,
    ] as [number, number]);
    await expect.poll(() => window.evaluate(() => innerWidth)).toBe(width);
    await window.waitForTimeout(200);
    await window.screenshot({ path: join(pictures, `preview-${width}.png`) });
  }
  await window.getByRole('button', { name: '网格' }).click();
  await expect(window.locator('.page-grid').first()).toBeVisible();
  await window.getByRole('button', { name: '单页' }).click();
  await window.locator('.page-desk').focus();
  await window.keyboard.press('Home');
  await expect(window.getByText(`第 1 页，共 ${count} 页`)).toBeVisible();
  await window.keyboard.press('PageDown');
  await expect(window.getByText(`第 2 页，共 ${count} 页`)).toBeVisible();
  await window.keyboard.press('End');
  await expect(sheet(count!)).toBeInViewport();

  const line = sheet(1).locator('.page-line').nth(5);
  await window.keyboard.press('Home');
  const block = await line.getAttribute('data-block');
  await line.click();
  await expect(window.getByRole('heading', { name: '版面预览' })).toBeHidden();
  await expect
    .poll(() =>
      window.evaluate(() =>
        getSelection()?.focusNode?.parentElement?.closest('[data-block]')?.getAttribute('data-block'),
      ),
    )
    .toBe(block);
  await running.close();
});

test('the pages become a PDF of as many sheets, and go to the printer', async () => {
  const running = await launchApp();
  const { app, window } = running;
  const shown = await recordShownFiles(app);
  await openFixture(running, 'recognise/implementation-opinion.txt');
  const pages = window.locator('.status-pages');
  await expect(pages).toBeVisible();
  const count = Number((await pages.textContent())!.match(/\d+$/)![0]);
  await window.keyboard.press('Control+p');
  const path = join(mkdtempSync(join(tmpdir(), 'nigao-pdf-')), '实施意见.pdf');
  await answerSaveDialogs(app, path);
  await window.getByRole('button', { name: '导出 PDF' }).click();
  await expect(window.getByText(`已存为 ${path}。`)).toBeVisible();
  expect(await shown()).toEqual([path]);
  const pdf = readFileSync(path).toString('latin1');
  expect(pdf.startsWith('%PDF-')).toBe(true);
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(count);
  expect(
    new Set(
      [...pdf.matchAll(/\/MediaBox\s*\[([^\]]*)\]/g)].map(([, box]) =>
        box!.trim().split(/\s+/).map(Number).map(Math.round).join(' '),
      ),
    ),
  ).toEqual(new Set(['0 0 595 842']));
  // These machines have no printer.
  await app.evaluate(({ app: running }) => {
    running.on('web-contents-created', (_event, contents) => {
      contents.print = (_options, answer) => answer?.(true, '');
    });
  });
  await window.keyboard.press('Control+p');
  await expect(window.getByText('已交给打印机。')).toBeVisible();
  const windows = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  expect(windows).toBe(1);
  await running.close();
});

/** Opens a document from a file and makes its PDF in the preview. */
const makePdf = async ({ app, window }: RunningApp, name: string): Promise<PdfPage[]> => {
  const { document, options } = officialDocuments[name]!;
  const folder = mkdtempSync(join(tmpdir(), 'nigao-pdf-'));
  const source = join(folder, `${name}.nigao`);
  writeFileSync(source, packNigaoFile(document));
  await answerOpenDialogs(app, [source]);
  await window.getByRole('button', { name: '打开已有文稿' }).click();
  await expect(window.getByRole('textbox', { name: '正文' })).toBeVisible();
  await window.keyboard.press('Control+p');
  await window.getByLabel('格式').selectOption(options.format);
  await expect(window.locator('.sheet').first()).toBeVisible();
  const path = join(folder, `${name}.pdf`);
  await answerSaveDialogs(app, path);
  await window.getByRole('button', { name: '导出 PDF' }).click();
  await expect(window.getByText(`已存为 ${path}。`)).toBeVisible();
  const printed = readPdf(path, 'chromium');
  const log = startLog();
  measurePdf(path, printed, expectedParagraphs(document, options), { document, options }, log);
  expect(log.failures).toEqual([]);
  await window.keyboard.press('Escape');
  await window.getByRole('button', { name: '文库', exact: true }).click();
  return printed;
};

test('the PDFs of the app pass the page checks of the conformity measure', async () => {
  test.skip(missingTools() !== null, `pages cannot be measured: ${missingTools()}`);
  const running = await launchApp();
  await recordShownFiles(running.app);
  expect(await makePdf(running, 'opinion')).toHaveLength(14);
  const plain = await makePdf(running, 'plain-pages');
  await running.close();
  // The faces of this machine come with boxes of another height than LibreOffice's: their distances count.
  for (const page of plain.slice(1, -1)) {
    const lines = page.lines.filter((line) => line.middle < (262 * 72) / 25.4);
    expect(lines).toHaveLength(22);
    for (const [at, line] of lines.entries())
      if (at > 0) expect(Math.abs(line.middle - lines[at - 1]!.middle - 28.95)).toBeLessThan(0.1);
  }
});

test('出稿 says what is open; once nothing is, it makes a folder with Word file, PDF and manifest', async () => {
  const running = await launchApp();
  const { app, window } = running;
  const shown = await recordShownFiles(app);
  await window.getByRole('button', { name: '从模板新建' }).click();
  await window.getByLabel('城市', { exact: true }).fill('云川市');
  await window.getByRole('button', { name: '新建文稿' }).click();
  await expect(window.getByRole('textbox', { name: '正文' })).toBeVisible();
  await window.keyboard.press('Control+p');
  const circulate = window.getByRole('button', { name: '出稿', exact: true });
  await circulate.click();
  await expect(window.getByRole('dialog').getByText(/^\d+ 处待填/)).toBeVisible();
  await expect(window.getByRole('button', { name: '选择文件夹并出稿' })).toBeDisabled();
  expect(await seriousFindings(window, { 'aria-hidden-focus': /data-base-ui-focus-guard/ })).toEqual([]);
  await window.keyboard.press('Escape');
  await expect(window.getByRole('dialog')).toBeHidden();
  await expect(window.getByRole('heading', { name: '版面预览' })).toBeVisible();
  await window.keyboard.press('Escape');
  await window.getByRole('button', { name: '文库', exact: true }).click();

  await openFixture(running, 'recognise/implementation-opinion.txt');
  await window.keyboard.press('Control+p');
  const folder = mkdtempSync(join(tmpdir(), 'nigao-circulation-'));
  await answerOpenDialogs(app, [folder]);
  await circulate.click();
  await window.getByRole('button', { name: '选择文件夹并出稿' }).click();
  await expect(window.getByRole('dialog', { name: '已出稿' })).toBeVisible();
  const [path] = await shown();
  expect(
    readdirSync(path!)
      .map((file) => file.replace(/^.*\./, ''))
      .sort(),
  ).toEqual(['docx', 'json', 'pdf']);
  const inside = (kind: string) => readFileSync(join(path!, readdirSync(path!).find((file) => file.endsWith(kind))!));
  const manifest = circulationManifestSchema.parse(JSON.parse(inside('.json').toString()));
  const core = strFromU8(unzipSync(inside('.docx'))['docProps/core.xml']!);
  expect(core).toContain(`sha256:${manifest.contentHash}`);
  expect(core).toContain(`<cp:version>${manifest.revision}</cp:version>`);
  await window.getByRole('button', { name: '完成' }).click();
  await window.keyboard.press('Escape');
  await expect(window.getByText(/^编号已冻结/)).toBeVisible();
  await running.close();
});
