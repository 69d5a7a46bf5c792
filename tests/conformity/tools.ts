import { execFileSync, spawnSync } from 'node:child_process';

const needed = {
  soffice: 'libreoffice-writer',
  pdftotext: 'poppler-utils',
  pdftoppm: 'poppler-utils',
  xmllint: 'libxml2-utils',
} as const;
const fontPackages = ['fonts-noto-cjk', 'fonts-arphic-gkai00mp', 'fonts-cwtex-fs'];

/** The apt command that installs what is missing; null when everything is there. */
export const missingTools = (): string | null => {
  const absent = Object.entries(needed).flatMap(([command, debian]) =>
    spawnSync(command, ['--version']).error ? [debian] : [],
  );
  return absent.length > 0 ? `apt-get install -y ${[...new Set([...absent, ...fontPackages])].join(' ')}` : null;
};

/** Runs a program and gives its output; throws what it said on stderr when it fails. */
export const runTool = (command: string, args: readonly string[], input?: string): string =>
  execFileSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    ...(input !== undefined && { input }),
    stdio: ['pipe', 'pipe', 'pipe'],
  });

export const runToolForBytes = (command: string, args: readonly string[]): Buffer =>
  execFileSync(command, args, { maxBuffer: 1 << 30, stdio: ['ignore', 'pipe', 'ignore'] });
