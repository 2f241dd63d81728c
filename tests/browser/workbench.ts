/// <reference lib="dom" />
import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContextOptions, Page } from '@playwright/test'
import { createServer } from 'vite'

/** The ways in which every screen is looked at. */
export const MODES: Readonly<Record<string, BrowserContextOptions>> = {
  desktop: { viewport: { width: 1366, height: 768 } },
  dark: { viewport: { width: 1366, height: 768 }, colorScheme: 'dark' },
  'forced colours': { viewport: { width: 1366, height: 768 }, forcedColors: 'active' },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  'narrow phone': { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true },
  'zoom 200%': { viewport: { width: 683, height: 384 }, deviceScaleFactor: 2 },
}

/** Serves the web app as it is written, workbench included, on a port of its own. */
export async function serveWorkbench(): Promise<{ address: string; close: () => Promise<void> }> {
  const root = new URL('../../apps/web/', import.meta.url).pathname
  const server = await createServer({
    configFile: `${root}vite.config.ts`,
    logLevel: 'error',
    server: { port: 0, host: '127.0.0.1', hmr: false, watch: null },
  })
  await server.listen()
  const [address] = server.resolvedUrls?.local ?? []
  if (!address) throw new Error('The workbench has no address')
  return { address, close: () => server.close() }
}

/** What a person with a disability would trip over, as `rule: where`; empty when nothing was found. */
export async function barriersOn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .options({ rules: { 'label-content-name-mismatch': { enabled: true } } })
    .analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`))
}

/** How far the page can be pushed sideways, in px. */
export function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

/** What has the focus, in the words a screen reader would begin with. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const now = document.activeElement
    return now?.getAttribute('aria-label') ?? now?.textContent?.trim() ?? ''
  })
}
