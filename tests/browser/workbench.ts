/// <reference lib="dom" />
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContextOptions, Page } from '@playwright/test'
import { build, preview } from 'vite'

/** The ways in which every screen is looked at. */
export const MODES: Readonly<Record<string, BrowserContextOptions>> = {
  desktop: { viewport: { width: 1366, height: 768 } },
  dark: { viewport: { width: 1366, height: 768 }, colorScheme: 'dark' },
  'forced colours': { viewport: { width: 1366, height: 768 }, forcedColors: 'active' },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  'narrow phone': { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true },
  'zoom 200%': { viewport: { width: 683, height: 384 }, deviceScaleFactor: 2 },
}

/** Builds the web app with its workbench and serves it on a port of its own. */
export async function serveWorkbench(): Promise<{ address: string; close: () => Promise<void> }> {
  const configFile = path.resolve(import.meta.dirname, '../../apps/web/vite.config.ts')
  const outDir = await mkdtemp(path.join(tmpdir(), 'hubline-workbench-'))
  const own = { configFile, mode: 'workbench', logLevel: 'error', build: { outDir } } as const
  await build(own)
  const server = await preview({ ...own, preview: { port: 0, host: '127.0.0.1', proxy: {} } })
  const [address] = server.resolvedUrls?.local ?? []
  if (!address) throw new Error('The workbench has no address')
  const close = async () => {
    await server.close()
    await rm(outDir, { recursive: true, force: true })
  }
  return { address, close }
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
