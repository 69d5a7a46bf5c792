import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectLicences } from './licences.mjs';
import { isProgram, projectFolder } from './set-up/run.mjs';
import { runScript, setUpNodePackages } from './set-up.mjs';

/** @param {string} name @returns {any} */
const readJson = (name) => JSON.parse(readFileSync(join(projectFolder, name), 'utf8'));

/** The address of a package as CycloneDX names it. @param {string} name @param {string} version */
const addressOf = (name, version) => `pkg:npm/${name.replace('@', '%40')}@${version}`;

/** `sha512-…` of the lock file. @param {string | undefined} integrity */
const hashesOf = (integrity) => {
  const [, base64] = /^sha512-(.+)$/.exec(integrity ?? '') ?? [];
  return base64 ? [{ alg: 'SHA-512', content: Buffer.from(base64, 'base64').toString('hex') }] : [];
};

/**
 * What the app that goes to people is made of, as CycloneDX 1.6: Electron, and the packages whose licences it shows.
 * Tools that only build and test it are not in it. The same for the same lock file.
 */
export function shippedComponents() {
  const { packages } = readJson('package-lock.json');
  const app = readJson('package.json');
  const electron = {
    name: 'electron',
    version: app.devDependencies.electron,
    licence: 'MIT',
    description: 'The runtime; brings Chromium and Node.js, whose licences lie beside it as files.',
  };
  const components = [electron, ...collectLicences()].map(({ name, version, licence, ...more }) => ({
    type: name === 'electron' ? 'framework' : 'library',
    'bom-ref': addressOf(name, version),
    name,
    version,
    purl: addressOf(name, version),
    ...('description' in more && { description: more.description }),
    licenses: [/ (?:AND|OR) /.test(licence) ? { expression: licence } : { license: { id: licence } }],
    hashes: hashesOf(packages[`node_modules/${name}`]?.integrity),
  }));
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: { type: 'application', 'bom-ref': 'nigao', name: app.productName, version: app.version },
    },
    components,
    dependencies: [{ ref: 'nigao', dependsOn: components.map(({ purl }) => purl) }],
  };
}

// npm run -s sbom
if (isProgram(import.meta.url))
  await runScript(async () => {
    await setUpNodePackages();
    console.log(JSON.stringify(shippedComponents(), null, 2));
    return 0;
  });
