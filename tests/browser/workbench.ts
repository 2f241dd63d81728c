/// <reference lib="dom" />
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
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

/** axe itself, as it comes with its wrapper: put into a page once, it may be asked many times. */
const { source } = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'))('axe-core') as {
  source: string
}

const EVERYTHING = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: { 'label-content-name-mismatch': { enabled: true }, 'target-size': { enabled: true } },
  resultTypes: ['violations'],
}
const COLOURS = {
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
  resultTypes: ['violations'],
}

/** Rows of one list have the same colours. */
const FEW_ROWS = { exclude: [['tr:nth-child(n + 9)']] }

type Axe = {
  run: (context: object, options: object) => Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }>
}

/**
 * What a person with a disability would trip over, as `rule: where`; empty when nothing was found. Where only the colours
 * differ from a page that was looked at before, the rules about colour are enough.
 */
export async function barriersOn(page: Page, asked: 'everything' | 'colour' = 'everything'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source)
  await atRest(page)
  return page.evaluate(
    async ({ context, options }) => {
      const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run(context, options)
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
    },
    asked === 'colour'
      ? { context: FEW_ROWS, options: COLOURS }
      : { context: { include: [['html']] }, options: EVERYTHING },
  )
}

/** What fades or slides in has its own colours and its own place at the end only. */
const atRest = (page: Page): Promise<unknown> =>
  page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)))

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
