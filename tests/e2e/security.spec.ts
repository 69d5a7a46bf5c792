import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';
import { packedExecutable } from '../../scripts/pack.mjs';
import { makeDocx, paragraph } from '../fixtures/docx/make-docx';
import { answerOpenDialogs } from '../helpers/desktop-dialogs';
import { launchApp } from '../helpers/launch-app';

// What of Electron's checklist the running app from the sources shows stands in walls.spec.ts.

const notPacked = 'the app is not packed: `npm test` packs it first';

test('the packed app cannot be started as Node, nor with options or another archive slipped in', async () => {
  test.skip(!existsSync(packedExecutable), notPacked);
  const wire = await getCurrentFuseWire(packedExecutable);
  const state = (fuse: FuseV1Options) => wire[fuse];
  expect(state(FuseV1Options.RunAsNode)).toBe(FuseState.DISABLE);
  expect(state(FuseV1Options.EnableNodeOptionsEnvironmentVariable)).toBe(FuseState.DISABLE);
  expect(state(FuseV1Options.EnableEmbeddedAsarIntegrityValidation)).toBe(FuseState.ENABLE);
  expect(state(FuseV1Options.OnlyLoadAppFromAsar)).toBe(FuseState.ENABLE);
  expect(state(FuseV1Options.GrantFileProtocolExtraPrivileges)).toBe(FuseState.DISABLE);
  // Playwright attaches through --inspect: the package for people differs from this one in that alone.
  expect(readFileSync('electron-builder.yml', 'utf8')).toContain('enableNodeCliInspectArguments: false');
});

test('the packed app has no developer tools, and its pages stay sandboxed, isolated and under their policy', async () => {
  test.skip(!existsSync(packedExecutable), notPacked);
  const { app, window, close } = await launchApp({ packed: true });
  await expect(window.getByRole('button', { name: '从模板新建' })).toBeVisible();
  const facts = await app.evaluate(async ({ BrowserWindow, Menu, session }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!;
    webContents.openDevTools();
    await new Promise((resolve) => setTimeout(resolve, 300));
    const { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity } = (
      webContents as unknown as { getLastWebPreferences(): Record<string, boolean | undefined> }
    ).getLastWebPreferences();
    const page = await session.defaultSession.fetch('nigao://app/index.html');
    return {
      tools: webContents.isDevToolsOpened(),
      menu: Menu.getApplicationMenu()?.items.map(({ label }) => label),
      preferences: { sandbox, contextIsolation, nodeIntegration, webviewTag: webviewTag ?? false, webSecurity },
      policy: page.headers.get('content-security-policy'),
    };
  });
  expect(facts).toMatchObject({
    tools: false,
    menu: ['文件', '编辑', '窗口'],
    preferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
    },
  });
  expect(facts.policy).toContain("default-src 'none'");
  expect(facts.policy).toContain("script-src 'self'");
  expect(facts.policy).not.toMatch(/unsafe|https?:|\*/);
  await close();
});

test('nothing goes out: a proxy that records sees no request, also of documents that ask for remote pictures', async () => {
  const seen: string[] = [];
  const proxy = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    response.end();
  });
  proxy.on('connect', (request, socket) => {
    seen.push(`CONNECT ${request.url}`);
    socket.end();
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const { port } = proxy.address() as AddressInfo;
  const remote = 'http://pictures.example/tracker.png';
  const folder = mkdtempSync(join(tmpdir(), 'nigao-remote-'));
  const file = join(folder, '远程图片.docx');
  writeFileSync(
    file,
    makeDocx(
      `${paragraph('云川市社区助餐实施方案', '<w:jc w:val="center"/>')}<w:p><w:r><w:drawing><a:blip xmlns:a="x" r:link="rId9" xmlns:r="y"/></w:drawing></w:r><w:r><w:pict><v:imagedata xmlns:v="z" src="${remote}"/></w:pict></w:r><w:r><w:instrText>INCLUDEPICTURE "${remote}"</w:instrText></w:r></w:p>${paragraph('一、总体要求')}`,
    ),
  );
  // Loopback goes through the proxy too.
  const { app, window, close } = await launchApp({
    args: [`--proxy-server=http://127.0.0.1:${port}`, '--proxy-bypass-list=<-loopback>'],
  });
  await answerOpenDialogs(app, [file]);
  await window.getByRole('button', { name: '打开已有文稿' }).click();
  const paper = window.getByRole('textbox', { name: '正文' });
  await expect(paper).toContainText('总体要求');
  await paper.locator('[data-block]').last().click();
  await paper.evaluate((element, address) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData(
      'text/html',
      `<p>粘贴的话<img src="${address}"></p><link rel="stylesheet" href="${address}">`,
    );
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, remote);
  await expect(paper).toContainText('粘贴的话');
  await window.evaluate((address) => {
    const picture = new Image();
    picture.src = address;
    navigator.sendBeacon(address, 'x');
  }, remote);
  await window.waitForTimeout(1500);
  expect(seen).toEqual([]);
  await close();
  proxy.close();
});
