import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { blockText } from '../../shared/document/plain-text';
import { caretToEndOf } from '../helpers/caret';
import { launchApp, newUserDataFolder, type RunningApp } from '../helpers/launch-app';
import { storedDocuments } from '../helpers/stored-documents';

/** Through the clipboard of the machine, as between programs. */
const userData = newUserDataFolder();
const source = [
  '云川市人民政府关于推进社区养老服务的实施意见',
  '各区人民政府，市政府各部门：',
  '为推进社区养老服务，现提出如下意见。',
  '一、总体要求',
  '（一）主要目标。到2030年，建成站点120个。',
  '二、重点任务',
  '正文的最后一段。',
  '',
].join('\n');

let running: RunningApp;
let page: Page;
const errors: string[] = [];
const requests: string[] = [];

test.beforeAll(async () => {
  const path = join(userData, '意见.txt');
  writeFileSync(path, source);
  running = await launchApp({ userData, args: [path] });
  page = running.window;
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('request', (request) => requests.push(request.url()));
  await expect(page.getByRole('textbox', { name: '正文' })).toBeVisible();
});
test.afterEach(() => expect(errors).toEqual([]));
test.afterAll(() => running.close());

/** As another program fills the clipboard: nothing of it is cleaned. */
const put = (content: Readonly<{ html?: string; text?: string }>) =>
  page.evaluate(({ html, text }) => {
    const fill = (event: ClipboardEvent) => {
      event.stopImmediatePropagation();
      event.preventDefault();
      if (html !== undefined) event.clipboardData?.setData('text/html', html);
      if (text !== undefined) event.clipboardData?.setData('text/plain', text);
    };
    document.addEventListener('copy', fill, { capture: true, once: true });
    document.execCommand('copy');
  }, content);
/** What another program would find there. */
const held = async () => {
  // A key overtakes an evaluation on a busy page: the ear must be there before the key is pressed.
  const ear = await page.evaluateHandle(() => {
    const heard = new Promise<{ html: string; text: string }>((resolve) => {
      const take = (event: ClipboardEvent) => {
        event.stopImmediatePropagation();
        event.preventDefault();
        const read = (format: string) => event.clipboardData?.getData(format) ?? '';
        resolve({ html: read('text/html'), text: read('text/plain') });
      };
      document.addEventListener('paste', take, { capture: true, once: true });
    });
    return { heard };
  });
  await page.keyboard.press('Control+v');
  return ear.evaluate(({ heard }) => heard);
};
const fixture = (name: string) => readFileSync(join('tests/fixtures/clipboard', name), 'utf8');

const blocks = async () => {
  await expect(page.locator('.status [data-save="saved"]')).toBeVisible();
  return storedDocuments(userData)[0]!.parts.flatMap((part) => part.children);
};
const texts = async () => (await blocks()).map(blockText);

/** Pastes into a new paragraph behind the last one, looks, and takes it back in one step. */
const pasted = async (keys: string, look: (texts: string[]) => void): Promise<void> => {
  const before = await texts();
  await caretToEndOf(page, '正文的最后一段');
  await page.keyboard.press('Enter');
  await page.waitForTimeout(100);
  await page.keyboard.press('Escape');
  await page.keyboard.press(keys);
  await expect(async () => look((await texts()).slice(before.length))).toPass();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(texts).toEqual(before);
};

test('Word: structure is kept, dirt is dropped, nothing is run', async () => {
  await put({ html: fixture('word.html'), text: '不该用到' });
  await pasted('Control+v', (found) =>
    expect(found).toEqual([
      '总体要求',
      '主要目标。到2030年，建成标准化服务站点120个，覆盖全部街道，居民满意率达到九成。',
      '新建站点优先放在老旧小区。',
      '（责任单位：市民政局、市财政局）',
      '指标\t目标值\n2027年\t2030年\n站点数\t60\n（个）\t120',
    ]),
  );
});

test('WPS and Excel', async () => {
  await put({ html: fixture('wps.html') });
  await pasted('Control+v', (found) => expect(found[1]).toBe('整合社区用房，2026年底前完成清查。'));
  await put({ html: fixture('excel.html'), text: '区\t站点' });
  await pasted('Control+v', (found) =>
    expect(found).toEqual(['区\t站点\t覆盖率\n东城区\t12\t85.3%\n西城区（含\n新区）\t90.1%']),
  );
});

test('a web page loads nothing and runs nothing', async () => {
  await put({ html: fixture('web-page.html') });
  const before = requests.length;
  await pasted('Control+v', (found) => {
    expect(found).toContain('现将有关事项通知如下。');
    expect(found.join()).not.toContain('看不见');
  });
  expect(requests.slice(before).filter((url) => /example/.test(url))).toEqual([]);
  expect(await page.title()).not.toContain('不该运行');
});

test('Ctrl+Shift+V takes the text as it stands', async () => {
  await put({ html: '<h1>一、甲</h1><p><b>乙</b></p>', text: '一、甲\n——乙' });
  await pasted('Control+Shift+v', (found) => expect(found).toEqual(['一、甲', '——乙']));
});

test('copying gives numbers as text, headings to Word, and the blocks themselves to ourselves', async () => {
  await caretToEndOf(page, '建成站点120个');
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.press('Shift+Home');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+End');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  const { html, text } = await held();
  expect(text).toContain('一、总体要求\n（一）主要目标。到2030年，建成站点120个。\n二、重点任务');
  expect(html).toMatch(/<h1 [^>]*mso-outline-level:1[^>]*>一、总体要求<\/h1>/);
  expect(html).toMatch(/<span [^>]*>（一）主要目标。<\/span>到2030年/);
  const before = await blocks();
  await page.keyboard.press('ArrowRight');
  await caretToEndOf(page, '正文的最后一段');
  await page.keyboard.press('Enter');
  await page.waitForTimeout(100);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+v');
  const shapes = async () => (await blocks()).map((block) => `${block.type} ${blockText(block)}`);
  const shape = before.map((block) => `${block.type} ${blockText(block)}`);
  await expect.poll(shapes).toEqual([...shape, ...shape]);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
});

test('a paste in mid-composition waits for its end', async () => {
  await put({ text: '粘来的' });
  await caretToEndOf(page, '正文的最后一段');
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Input.imeSetComposition', { text: 'zhong', selectionStart: 5, selectionEnd: 5 });
  await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.paste());
  await devtools.send('Input.insertText', { text: '终' });
  await expect.poll(async () => (await texts()).at(-1)).toMatch(/^正文的最后一段。(?:终粘来的|粘来的终)$/);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
});

test('a very long paste is refused in a sentence', async () => {
  await put({ text: '字'.repeat(520_000) });
  await caretToEndOf(page, '正文的最后一段');
  const before = await texts();
  await page.keyboard.press('Control+v');
  await expect(page.getByText('剪贴板里有 52 万字')).toBeVisible();
  expect(await texts()).toEqual(before);
});

test('a hostile page runs nothing, loads nothing and is read to its depth', async () => {
  const deep = `${'<div><ul><li>'.repeat(3000)}最深处的一句话。${'</li></ul></div>'.repeat(3000)}`;
  await put({
    html: [
      '<base href="https://example.org/"><meta http-equiv="refresh" content="0;url=https://example.org/">',
      '<script>document.title = "不该运行"</script><img src=x onerror="document.title = \'不该运行\'">',
      '<svg onload="document.title = \'不该运行\'"></svg><iframe srcdoc="<script>parent.document.title=1</script>"></iframe>',
      '<a href="javascript:document.title=1">一个链接</a><p style="background:url(https://example.org/x.png)">正常的一段。</p>',
      '<table><tr><td rowspan=99999999 colspan=99999999>甲</td><td>乙</td></tr></table>',
      deep,
    ].join(''),
  });
  const before = requests.length;
  await pasted('Control+v', (found) => {
    expect(found).toContain('正常的一段。');
    expect(found.join('')).toContain('最深处的一句话。');
  });
  expect(requests.slice(before).filter((url) => /example/.test(url))).toEqual([]);
  expect(await page.title()).not.toMatch(/不该运行|^1$/);
});

test('200,000 characters are pasted in one go', async () => {
  const line = '（一）完善服务网络。整合社区用房，统筹建设综合服务中心，方便居民就近办事。（责任单位：市民政局）';
  await put({ html: Array.from({ length: 4200 }, () => `<p class=MsoNormal><span>${line}</span></p>`).join('\n') });
  await caretToEndOf(page, '正文的最后一段');
  await page.keyboard.press('Enter');
  await page.waitForTimeout(100);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+v');
  await expect.poll(async () => (await texts()).length, { timeout: 40_000 }).toBeGreaterThan(8000);
});
