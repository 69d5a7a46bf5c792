import { createSocket } from 'node:dgram';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { packedExecutable } from '../../scripts/pack.mjs';
import { packNigaoFile } from '../../shared/file/nigao-file';
import { makeDocx, paragraph } from '../fixtures/docx/make-docx';
import { answerOpenDialogs, answerSaveDialogs } from '../helpers/desktop-dialogs';
import { launchApp } from '../helpers/launch-app';
import { sampleDocument } from '../integration/storage/sample-document';

const remote = 'http://pictures.example/tracker.png';

/** A Word file that asks for a remote picture in each way that Word knows. */
const asksForPictures = (title: string): Uint8Array =>
  makeDocx(
    `${paragraph(title, '<w:jc w:val="center"/>')}<w:p><w:r><w:drawing><a:blip xmlns:a="x" r:link="rId9" xmlns:r="y"/></w:drawing></w:r><w:r><w:pict><v:imagedata xmlns:v="z" src="${remote}"/></w:pict></w:r><w:r><w:instrText>INCLUDEPICTURE "${remote}"</w:instrText></w:r></w:p>${paragraph('一、总体要求')}`,
  );

/** A proxy that writes down what is asked of it, and a server for calls from page to page. */
const listen = async () => {
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
  const calls = createSocket('udp4', () => seen.push('UDP'));
  await new Promise<void>((resolve) => calls.bind(0, '0.0.0.0', resolve));
  return {
    seen,
    proxy: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    callPort: calls.address().port,
    close: () => {
      proxy.close();
      calls.close();
    },
  };
};

for (const packed of [false, true])
  test(`nothing goes out of the ${packed ? 'packed app' : 'app from the sources'}: a proxy that records sees no request of documents, paper, pages, help or scripts`, async () => {
    test.skip(packed && !existsSync(packedExecutable), 'the app is not packed: `npm test` packs it first');
    const { seen, proxy, callPort, close: closeServers } = await listen();
    const folder = mkdtempSync(join(tmpdir(), 'nigao-remote-'));
    const docx = join(folder, '远程图片.docx');
    writeFileSync(docx, asksForPictures('云川市社区助餐实施方案'));
    const nigao = join(folder, '远程链接.nigao');
    const block = `<img src="${remote}"> 见 ${remote}，或 [图](${remote})。`;
    writeFileSync(nigao, packNigaoFile(sampleDocument('remote-1', [block])));
    // Loopback goes through the proxy too.
    const { app, window, close } = await launchApp({
      packed,
      args: [`--proxy-server=${proxy}`, '--proxy-bypass-list=<-loopback>'],
    });
    const paper = window.getByRole('textbox', { name: '正文' });

    await expect(window.getByRole('button', { name: '打开已有文稿' })).toBeVisible();
    await window.keyboard.press('F1');
    await expect(window.getByRole('dialog', { name: '帮助和快捷键' })).toBeVisible();
    await window.keyboard.press('Escape');
    await answerOpenDialogs(app, [docx]);
    await window.getByRole('button', { name: '核对来稿' }).click();
    await expect(window.getByRole('heading', { name: /核对来稿：/ })).toBeVisible();
    await window.getByRole('button', { name: '文库', exact: true }).click();

    await answerOpenDialogs(app, [nigao]);
    await window.getByRole('button', { name: '打开已有文稿' }).click();
    await expect(paper).toContainText('tracker.png');
    await window.keyboard.press('Control+p');
    const pdf = join(folder, '稿.pdf');
    await answerSaveDialogs(app, pdf);
    await window.getByRole('button', { name: '导出 PDF' }).click();
    await expect(window.getByText(`已存为 ${pdf}。`)).toBeVisible();
    await window.keyboard.press('Escape');
    await window.getByRole('button', { name: '文库', exact: true }).click();

    await answerOpenDialogs(app, [docx]);
    await window.getByRole('button', { name: '打开已有文稿' }).click();
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

    // What a script that got in would try.
    const host = Object.values(networkInterfaces())
      .flatMap((all) => all ?? [])
      .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
    await window.evaluate(
      async ({ address, server }) => {
        const picture = new Image();
        picture.src = address;
        navigator.sendBeacon(address, 'x');
        try {
          new WebSocket(address.replace('http', 'ws'));
        } catch {
          // Refused at once.
        }
        const call = new RTCPeerConnection({ iceServers: server === null ? [] : [{ urls: `stun:${server}` }] });
        call.createDataChannel('x');
        await call.setLocalDescription(await call.createOffer());
      },
      { address: remote, server: host ? `${host}:${callPort}` : null },
    );
    await window.waitForTimeout(1500);
    expect(seen).toEqual([]);

    // The proxy does see what is asked for: by a session that nothing guards.
    await app.evaluate(
      ({ session }, address) =>
        session
          .fromPartition('unguarded')
          .fetch(address)
          .catch(() => undefined),
      remote,
    );
    expect(seen).toContain(`GET ${remote}`);
    await close();
    closeServers();
  });
