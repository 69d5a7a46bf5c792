import { expect, test } from '@playwright/test';
import { launchApp, type RunningApp } from '../helpers/launch-app';

let running: RunningApp;
test.beforeAll(async () => {
  running = await launchApp();
  await expect(running.window.getByRole('button', { name: '从模板新建' })).toBeVisible();
});
test.afterAll(() => running.close());

test('the window has the two doors of window.api and nothing of Node or Electron', async () => {
  const seen = await running.window.evaluate(() => ({
    api: Object.keys((window as unknown as { api: object }).api).sort(),
    node: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter((name) => name in window),
    origin: location.origin,
  }));
  expect(seen).toEqual({ api: ['invoke', 'on'], node: [], origin: 'nigao://app' });
  const preferences = await running.app.evaluate(({ BrowserWindow }) => {
    const { sandbox, contextIsolation, nodeIntegration, webSecurity } = (
      BrowserWindow.getAllWindows()[0]!.webContents as unknown as {
        getLastWebPreferences(): Record<string, boolean>;
      }
    ).getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration, webSecurity };
  });
  expect(preferences).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true });
});

test('a call on an unknown channel or with input that does not fit is refused', async () => {
  const answers = await running.window.evaluate(async () => {
    const { api } = window as unknown as { api: { invoke(channel: string, input: unknown): Promise<{ ok: boolean }> } };
    const ask = (channel: string, input: unknown) =>
      api.invoke(channel, input).then(
        ({ ok }) => ok,
        () => 'refused',
      );
    return Promise.all([
      ask('fs:read', { path: '/etc/passwd' }),
      ask('document:open', { id: '../../etc' }),
      ask('library:rename', { id: 'abcdef', name: 5 }),
      ask('library:list', { more: true }),
    ]);
  });
  expect(answers.filter((answer) => answer === true)).toEqual([]);
});

test('no script but the app’s own runs, and no request leaves', async () => {
  const outcome = await running.window.evaluate(async () => {
    const inline = document.createElement('script');
    inline.textContent = 'window.injected = true';
    document.head.append(inline);
    const reached = await Promise.all(
      ['http://127.0.0.1:9/', 'https://example.com/', 'file:///etc/passwd'].map((url) =>
        fetch(url).then(
          () => url,
          () => null,
        ),
      ),
    );
    // In a task of its own: while the test's own code runs, the debugger lifts this part of the policy.
    const evaluated = await new Promise((resolve) => {
      setTimeout(() => {
        try {
          resolve(new Function('return true')());
        } catch {
          resolve(false);
        }
      });
    });
    return { injected: 'injected' in window, evaluated, reached: reached.filter(Boolean) };
  });
  expect(outcome).toEqual({ injected: false, evaluated: false, reached: [] });
});

test('requests from the session itself are refused too', async () => {
  const answer = await running.app.evaluate(({ session }) =>
    session.defaultSession.fetch('http://127.0.0.1:9/').then(
      () => 'answered',
      (error) => String(error),
    ),
  );
  expect(answer).toContain('ERR_BLOCKED_BY_CLIENT');
});

test('the window neither navigates away nor opens another', async () => {
  await running.window.evaluate(() => {
    window.open('https://example.com/');
    location.href = 'https://example.com/';
  });
  await running.window.waitForTimeout(300);
  expect(running.window.url()).toContain('nigao://app/');
  expect(running.app.windows()).toHaveLength(1);
});

test('permissions such as the camera are denied', async () => {
  const state = await running.window.evaluate(
    () =>
      navigator.mediaDevices?.getUserMedia({ video: true }).then(
        () => 'granted',
        (error: Error) => error.name,
      ) ?? 'absent',
  );
  expect(state).not.toBe('granted');
});
