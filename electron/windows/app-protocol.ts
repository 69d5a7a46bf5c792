import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol, type Session } from 'electron';

const scheme = 'nigao';
/** Origin of the app's own page; everything the window loads comes from here. */
export const appOrigin = `${scheme}://app`;
export const appPage = `${appOrigin}/index.html`;

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Announces the app's own scheme to Chromium; has to run before Electron is ready. */
export const announceAppScheme = (): void =>
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);

/** File that an address asks for, or null when it is not one of the page's own files. */
export const fileOfAddress = (address: string, folder: string): string | null => {
  const url = new URL(address);
  if (url.host !== 'app') return null;
  let path: string;
  try {
    path = decodeURIComponent(url.pathname);
  } catch {
    return null;
  }
  const file = normalize(join(folder, path === '/' ? 'index.html' : path));
  return !path.includes('\0') && file.startsWith(folder + sep) && extname(file) in contentTypes ? file : null;
};

/** A picture of a document by its content. */
type FindPicture = (sha256: string) => Readonly<{ mime: string; bytes: Uint8Array }> | null;

/** sha256 of the picture that an address asks for, or null when it asks for something else. */
export const pictureOfAddress = (address: string): string | null =>
  new RegExp(`^${scheme}://[a-z]+/pictures/([0-9a-f]{64})$`).exec(address)?.[1] ?? null;

/** What a picture is answered with: its own type, never guessed, and nothing it may load. */
export const pictureResponse = (picture: ReturnType<FindPicture>): Response =>
  picture === null
    ? new Response(null, { status: 404 })
    : new Response(new Uint8Array(picture.bytes), {
        headers: {
          'Content-Type': picture.mime,
          'Content-Security-Policy': "default-src 'none'",
          'X-Content-Type-Options': 'nosniff',
          // The address names the content.
          'Cache-Control': 'max-age=31536000, immutable',
        },
      });

/**
 * Serves the built page from `folder` under `nigao://app/`, each answer with the content security policy, and the
 * pictures of documents under `nigao://app/pictures/`.
 */
export const serveApp = (session: Session, folder: string, findPicture: FindPicture): void =>
  session.protocol.handle(scheme, async (request) => {
    const picture = request.method === 'GET' ? pictureOfAddress(request.url) : null;
    if (picture !== null) return pictureResponse(findPicture(picture));
    const file = request.method === 'GET' ? fileOfAddress(request.url, folder) : null;
    const bytes = file && (await readFile(file).catch(() => null));
    if (!file || !bytes) return new Response(null, { status: 404 });
    return new Response(new Uint8Array(bytes), {
      headers: {
        'Content-Type': contentTypes[extname(file)] ?? '',
        'Content-Security-Policy': contentSecurityPolicy,
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'no-cache',
      },
    });
  });
