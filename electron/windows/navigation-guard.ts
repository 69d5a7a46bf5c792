import { app, type Session, type WebContents } from 'electron';
import { appOrigin } from './app-protocol';

/** Keeps a page where it is: no other address, no new window, no embedded page, no way past the filter of requests. */
export const guardContents = (contents: WebContents): void => {
  // Calls from page to page know no filter of requests; without a proxy they find no way out.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
};

/** Keeps Chromium from asking for anything by itself; has to run before Electron is ready. */
export const silenceChromium = (): void => {
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'no-pings',
  ])
    app.commandLine.appendSwitch(name);
};

/**
 * Denies every permission and download, and every request but its own.
 * @param isOwn whether an address is one that this session's pages are to load
 */
export const guardSession = (session: Session, isOwn: (url: string) => boolean): void => {
  // It would fetch its dictionaries, past the filter below.
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerLanguages([]);
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isOwn(url) }));
};

/** Own files, pictures held in the page itself, and the developer tools (which the packaged app does not have). */
export const isOwnRequest = (url: string): boolean =>
  url.startsWith(`${appOrigin}/`) || url.startsWith('data:') || url.startsWith('devtools:');
