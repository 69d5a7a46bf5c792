import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  // Two cores, and a window that must not wait for them: one app at a time.
  workers: 1,
  // A busy machine can let a frame pass between two keys; what fails twice is broken. Retried tests are listed as flaky.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: { trace: 'off', video: 'off', screenshot: 'off' },
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
});
