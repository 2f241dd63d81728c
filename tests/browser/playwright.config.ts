import { defineConfig } from '@playwright/test'
import { findBrowser } from './find-browser.ts'

const use = {
  launchOptions: {
    executablePath: findBrowser(),
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
  locale: 'en-GB',
  timezoneId: 'Europe/London',
  trace: 'off' as const,
  // What is not there after a minute will not come: the rest of a test's time would be lost.
  actionTimeout: 60_000,
}

/** One server with the demonstration hubs for the whole run; tests write to records of their own. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.browser.ts',
  globalSetup: './server.ts',
  outputDir: '../../test-results',
  workers: 2,
  // On a busy machine a browser is now and then late. What needed its second try is named at the end of the run.
  retries: 1,
  timeout: 150_000,
  expect: { timeout: 20_000 },
  use: { ...use, viewport: { width: 1366, height: 768 } },
})
