import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readAudit } from '../../../scripts/audit.mjs';
import { collectLicences } from '../../../scripts/licences.mjs';
import { shippedComponents } from '../../../scripts/sbom.mjs';

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;

describe('the list of what ships', () => {
  const { components, ...bom } = shippedComponents();
  const names = components.map(({ name }) => name);

  it('names Electron and every package whose licence the app shows, each once, and no tool', () => {
    expect(names).toEqual(['electron', ...collectLicences().map(({ name }) => name)]);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining(['better-sqlite3', 'react-dom', 'slate-react', 'zod', 'fflate']));
    for (const tool of ['vitest', 'typescript', '@playwright/test', 'vite', 'knip', 'mammoth', 'electron-builder'])
      expect(names).not.toContain(tool);
  });

  it('gives each its locked version, its address, a licence, and the hash of what was downloaded', () => {
    for (const { name, version, purl, licenses, hashes } of components) {
      const { version: locked, integrity } = lock[`node_modules/${name}`];
      expect(version).toBe(locked);
      expect(purl).toBe(`pkg:npm/${name.replace('@', '%40')}@${version}`);
      expect(JSON.stringify(licenses)).toMatch(/"(?:id|expression)":"[A-Za-z]/);
      expect(hashes).toEqual([
        { alg: 'SHA-512', content: Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex') },
      ]);
    }
  });

  it('is CycloneDX, and the same each time', () => {
    expect(bom).toMatchObject({
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      metadata: { component: { name: '拟稿' } },
    });
    expect(bom.dependencies).toEqual([{ ref: 'nigao', dependsOn: components.map(({ purl }) => purl) }]);
    expect(shippedComponents()).toEqual({ ...bom, components });
  });
});

describe('an audit', () => {
  const shipped = new Set(['zod']);

  it('tells what is known of what ships from what is known of tools', () => {
    const answer = {
      vulnerabilities: { zod: { name: 'zod', severity: 'high' }, vite: { name: 'vite', severity: 'low' } },
    };
    expect(readAudit(JSON.stringify(answer), shipped)).toEqual({
      shipped: [{ name: 'zod', severity: 'high' }],
      tools: [{ name: 'vite', severity: 'low' }],
    });
    expect(readAudit('{"vulnerabilities":{}}', shipped)).toEqual({ shipped: [], tools: [] });
  });

  it.each(['', 'npm error', '{"message":"405 Method Not Allowed"}', '{"error":{"code":"ENOTFOUND"}}'])(
    'that could not be made (%j) is not taken for a clean one',
    (text) => expect(readAudit(text, shipped)).toBeNull(),
  );
});
