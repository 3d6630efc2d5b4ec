import { defineConfig } from '@playwright/test';
import { chromiumPath } from './e2e/support/chromiumPath.ts';
import type { TargetOptions } from './e2e/support/fixtures.ts';

export default defineConfig<object, TargetOptions>({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    screenshot: 'only-on-failure',
    // Recorded for every test and thrown away for all but those that fail: only where somebody can look at it.
    trace: process.env['CI'] ? 'off' : 'retain-on-failure',
    launchOptions: {
      executablePath: await chromiumPath(),
      // Root may not use the sandbox; the rest keeps Chromium from calling its maker.
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'server', grepInvert: /@demo/, use: { target: 'server' } },
    { name: 'demo', grep: /@core|@demo/, use: { target: 'demo' } },
  ],
});
