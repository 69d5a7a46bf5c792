import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './set-up/run.mjs';

const rooms = ['electron', 'renderer', 'shared'];
const packages = join(projectFolder, 'node_modules');

/** @param {string} name @returns {Record<string, any>} */
const manifestOf = (name) => JSON.parse(readFileSync(join(packages, name, 'package.json'), 'utf8'));

/** Packages that the sources of the app import, themselves. */
function importedPackages() {
  const names = new Set();
  for (const room of rooms)
    for (const path of readdirSync(join(projectFolder, room), { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(path)) continue;
      const source = readFileSync(join(projectFolder, room, path), 'utf8');
      for (const [, from = ''] of source.matchAll(/^(?:import|export|\}) ?[^'\n]*from '([^.'][^']*)'/gm)) {
        const name = /^(?:@[^/]+\/)?[^/]+/.exec(from)?.[0] ?? '';
        if (name !== 'electron' && existsSync(join(packages, name, 'package.json'))) names.add(name);
      }
    }
  return names;
}

/** Headers that only a compiler needs. */
const notShipped = /^(?:@types\/|node-addon-api$)/;

/** @param {string} name */
const neededBy = (name) => {
  const { dependencies, peerDependencies } = manifestOf(name);
  return Object.keys({ ...dependencies, ...peerDependencies }).filter(
    (needed) => !notShipped.test(needed) && existsSync(join(packages, needed, 'package.json')),
  );
};

/**
 * What of others the app contains, with its licence in full: the packages that its sources import, and those that these
 * need. Electron brings the licences of its own parts as files.
 * @returns {{ name: string, version: string, licence: string, text: string }[]}
 */
export function collectLicences() {
  const names = importedPackages();
  for (const name of names) for (const needed of neededBy(name)) names.add(needed);
  return [...names].sort().map((name) => {
    const { version, license } = manifestOf(name);
    const file = readdirSync(join(packages, name)).find((entry) => /^(?:licen[cs]e|copying)/i.test(entry));
    const text = file ? readFileSync(join(packages, name, file), 'utf8').trim() : '';
    return { name, version: String(version), licence: String(license ?? ''), text };
  });
}
