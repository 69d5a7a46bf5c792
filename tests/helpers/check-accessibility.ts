import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

declare const axe: { run(options: RunOptions): Promise<AxeResults> };

const source = readFileSync(resolve('node_modules/axe-core/axe.min.js'), 'utf8');

/**
 * Serious and critical findings of axe on what the window shows now, as lines to read.
 * @param except rule → part of the markup in which it is not asked for
 */
export const seriousFindings = async (page: Page, except: Readonly<Record<string, RegExp>> = {}): Promise<string[]> => {
  // Through the debugger: the page's own content security policy refuses a script of another origin.
  await page.evaluate(source);
  // What is fading in or out has no contrast yet, or no more; what turns for ever is not waited for.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
        .map(({ finished }) => finished),
    ),
  );
  const { violations } = await page.evaluate(() => axe.run({ resultTypes: ['violations'] }));
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) =>
      nodes
        .filter(({ html }) => !except[id]?.test(html))
        .map(
          ({ html, target, any }) =>
            `${id} (${help}): ${target.join(' ')} ${html.slice(0, 160)} ${any.map((one) => one.message).join('; ')}`,
        ),
    );
};
