import { BrowserWindow, type Session, session } from 'electron';
import { noPictures, type Pictures } from '../../shared/document/picture';
import { readPictureHeader } from '../../shared/file/picture-file';
import { AppError } from '../../shared/ipc/app-error';
import { pictureOfAddress, pictureResponse } from './app-protocol';
import { guardContents, guardSession } from './navigation-guard';

/** Drawn pages, and the pictures they show. */
export type PrintedPages = Readonly<{ html: string; pictures: Pictures }>;

/** Turns drawn pages into paper: a PDF, or the system's own print dialog. */
export type PagePrinter = Readonly<{
  /** @throws AppError 'cancelled' as soon as `signal` says so */
  toPdf: (pages: PrintedPages, signal: AbortSignal) => Promise<Uint8Array>;
  /** Resolves when the dialog is closed. `printed` is false when the person cancels there. */
  print: (pages: PrintedPages, signal: AbortSignal) => Promise<{ readonly printed: boolean }>;
}>;

const scheme = 'nigao';
const address = `${scheme}://print/pages.html`;
/** Drawn pages need no script and no network: only their own pictures and style sheet, which is in the page. */
const contentSecurityPolicy =
  "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** A session of its own, in memory, that can load nothing but the pages in hand. */
const createPrintSession = (pages: () => PrintedPages): Session => {
  const own = session.fromPartition('print');
  guardSession(own, (url) => url === address || pictureOfAddress(url) !== null);
  own.protocol.handle(scheme, ({ url }) => {
    const { html, pictures } = pages();
    const sha256 = pictureOfAddress(url);
    if (sha256 === null)
      return new Response(html, {
        headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': contentSecurityPolicy },
      });
    const bytes = pictures.get(sha256);
    return pictureResponse(bytes ? { mime: readPictureHeader(bytes).mime, bytes } : null);
  });
  return own;
};

/** Prints in a hidden window without scripts, so that a cancel ends the work at once and the app stays at hand. */
export const createPagePrinter = (): PagePrinter => {
  let inHand: PrintedPages = { html: '', pictures: noPictures };
  let own: Session | null = null;

  const withPages = async <Value>(
    pages: PrintedPages,
    signal: AbortSignal,
    use: (window: BrowserWindow) => Promise<Value>,
  ): Promise<Value> => {
    inHand = pages;
    own ??= createPrintSession(() => inHand);
    const window = new BrowserWindow({
      show: false,
      webPreferences: {
        session: own,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        javascript: false,
        spellcheck: false,
        devTools: false,
      },
    });
    guardContents(window.webContents);
    const cancelled = new Promise<never>((_, reject) => {
      const abort = (): void => reject(new AppError('cancelled', '已取消。'));
      if (signal.aborted) abort();
      else signal.addEventListener('abort', abort, { once: true });
    });
    try {
      return await Promise.race([window.loadURL(address).then(() => use(window)), cancelled]);
    } finally {
      inHand = { html: '', pictures: noPictures };
      window.destroy();
    }
  };

  return {
    toPdf: (pages, signal) =>
      withPages(pages, signal, (window) =>
        window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true }),
      ),
    print: (pages, signal) =>
      withPages(
        pages,
        signal,
        (window) =>
          new Promise((resolve, reject) => {
            window.webContents.print({ printBackground: true, margins: { marginType: 'none' } }, (printed, reason) => {
              if (printed || /cancel/i.test(reason)) resolve({ printed });
              else
                reject(
                  new AppError(
                    'file',
                    '打印没有完成：找不到可用的打印机，或打印机没有响应。请检查打印机，或先存为 PDF。',
                  ),
                );
            });
          }),
      ),
  };
};
